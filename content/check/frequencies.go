package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

var contradictoryFrequency = Check{
	Rule: diag.SameInBoth("S2-063", "contradictory-frequency", diag.Warning,
		"the description tells another frequency of a control than the control has"),
	run: func(p *project) {
		byID := p.controlsByID()
		for _, doc := range p.descriptionParts() {
			prose.EachInlines(doc.Blocks, func(runs *[]prose.Inline) {
				p.compareFrequencies(*runs, byID)
			})
		}
	},
}

// descriptionParts returns the parts of the description in printed order.
func (p *project) descriptionParts() []*content.Document {
	var docs []*content.Document
	for _, part := range content.DescriptionParts {
		if doc := p.Description.Known[part.Name]; doc != nil {
			docs = append(docs, doc)
		}
	}
	return append(docs, p.Description.Others...)
}

func (p *project) compareFrequencies(runs []prose.Inline, byID map[string]*content.Control) {
	links := controlLinks(runs, byID)
	if len(links) == 0 {
		return
	}
	g := passage{text: prose.Text(runs), runs: runs}
	for _, s := range statedFrequencies(g.text, links) {
		c := byID[s.control]
		own := content.Frequency(c.Frequency.Value)
		if !own.Periodic() && own != content.Daily || own == s.frequency {
			continue
		}
		p.add(g.span(s.start, s.end), "text says %q of control %s, which is %s", g.text[s.start:s.end], called(c.ID, c.Title), strings.ToLower(own.Words())).
			Note(c.Frequency.Span, "its frequency is %q here", own).
			Suggest("find out how often it is really done and write that in both places; readers compare them")
	}
}

// A controlLink is a link to a control and where its words stand.
type controlLink struct {
	control    string
	start, end int
}

// controlLinks returns the links to controls in a stretch of runs.
func controlLinks(runs []prose.Inline, byID map[string]*content.Control) []controlLink {
	var links []controlLink
	at := 0
	for _, r := range runs {
		end := at + len(r.Text)
		if id, ok := strings.CutPrefix(r.Link, "#"); ok && byID[id] != nil {
			if n := len(links); n > 0 && links[n-1].end == at && links[n-1].control == id {
				links[n-1].end = end
			} else {
				links = append(links, controlLink{id, at, end})
			}
		}
		at = end
	}
	return links
}

// A statedFrequency is how often a control operates as prose has it.
type statedFrequency struct {
	control    string
	frequency  content.Frequency
	start, end int
}

// often matches what says how often. An adjective counts before a word for the
// doing of a control alone: a yearly plan says nothing about who reads it.
var often = regexp.MustCompile(`(?i)\b(?:` +
	`(?:each|every|once a|once per|once every) (?:business |calendar |working )?(day|week|month|quarter|year)\b|` +
	`(every two weeks|every other week|every second week|twice a month|twice a week|twice a year|twice a day|every six months|every half year|every [a-z0-9]+ (?:days|weeks|months|years)|each hour|every hour|hourly)\b|` +
	`(daily|nightly|weekly|biweekly|monthly|quarterly|semiannual|semiannually|semi-annual|semi-annually|half-yearly|annual|annually|yearly)\b)`)

// oftenWords start every text that often matches.
var oftenWords = []string{"each", "every", "once", "twice", "hourly", "daily", "nightly", "weekly", "biweekly", "monthly", "quarterly",
	"semi", "half-yearly", "annual", "yearly"}

var frequencyOf = map[string]content.Frequency{
	"day": content.Daily, "week": content.Weekly, "month": content.Monthly, "quarter": content.Quarterly, "year": content.Annual,
	"every two weeks": content.Biweekly, "every other week": content.Biweekly, "every second week": content.Biweekly,
	"twice a month": content.Semimonthly, "twice a year": content.Semiannual, "every six months": content.Semiannual,
	"every half year": content.Semiannual, "daily": content.Daily, "nightly": content.Daily, "weekly": content.Weekly,
	"monthly": content.Monthly, "quarterly": content.Quarterly, "semiannual": content.Semiannual, "semiannually": content.Semiannual,
	"semi-annual": content.Semiannual, "semi-annually": content.Semiannual, "half-yearly": content.Semiannual,
	"annual": content.Annual, "annually": content.Annual, "yearly": content.Annual,
}

// doing starts the nouns of which an adjective of time tells the frequency of a
// control.
var doing = regexp.MustCompile(`^ (?:(?:access|user|account|privilege|vulnerability|firewall|risk|restore|recovery|backup|security|rule|log|management) )?` +
	`(?:reviews?|scans?|scanning|checks?|tests?|testing|exercises?|assessments?|reconciliations?|meetings?|drills?|recertifications?|audits?|evaluations?|inspections?|training|backups?)\b`)

// statedFrequencies returns what the sentences of a text say of the controls
// they link to: of one link in a sentence all of it, of several what stands in
// the same clause right before one.
func statedFrequencies(text string, links []controlLink) []statedFrequency {
	var stated []statedFrequency
	for len(links) > 0 {
		start, end := sentenceAround(text, links[0].start)
		n := 1
		for n < len(links) && links[n].start < end {
			n++
		}
		if n == 1 {
			stated = appendStated(stated, text, start, end, links[0].control)
		} else {
			stated = append(stated, clauseFrequencies(text, start, links[:n])...)
		}
		links = links[n:]
	}
	return stated
}

// clauseFrequencies looks in a sentence that begins at start and has several
// links.
func clauseFrequencies(text string, start int, links []controlLink) []statedFrequency {
	var stated []statedFrequency
	from := start
	for _, l := range links {
		if strings.HasSuffix(text[:l.start], "(") && strings.HasPrefix(text[l.end:], ")") {
			clause := text[from:l.start]
			if at := lastBreak(clause); at >= 0 {
				from += at
			} else if from != start {
				from = l.start // the clause began before the other link
			}
			stated = appendStated(stated, text, from, l.start, l.control)
		}
		from = l.end
	}
	return stated
}

// lastBreak returns where the last clause of the text begins, or -1.
func lastBreak(text string) int {
	best := -1
	for _, mark := range []string{", ", "; ", ": ", " and ", " while ", " – ", " — ", " or "} {
		if at := strings.LastIndex(text, mark); at >= 0 {
			best = max(best, at+len(mark))
		}
	}
	return best
}

// appendStated appends what a stretch of text says of the control, where it says
// one thing.
func appendStated(stated []statedFrequency, text string, from, to int, control string) []statedFrequency {
	if !hasWord(text[from:to], oftenWords...) {
		return stated
	}
	found := often.FindAllStringSubmatchIndex(text[from:to], 2)
	if len(found) != 1 || strings.HasPrefix(text[from+found[0][1]:], "’") {
		return stated
	}
	m := found[0]
	for i := 2; i < len(m); i += 2 {
		if m[i] < 0 {
			continue
		}
		f := frequencyOf[strings.ToLower(text[from+m[i]:from+m[i+1]])]
		if f == "" || i == 6 && !tellsDoing(text[from+m[1]:to]) || excepts(text[from:to]) {
			return stated
		}
		return append(stated, statedFrequency{control, f, from + m[0], from + m[1]})
	}
	return stated
}

// tellsDoing reports whether what follows an adjective or adverb of time makes
// it tell how often something is done.
func tellsDoing(rest string) bool {
	word := strings.TrimPrefix(rest, " ")
	if word == "" || !inWord(rune(word[0])) {
		return true
	}
	return doing.MatchString(rest) || prepositions[strings.ToLower(word[:wordLength(word)])]
}

var prepositions = map[string]bool{"by": true, "in": true, "with": true, "for": true, "from": true, "on": true, "to": true, "at": true,
	"against": true, "as": true, "before": true, "after": true, "through": true, "under": true, "using": true, "within": true}

// excepts reports whether a stretch of text tells of more than the present
// routine.
func excepts(text string) bool {
	return hasWord(text, "until", "since", "formerly", "previously", "instead", "no longer", "not ", "at least", "at the latest", "at most")
}

// sentenceAround returns where the sentence begins and ends that has a place of
// the text.
func sentenceAround(text string, at int) (start, end int) {
	for _, stop := range []string{". ", "! ", "? ", "; ", "\n"} {
		if i := strings.LastIndex(text[:at], stop); i >= 0 {
			start = max(start, i+len(stop))
		}
	}
	end = len(text)
	for _, stop := range []string{". ", "! ", "? ", "; ", "\n"} {
		if i := strings.Index(text[at:end], stop); i >= 0 {
			end = at + i
		}
	}
	return start, end
}
