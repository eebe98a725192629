package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// toldParts hold sentences that readers meet one after the other.
var toldParts = of(description, promises, duties, controlWords, managementTest, response, assertion, otherWords)

// A usage is one of several ways to write the same thing, and where it stands.
type usage struct {
	places []diag.Span
	texts  []string
}

func (u *usage) add(at diag.Span, text string) {
	u.places = append(u.places, at)
	u.texts = append(u.texts, text)
}

// commonest returns the usage with most places, the first of several.
func commonest(usages []usage) int {
	most := 0
	for i := range usages {
		if len(usages[i].places) > len(usages[most].places) {
			most = i
		}
	}
	return most
}

// unlike reports, once for each file, the usages that are not the commonest.
func (p *project) unlike(usages []usage, what, help string) {
	most := commonest(usages)
	for i, u := range usages {
		if i == most {
			continue
		}
		inFile := map[*diag.Source]int{}
		for _, at := range u.places {
			inFile[at.Source]++
		}
		for k, at := range u.places {
			n := inFile[at.Source]
			if n == 0 {
				continue
			}
			inFile[at.Source] = 0
			more := ""
			if n > 1 {
				more = " (" + counted(n, "time") + " in this file)"
			}
			p.add(at, "%s %q here%s and %q elsewhere", what, u.texts[k], more, usages[most].texts[0]).
				Note(usages[most].places[0], "the commoner way stands here").Suggest("%s", help)
		}
	}
}

const (
	shortMonths = `(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)`
	longDate    = monthNames + `[\s\x{A0}]\d{1,2},[\s\x{A0}]\d{4}`
)

// dateForms match dates, each written in one way, the one that drafts use first.
var dateForms = []*regexp.Regexp{
	regexp.MustCompile(`\b` + longDate + `\b`),
	regexp.MustCompile(`\b(?:19|20)\d\d-[01]\d-[0-3]\d\b`),
	regexp.MustCompile(`\b\d{1,2}(?:st|nd|rd|th)?[\s\x{A0}]` + monthNames + `,?[\s\x{A0}]\d{4}\b`),
	regexp.MustCompile(`\b` + shortMonths + `\.?[\s\x{A0}]\d{1,2},[\s\x{A0}]\d{4}\b`),
	regexp.MustCompile(`\b\d{1,2}/\d{1,2}/\d{4}\b`),
}

// periodForms match periods, which differ by the word between two dates.
var periodForms = []*regexp.Regexp{
	regexp.MustCompile(longDate + `,?[\s\x{A0}]to[\s\x{A0}]` + longDate),
	regexp.MustCompile(longDate + `,?[\s\x{A0}]through[\s\x{A0}]` + longDate),
	regexp.MustCompile(longDate + `,?[\s\x{A0}](?:until|till)[\s\x{A0}]` + longDate),
	regexp.MustCompile(longDate + `[\s\x{A0}]?[-–—][\s\x{A0}]?` + longDate),
}

var mixedDates = Check{
	Rule: diag.SameInBoth("S2-205", "mixed-dates", diag.Warning,
		"dates or periods are written in several ways"),
	run: func(p *project) {
		dates, periods := make([]usage, len(dateForms)), make([]usage, len(periodForms))
		for i := range p.passages {
			g := &p.passages[i]
			if !toldParts.has(g.part) {
				continue
			}
			n := years(g.text)
			if n > 0 {
				g.collect(dateForms, dates)
			}
			if n > 1 {
				g.collect(periodForms, periods)
			}
		}
		p.unlike(dates, "a date is written", "write all dates in one way; those that drafts print by themselves read June 30, 2026")
		p.unlike(periods, "a period is written", "write all periods in one way; those that drafts print by themselves read July 1, 2025 to June 30, 2026")
	},
}

// years counts the numbers of four digits or more of a text, one of which each
// date has.
func years(text string) int {
	n, digits := 0, 0
	for i := range len(text) {
		if c := text[i]; c < '0' || c > '9' {
			digits = 0
			continue
		}
		if digits++; digits == 4 {
			n++
		}
	}
	return n
}

// collect adds where the forms stand in the passage, as words of its own. Part
// of a longer sign, such as the name of a file, is no date.
func (g *passage) collect(forms []*regexp.Regexp, usages []usage) {
	for i, form := range forms {
		for _, m := range form.FindAllStringIndex(g.text, -1) {
			before, after := g.text[:m[0]], g.text[m[1]:]
			if g.own(m[0], m[1]) && !strings.ContainsAny(last(before), "-_/.:=+") && !joinsOn(after) {
				usages[i].add(g.span(m[0], m[1]), g.text[m[0]:m[1]])
			}
		}
	}
}

// last returns the last byte of a text.
func last(text string) string { return text[max(0, len(text)-1):] }

// joinsOn reports whether a sign goes on after a date: "-a" and ".csv", but not
// a stop.
func joinsOn(after string) bool {
	return len(after) > 1 && strings.ContainsRune("-_/.:=+", rune(after[0])) && folded[after[1]] != 0
}

// termPairs are two words for one thing, the field's own first.
var termPairs = [][2]wordList{{customerTerms, clientTerms}, {exceptionTerms, deviationTerms}}

var mixedTerms = Check{
	Rule: diag.SameInBoth("S2-206", "mixed-terms", diag.Warning,
		"one thing has several names"),
	run: func(p *project) {
		for _, pair := range termPairs {
			usages := make([]usage, len(pair))
			for i, list := range pair {
				for _, h := range p.said(list, toldParts) {
					usages[i].add(h.span(), h.text())
				}
			}
			p.unlike(usages, "the text says", "keep to one word for one thing: a reader takes two words for two things")
		}
	},
}
