package check

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// person matches what is surely no role: an address, a form of address or an
// initial.
var person = regexp.MustCompile(`[^\s@]+@[^\s@]+\.[^\s@]+|^(Mr|Mrs|Ms|Mx|Dr|Prof)\.? [A-Z]|^[A-Z][a-z]+ [A-Z]\. ?[A-Z][a-z]+$`)

//go:embed tables/given_names.txt
var givenNamesTable string

var givenNames = readGivenNames(givenNamesTable)

func readGivenNames(table string) map[string]bool {
	names := map[string]bool{}
	for line := range strings.Lines(table) {
		if !strings.HasPrefix(line, "#") {
			for _, name := range strings.Fields(line) {
				names[name] = true
			}
		}
	}
	return names
}

// isPerson reports whether what stands where a role belongs is a person. Two
// capitalized words, such as "Security Engineer", read like a name: only a
// given name or certain signs count.
func isPerson(role string) bool {
	if person.MatchString(role) {
		return true
	}
	words := strings.Fields(role)
	if len(words) < 2 || len(words) > 3 || !givenNames[words[0]] {
		return false
	}
	_, rest, _ := strings.Cut(strings.TrimSpace(role), " ")
	return restOfName(rest) == len(rest)
}

// nameAfter returns the length of the name that follows "Mr", or 0.
func nameAfter(text string) int {
	rest := strings.TrimPrefix(text, ".")
	gap := len(rest) - len(strings.TrimLeft(rest, " \u00a0"))
	if gap == 0 {
		return 0
	}
	if n := restOfName(rest[gap:]); n > 1 {
		return len(text) - len(rest) + gap + n
	}
	return 0
}

// particles stand in small letters within a name.
var particles = []string{"van der ", "van den ", "van ", "von ", "de la ", "de ", "da ", "del ", "di ", "la ", "bin ", "al "}

// longestName is how many capitalized words a name has at most; a sentence
// rarely has more in a row.
const longestName = 4

// restOfName returns the length of the capitalized words, initials and
// particles that a text begins with.
func restOfName(text string) int {
	end := 0
	for range longestName {
		at := end
		if at > 0 {
			if !strings.HasPrefix(text[at:], " ") && !strings.HasPrefix(text[at:], "\u00a0") {
				break
			}
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
			for _, particle := range particles {
				if strings.HasPrefix(text[at:], particle) {
					at += len(particle)
					break
				}
			}
		}
		n := capitalized(text[at:])
		if n == 0 {
			break
		}
		end = at + n
	}
	return end
}

// capitalized returns the length of the capitalized word, or of the initial with
// its stop, that a text begins with, without a genitive.
func capitalized(text string) int {
	if first, _ := utf8.DecodeRuneInString(text); !unicode.IsUpper(first) {
		return 0
	}
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-'’", r) })
	if end < 0 {
		end = len(text)
	}
	word := text[:end]
	for _, genitive := range []string{"'s", "’s"} {
		word = strings.TrimSuffix(word, genitive)
	}
	word = strings.TrimRight(word, "-'’")
	if utf8.RuneCountInString(word) == 1 && strings.HasPrefix(text[len(word):], ".") {
		return len(word) + 1
	}
	return len(word)
}
