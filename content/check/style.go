package check

import (
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// said returns where the list's phrases stand in some parts, as words of
// management's own: not in code, links, quotations and values that were written
// elsewhere.
func (p *project) said(list wordList, in parts) []hit {
	var own []hit
	for _, h := range p.reading.hits[list] {
		if in.has(h.passage.part) && h.passage.own(h.start, h.end) {
			own = append(own, h)
		}
	}
	return own
}

// own reports whether a stretch of the passage is prose of who wrote it.
func (g *passage) own(start, end int) bool {
	if g.code || g.quoted || inQuotes(g.text, start) {
		return false
	}
	if g.runs == nil {
		return true
	}
	r := g.run(start)
	return !g.isCode(start) && r.Link == "" && r.Use.IsZero()
}

// inQuotes reports whether the byte stands between quotation marks.
func inQuotes(text string, at int) bool {
	before, after := text[:at], text[at:]
	if strings.Count(before, `"`)%2 == 1 && strings.Contains(after, `"`) {
		return true
	}
	return strings.LastIndex(before, "“") > strings.LastIndex(before, "”") && strings.Contains(after, "”")
}

// span returns the place of a hit.
func (h *hit) span() diag.Span { return h.passage.span(h.start, h.end) }

// reports returns a rule's run that reports each phrase of a list in some
// parts: a message with a place for the phrase, and what to write instead.
func reports(list wordList, in parts, message, help string) func(*project) {
	return func(p *project) {
		for _, h := range p.said(list, in) {
			p.add(h.span(), message, h.text()).Suggest("%s", help)
		}
	}
}

var absoluteWording = Check{
	Rule: diag.SameInBoth("S2-064", "absolute-wording", diag.Warning,
		"authored text promises that there is no exception"),
	run: reports(absoluteWords, of(description, promises, controlWords, otherWords), "%q promises that there is no exception",
		"say who does it, when and for what, or name what enforces it, as in: The release tool refuses a change without a review; one miss makes an absolute sentence false"),
}

var marketingWording = Check{
	Rule: diag.SameInBoth("S2-065", "marketing-wording", diag.Warning,
		"authored text praises what it should describe"),
	run: reports(marketingWords, theirs, "%q is praise, which nobody can test",
		"leave it out, or say the fact behind it: a number, a name, a setting, such as \"encrypted with 256-bit keys\""),
}

var wrongTerm = Check{
	Rule: diag.SameInBoth("S2-066", "wrong-term", diag.Warning,
		"a term is wrong or claims what a SOC report does not give"),
	run: func(p *project) {
		for _, h := range p.said(wrongTerms, theirs) {
			f := p.add(h.span(), "%q is not a term of SOC reports", h.text())
			if h.phrase.use != "" {
				f.Suggest("write %q%s", h.phrase.use, whyWrong(h.phrase.use))
			}
		}
	},
}

// whyWrong returns what a reader of the advice may ask about reports: the terms that
// they replace promise more than an examination gives.
func whyWrong(use string) string {
	if strings.HasSuffix(use, "SOC 2 report") {
		return ": an examination certifies nobody, and nobody passes it"
	}
	return ""
}

var futureWording = Check{
	Rule: diag.SameInBoth("S2-067", "future-wording", diag.Warning,
		"the description tells of plans"),
	run: reports(futureWords, of(description), "%q tells of a plan, and the description is of what is in place",
		"say in the present tense what is done today, as in: Backups are copied to a second region; leave out what is not there yet"),
}

var vagueWording = Check{
	Rule: diag.SameInBoth("S2-084", "vague-wording", diag.Warning,
		"a control is stated in words that nobody can test"),
	run: reports(vagueWords, of(controlWords), "%q does not say when or how much, so nobody can test it",
		"say how often, how fast or by which rule, such as \"each quarter\", \"within one business day\" or \"above 10,000 dollars\""),
}

var vagueTest = Check{
	Rule: diag.SameInBoth("S2-128", "vague-test", diag.Warning,
		"a procedure names neither what was looked at nor what was checked"),
	run: func(p *project) {
		if !p.type2() {
			return
		}
		for _, h := range p.said(vagueTests, of(managementTest)) {
			if endsSentence(h.passage.text, h.end) {
				p.add(h.span(), "%q names neither what was looked at nor what was checked", h.text()).
					Suggest("say what was looked at, how many and for what, as in: Inspected the tickets of 25 leavers for removal of access within one day")
			}
		}
	},
}

// endsSentence reports whether nothing of a sentence follows the offset.
func endsSentence(text string, at int) bool {
	rest := strings.TrimSpace(text[at:])
	return rest == "" || strings.ContainsRune(".;!", rune(rest[0]))
}

var sampleName = Check{
	Rule: diag.SameInBoth("S2-222", "sample-name", diag.Warning,
		"authored text has a name of a template"),
	run: func(p *project) {
		own := strings.ToLower(p.Organization.Name.Value + " " + p.System.Name.Value)
		for _, h := range p.said(sampleNames, theirs) {
			if !strings.Contains(own, strings.ToLower(h.text())) {
				p.add(h.span(), "%q is a name that templates use", h.text()).
					Suggest("write the name that belongs here; a leftover name tells readers that the text was copied")
			}
		}
	},
}

var uselessRemoval = Check{
	Rule: diag.SameInBoth("S2-224", "useless-removal", diag.Warning,
		"[words] takes a word from a list that does not have it"),
	run: func(p *project) {
		for _, u := range p.lexicon.untaken {
			p.add(u.word.Span, "[words] takes %q from list %q, which does not have it", u.word.Value, u.list).
				Suggest("write the phrase as the list in content/check/words has it: it is taken away as a whole")
		}
	},
}
