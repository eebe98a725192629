package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var unsettledAbbreviation = Check{
	Rule: diag.SameInBoth("S2-075", "unsettled-abbreviation", diag.Warning,
		"an abbreviation is used before it is defined, or stands for two things"),
	run: func(p *project) {
		var passages []passage
		for _, doc := range p.printedParts() {
			passages = append(passages, said(doc)...)
		}
		first := map[string]*placedDefinition{}
		for i := range passages {
			for _, d := range definitions(passages[i].text) {
				d := placedDefinition{d, i, passages[i].span(d.start, d.end)}
				other := first[d.short]
				if other == nil {
					first[d.short] = &d
				} else if stem(other.long) != stem(d.long) {
					p.add(d.span, "abbreviation %q stands for %q here", d.short, d.long).
						Note(other.span, "and for %q here", other.long).
						Suggest("abbreviate one of the two only")
				}
			}
		}
		p.usedBefore(passages, first)
	},
}

// printedParts returns the parts of the description as they follow each other.
func (p *project) printedParts() []*content.Document {
	var docs []*content.Document
	for _, part := range content.DescriptionParts {
		if doc := p.Description.Known[part.Name]; doc != nil {
			docs = append(docs, doc)
		}
		if part.Name == lastBeforeOwn {
			docs = append(docs, p.Description.Others...)
		}
	}
	return docs
}

// lastBeforeOwn is the known part after which those of the author's own stand.
const lastBeforeOwn = "control-activities"

// A placedDefinition is a definition in one of a list of passages.
type placedDefinition struct {
	abbreviation
	passage int
	span    diag.Span
}

// usedBefore reports the first use of each abbreviation that comes before its
// definition.
func (p *project) usedBefore(passages []passage, defined map[string]*placedDefinition) {
	if len(defined) == 0 {
		return
	}
	for i := range passages {
		g := &passages[i]
		if g.code {
			continue
		}
		eachWord(g.text, func(start, end int) {
			if end-start > longestAbbreviation+1 || g.text[start] < 'A' || g.text[start] > 'Z' {
				return
			}
			d := defined[strings.TrimSuffix(g.text[start:end], "s")]
			if d == nil || i > d.passage || i == d.passage && start >= d.start || inAddress(g.text, start, end) || g.isCode(start) {
				return
			}
			delete(defined, d.short)
			p.add(g.span(start, end), "abbreviation %q is used before it is defined", d.short).
				Note(d.span, "defined here as %q", d.long).
				Suggest("write %s (%s) here, where readers meet it first", d.long, d.short)
		})
	}
}

// An abbreviation is one with the words it stands for, as a text defines it.
type abbreviation struct {
	short, long string
	start, end  int
}

const longestAbbreviation = 6

var inBrackets = regexp.MustCompile(`\(([A-Z]{2,6})s?\)`)

// definitions returns the abbreviations that a text defines: capitals in
// brackets after words that begin with them.
func definitions(text string) []abbreviation {
	if !strings.Contains(text, "(") {
		return nil
	}
	var defined []abbreviation
	for _, m := range inBrackets.FindAllStringSubmatchIndex(text, -1) {
		short := text[m[2]:m[3]]
		if from := spelled(text[:m[0]], short); from >= 0 {
			defined = append(defined, abbreviation{short, strings.TrimSpace(text[from:m[0]]), from, m[1]})
		}
	}
	return defined
}

// small are the words that abbreviations mostly leave out.
var small = map[string]bool{"of": true, "and": true, "for": true, "the": true, "to": true, "in": true, "on": true, "a": true, "as": true}

// spelled returns where the words begin that end the text and begin with the
// letters, or -1.
func spelled(text, letters string) int {
	end := len(text)
	for n := len(letters); n > 0; {
		end = len(strings.TrimRight(text[:end], " -\n\u00a0"))
		start := end
		for start > 0 && wordLength(text[start-1:start]) > 0 {
			start--
		}
		if start == end {
			return -1
		}
		switch {
		case sameLetter(text[start], letters[n-1]):
			n--
		case !small[strings.ToLower(text[start:end])]:
			return -1
		}
		end = start
	}
	return end
}

// stem returns words for comparison, without the s of a plural.
func stem(words string) string { return strings.TrimSuffix(normalized(words), "s") }
