package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// A rhythm is a frequency as a statement tells it.
type rhythm struct {
	of         content.Frequency
	start, end int
	least      bool // "at least annually" allows for more
}

// A timeWord is a word that tells a frequency.
type timeWord struct {
	word string
	of   content.Frequency
}

var adverbs = []timeWord{{"daily", content.Daily}, {"weekly", content.Weekly}, {"monthly", content.Monthly},
	{"quarterly", content.Quarterly}, {"semiannually", content.Semiannual}, {"annually", content.Annual}, {"yearly", content.Annual}}

// units stand after "each" and "every", some with a word between.
var units = []timeWord{{"day", content.Daily}, {"week", content.Weekly}, {"month", content.Monthly},
	{"quarter", content.Quarterly}, {"year", content.Annual}}

// among returns the frequency of the word, in any case.
func among(list []timeWord, word string) content.Frequency {
	for _, t := range list {
		if strings.EqualFold(t.word, word) {
			return t.of
		}
	}
	return ""
}

// frequencyAt returns the frequency told from a start of a word on, and where
// it ends. It is "" where there is none.
func frequencyAt(text string) (content.Frequency, int) {
	n := letters(text)
	word := text[:n]
	if !strings.EqualFold(word, "each") && !strings.EqualFold(word, "every") {
		return among(adverbs, word), n
	}
	for range 2 { // "each month", "each calendar month"
		if n == len(text) || text[n] != ' ' && text[n] != '\n' {
			break
		}
		next := letters(text[n+1:])
		word = text[n+1 : n+1+next]
		n += 1 + next
		if f := among(units, word); f != "" {
			return f, n
		}
		if word != "calendar" && word != "business" && word != "working" {
			break
		}
	}
	return "", n
}

// letters returns how many letters of English the text begins with.
func letters(text string) int {
	for i := range len(text) {
		if c := text[i] | 0x20; c < 'a' || c > 'z' {
			return i
		}
	}
	return len(text)
}

// afterAdverb matches what may follow a frequency that says how often something
// is done. A noun makes it an adjective: "weekly scans" may be read once a year.
var afterAdverb = regexp.MustCompile(`^(?:[.,;:)]|$| (?:and|or|by|in|to|with|for|after|before|on|at|through|via|using|during|when|if|as|against|the) )`)

// inSeries matches what follows a frequency in "daily, weekly and monthly".
var inSeries = regexp.MustCompile(`(?i)^(?:, | and | or |, and |, or )(?:daily|weekly|monthly|quarterly|semiannual|annual|yearly)`)

// beforeNoun holds the words after which a frequency belongs to a thing: "the
// list of each month", "the quarterly".
var beforeNoun = []string{" of", " for", " from", " per", " the", " a", " an", " during", " within", " that", " this", " than", " in", "-"}

// rhythms returns how often a statement says that things are done, in the
// order of the text. Half of the words of time in a statement belong to
// reports and lists; those are left out, and with them some others.
func rhythms(text string) []rhythm {
	var found []rhythm
	for i := 0; i < len(text); {
		n := letters(text[i:])
		if n == 0 {
			i++
			continue
		}
		if n >= len("each") && strings.IndexByte("edwmqsayEDWMQSAY", text[i]) >= 0 {
			if of, length := frequencyAt(text[i:]); of != "" {
				n = length
				if r := (rhythm{of, i, i + n, false}); !r.ofThing(text) {
					r.least = strings.HasSuffix(nearBefore(text, i), "at least ")
					found = append(found, r)
				}
			}
		}
		i += n
	}
	return found
}

// ofThing reports whether the frequency belongs to a thing and not to what is
// done.
func (r rhythm) ofThing(text string) bool {
	before := " " + strings.TrimRight(nearBefore(text, r.start), " ")
	for _, w := range beforeNoun {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	after := text[r.end:]
	if strings.Contains(text[r.start:r.end], " ") { // "each month"
		return strings.HasPrefix(after, "'") || strings.HasPrefix(after, "’") || strings.HasPrefix(after, "-")
	}
	return !afterAdverb.MatchString(after) || inSeries.MatchString(after)
}

var calendarMonths = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december"}

// severalTimes reports whether a statement says more than how often its unit of
// time comes: "each year in March and September", "twice each year".
func severalTimes(text string) bool {
	if hasWord(text, "twice", "times", "half", "both") {
		return true
	}
	low, n := strings.ToLower(text), 0
	for _, month := range calendarMonths {
		if at := strings.Index(low, month); at >= 0 && wholeWord(low, at, at+len(month)) {
			n++
		}
	}
	return n > 1
}

// nearBefore returns the last bytes before a place, in small letters.
func nearBefore(text string, at int) string {
	const window = 16
	return strings.ToLower(text[max(0, at-window):at])
}

// mixed reports whether the rhythms differ.
func mixed(told []rhythm) bool {
	for _, r := range told {
		if r.of != told[0].of {
			return true
		}
	}
	return false
}
