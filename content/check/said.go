package check

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// said returns the passages of one part of the engagement.
func said(part any) []passage {
	c := &collector{seen: map[any]bool{}}
	c.value(reflect.ValueOf(part))
	return c.passages
}

// legalForms end the names of companies and are left out when people speak of
// them.
var legalForms = []string{"inc", "llc", "ltd", "llp", "corp", "corporation", "incorporated", "limited", "gmbh", "plc", "co", "company", "ag", "bv", "sas"}

// callName returns a company's name without its legal form: "Corvane Cloud" of
// "Corvane Cloud, Inc."
func callName(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && isLegalForm(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.TrimRight(strings.Join(words, " "), ",")
}

func isLegalForm(word string) bool {
	word = strings.ToLower(strings.Trim(word, ",."))
	for _, form := range legalForms {
		if word == form {
			return true
		}
	}
	return false
}

// wholeWord reports whether the bytes from start up to end are not part of a
// longer word.
func wholeWord(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !inWord(before) && !inWord(after)
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_')
}

// normalized returns the words of a text in small letters, one space apart.
func normalized(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !inWord(r) }), " ")
}

// counted returns "1 word" or "3 words".
func counted(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprint(n, " ", word, "s")
}
