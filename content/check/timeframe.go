package check

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var misplacedPeriod = Check{
	Rule: diag.SameInBoth("S2-042", "misplaced-period", diag.Error,
		"a type 1 report speaks of a period"),
	run: func(p *project) {
		if !p.type1() {
			return
		}
		for _, h := range p.said(periodWords, of(description, titleWords, controlWords, assertion)) {
			p.add(h.span(), "%q speaks of a period, and a type 1 report is about one day", h.text()).
				Note(p.Report.TypeSpan, "the type is 1 here").
				Suggest("write \"as of %s\", or leave it out", p.asOf())
		}
	},
}

func (p *project) asOf() string {
	if p.Report.AsOf.IsZero() {
		return "the date"
	}
	return p.Report.AsOf.Long()
}

var misplacedDate = Check{
	Rule: diag.SameInBoth("S2-043", "misplaced-date", diag.Error,
		"the title or assertion of a type 2 report says as of a date"),
	run: func(p *project) {
		if !p.type2() {
			return
		}
		for _, h := range p.said(asOfWords, of(description, titleWords, assertion)) {
			date := dateAfter(h.passage.text, h.end)
			if date < 0 || h.passage.part != titleWords && !formula(h.passage, h.start) {
				continue
			}
			p.add(h.passage.span(h.start, date), "%q speaks of one day, and a type 2 report is about a period", h.passage.text[h.start:date]).
				Note(p.Report.TypeSpan, "the type is 2 here").
				Suggest("write %q", "throughout "+p.periodWords())
		}
	},
}

func (p *project) periodWords() string {
	if p.Report.Period == (content.Period{}) {
		return "the period"
	}
	return p.Report.TimeFrame()
}

// dateAfter returns the end of a date that follows the offset, or -1.
func dateAfter(text string, at int) int {
	start, end := nextWord(text, at)
	if text[start:end] == "the" {
		if start, end = nextWord(text, end); text[start:end] == "date" {
			return end
		}
	}
	found := -1
	for range 3 { // the day, the month and the year, as far as they are there
		if start == end || monthOf(text[start:end]) == 0 && !(digitAt(text, start) && end-start <= 4) {
			break
		}
		found = end
		start, end = nextWord(text, end)
	}
	return found
}

// formulas are what an assertion says of the description and the controls.
var formulas = []string{"suitably designed", "designed and implemented", "operated effectively", "operating effectively",
	"presents the system", "presents our system", "description presents", "were effective", "in place and effective"}

// formula reports whether the sentence up to the offset says what an assertion
// says.
func formula(g *passage, at int) bool {
	before := g.text[:at]
	if stop := strings.LastIndex(before, ". "); stop >= 0 {
		before = before[stop:]
	}
	before = strings.ToLower(before)
	for _, f := range formulas {
		if strings.Contains(before, f) {
			return true
		}
	}
	return false
}

var wrongStandard = Check{
	Rule: diag.SameInBoth("S2-029", "wrong-standard", diag.Error,
		"a standard is cited that is withdrawn or of another kind of report"),
	run: func(p *project) {
		for _, h := range p.said(standards, of(description, titleWords, controlWords, assertion, promises, managementTest)) {
			if strings.Contains(h.phrase.use, "SOC 1") && strings.Contains(h.passage.text, "SOC 1") {
				continue // a SOC 1 report of somebody follows its own standard
			}
			f := p.add(h.span(), "%q is no standard of this report", h.text())
			if h.phrase.use != "" {
				f.Suggest("cite %s", h.phrase.use)
			}
		}
	},
}
