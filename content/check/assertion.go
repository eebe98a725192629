package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// The rules here judge management's own wording of Section 2, assertion.md. The
// built-in wording says what it must by construction.

// An ownWording is an assertion that its management wrote itself.
type ownWording struct {
	doc      *content.Document
	passages []passage
	text     string // all passages, a line each
}

// ownAssertion returns management's own wording, or nil.
func (p *project) ownAssertion() *ownWording { return assertionOf(p.Assertion) }

func assertionOf(doc *content.Document) *ownWording {
	if doc == nil || len(doc.Blocks) == 0 {
		return nil
	}
	a := &ownWording{doc: doc, passages: said(doc)}
	var lines []string
	for i := range a.passages {
		lines = append(lines, a.passages[i].text)
	}
	a.text = strings.Join(lines, "\n")
	return a
}

// assertions returns management's own wording and those of included
// organizations.
func (p *project) assertions() []*ownWording {
	var all []*ownWording
	if a := p.ownAssertion(); a != nil {
		all = append(all, a)
	}
	for _, party := range p.Inclusives() {
		if a := assertionOf(party.Assertion); a != nil {
			all = append(all, a)
		}
	}
	return all
}

// top returns where a document begins, where findings stand about what it lacks.
func top(doc *content.Document) diag.Span {
	at := doc.Span
	at.End = at.Start
	return at
}

// has reports whether the assertion says the words, in any case.
func (a *ownWording) has(words string) bool {
	return strings.Contains(normalized(a.text), normalized(words))
}

// leastName is how long the first word of a name is at least that is called by
// it alone.
const leastName = 5

// names reports whether the assertion calls an organization by the first word
// of its name.
func (a *ownWording) names(name string) bool {
	word := name[:wordLength(name)]
	if len(word) < leastName || len(word) == len(name) {
		return false
	}
	for rest := a.text; ; {
		at := strings.Index(rest, word)
		if at < 0 {
			return false
		}
		if wholeWord(rest, at, at+len(word)) {
			return true
		}
		rest = rest[at+len(word):]
	}
}

var assertionHeading = regexp.MustCompile(`(?i)^(?:management(?:[’']s)? assertion\b.*|(?:our |the )?assertion(?: (?:of|by) (?:the )?management\b.*)?)$`)

var misplacedAssertion = Check{
	Rule: diag.SameInBoth("S2-135", "misplaced-assertion", diag.Error,
		"the assertion of management stands in the description"),
	run: func(p *project) {
		report := func(at diag.Span) {
			p.add(at, "assertion of management stands in the description").
				Suggest("put it into assertion.md: the assertion is about the description and not part of it")
		}
		for _, doc := range p.descriptionParts() {
			if assertionHeading.MatchString(strings.TrimSpace(doc.Title.Value)) {
				report(doc.Title.Span)
			}
			prose.Walk(doc.Blocks, func(b prose.Block) {
				if h, ok := b.(*prose.Heading); ok && assertionHeading.MatchString(strings.TrimSpace(prose.Text(h.Inlines))) {
					report(h.Span)
				}
			})
		}
	},
}

var untimelyAssertion = Check{
	Rule: diag.SameInBoth("S2-136", "untimely-assertion", diag.Error,
		"an assertion has another time frame than the report"),
	run: func(p *project) {
		frame := p.frame()
		if frame.IsZero() {
			return
		}
		for _, a := range p.assertions() {
			p.compareTimeFrame(a, frame)
		}
	},
}

// frame returns the time frame of the report; that of a type 1 report has no
// start.
func (p *project) frame() content.Period {
	if p.type1() {
		return content.Period{End: p.Report.AsOf}
	}
	if period, ok := p.ordered(); ok {
		return period
	}
	return content.Period{}
}

func (p *project) compareTimeFrame(a *ownWording, frame content.Period) {
	told := false
	for i := range a.passages {
		g := &a.passages[i]
		for _, t := range timeFrames(g.text) {
			if t.Start.IsZero() && !frame.Start.IsZero() {
				continue // the date of a fact, or the fault of another rule
			}
			told = true
			if t.Start.Compare(frame.Start) != 0 || t.End.Compare(frame.End) != 0 {
				p.add(g.span(t.from, t.to), "assertion has the time frame %q, not that of the report", g.text[t.from:t.to]).
					Note(place(p.Report.Period.Span, frame.End.Span), "that of the report is %s", p.Report.TimeFrame()).
					Suggest("write {{ report.time_frame }}, which follows socdraft.toml")
			}
		}
	}
	if !told {
		p.add(top(a.doc), "assertion does not say its time frame").
			Suggest("write {{ report.time_frame }} where the description and the controls are asserted")
	}
}

// criteriaTitle matches all five categories as the title of the criteria has
// them.
var criteriaTitle = regexp.MustCompile(`(?i)security, availability, processing integrity, confidentiality,? (?:and|or) privacy`)

var miscategorizedAssertion = Check{
	Rule: diag.SameInBoth("S2-137", "miscategorized-assertion", diag.Error,
		"the assertion has other categories than the report"),
	run: func(p *project) {
		a := p.ownAssertion()
		if a == nil || len(p.Report.Categories) == 0 {
			return
		}
		for i := range a.passages {
			g := &a.passages[i]
			for _, t := range listedCategories(g.text) {
				if !p.Report.Has(t.category) {
					p.add(g.span(t.start, t.end), "assertion names category %q, which is not in scope", t.category.Words()).
						Note(p.categorySpan(content.Common), "the categories in scope are chosen here").
						Suggest("write {{ report.categories }}, which follows socdraft.toml")
				}
			}
		}
		text := strings.ToLower(a.text)
		if len(p.Report.Ordered()) < len(content.Categories) {
			text = criteriaTitle.ReplaceAllString(text, "")
		}
		for _, c := range p.Report.Ordered() {
			if !strings.Contains(text, c.Words()) {
				p.add(top(a.doc), "assertion does not name category %q, which is in scope", c.Words()).
					Note(p.categorySpan(c), "chosen here").
					Suggest("write {{ report.categories }} where the criteria are named")
			}
		}
	},
}

var assertedOperation = Check{
	Rule: diag.SameInBoth("S2-138", "overreaching-assertion", diag.Error,
		"the assertion of a type 1 report claims that controls operated effectively"),
	run: func(p *project) {
		a := p.ownAssertion()
		if a == nil || !p.type1() {
			return
		}
		for i := range a.passages {
			g := &a.passages[i]
			for _, m := range operatedClaims(g.text, clauseMarks) {
				p.add(g.span(m[0], m[1]), "assertion of a type 1 report claims that controls %q", g.text[m[0]:m[1]]).
					Note(p.Report.TypeSpan, "the type is 1 here").
					Suggest("take the claim out: a type 1 report is about design, and nobody tested whether the controls worked")
			}
		}
	},
}

var unassertedOperation = Check{
	Rule: diag.SameInBoth("S2-139", "unasserted-operation", diag.Error,
		"the assertion of a type 2 report does not say that controls operated effectively"),
	run: func(p *project) {
		a := p.ownAssertion()
		if a == nil || !p.type2() {
			return
		}
		for i := range a.passages {
			if len(operatedClaims(a.passages[i].text, append([]string{", and ", "; and "}, clauseMarks...))) > 0 {
				return
			}
		}
		p.add(top(a.doc), "assertion of a type 2 report does not say that the controls operated effectively").
			Note(p.Report.TypeSpan, "the type is 2 here").
			Suggest("say in a sentence of its own that the controls operated effectively throughout the period, or name what is excepted")
	},
}

var unmatchedAssertion = Check{
	Rule: diag.SameInBoth("S2-140", "unmatched-assertion", diag.Error,
		"the assertion and the project disagree on carve-outs or complementary user entity controls"),
	absence: true,
	run: func(p *project) {
		a := p.ownAssertion()
		if a == nil {
			return
		}
		for _, party := range p.CarveOuts() {
			if name := callName(party.Name.Value); name != "" && !a.has(name) && !a.names(name) {
				p.add(top(a.doc), "assertion does not speak of carved-out subservice organization %s", called(party.ID, party.Name)).
					Note(party.Name.Span, "carved out here").
					Suggest("say what it does, that its controls are assumed, and that the description does not show them")
			}
		}
		if len(p.CarveOuts()) == 0 {
			p.neverthelessSaid(a, "complementary subservice organization control", "no subservice organization is carved out")
		}
		if cuecs := p.UserEntities.CUECs; len(cuecs) > 0 && !a.has("user entity control") {
			p.add(top(a.doc), "assertion does not speak of complementary user entity controls").
				Note(place(cuecs[0].ID.Span, cuecs[0].Span), "the first one").
				Suggest("say that they are assumed in the design and necessary together with your own controls")
		} else if p.UserEntities.None.Value != "" {
			p.neverthelessSaid(a, "complementary user entity control", "complementary user entity controls are declared none")
		}
	},
}

// neverthelessSaid reports the words in the assertion, unless their sentence
// denies them.
func (p *project) neverthelessSaid(a *ownWording, words, why string) {
	for i := range a.passages {
		g := &a.passages[i]
		at := strings.Index(strings.ToLower(g.text), words)
		if at < 0 {
			continue
		}
		if start, end := sentenceAround(g.text, at); hasWord(g.text[start:end], "no ", "not ", "none", "without", "neither") {
			continue
		}
		p.add(g.span(at, at+len(words)), "assertion speaks of %q, but %s", words+"s", why).
			Suggest("take the condition out, or record what it is about")
		return
	}
}

var titled = regexp.MustCompile(`(?i)\b(?:en)?titled,? [“"]([^”"]+)[”"]`)

var misquotedTitle = Check{
	Rule: diag.SameInBoth("S2-141", "misquoted-title", diag.Error,
		"the assertion does not have the title of the description, or the legal name, as they are"),
	run: func(p *project) {
		a := p.ownAssertion()
		if a == nil || p.facts.Partial || p.System.Name.Value == "" || p.Organization.Name.Value == "" {
			return
		}
		title, quoted := p.DescriptionTitle(), false
		for i := range a.passages {
			g := &a.passages[i]
			for _, m := range titled.FindAllStringSubmatchIndex(g.text, -1) {
				quoted = true
				if said := g.text[m[2]:m[3]]; plainQuotes(said) != plainQuotes(title) {
					p.add(g.span(m[2], m[3]), "assertion has the description titled %q", said).
						Note(place(p.System.DescriptionTitle.Span, p.System.Name.Span), "its title is %q", title).
						Suggest("cite the title to the letter: “%s”", title)
				}
			}
		}
		if !quoted && !strings.Contains(plainQuotes(a.text), plainQuotes(title)) {
			p.add(top(a.doc), "assertion does not cite the description by its title").
				Suggest("write which description is meant: titled “%s”", title)
		}
		if !strings.Contains(a.text, p.Organization.Name.Value) {
			p.add(top(a.doc), "assertion does not have the legal name of the organization").
				Note(p.Organization.Name.Span, "its name is %q", p.Organization.Name.Value).
				Suggest("begin with: Management of {{ organization.name }}")
		}
	},
}

// plainQuotes returns a text with straight apostrophes, single spaces and no
// comma at its end, as a comma may stand within quotes.
func plainQuotes(text string) string {
	text = strings.NewReplacer("’", "'", "‘", "'", "\u00a0", " ").Replace(text)
	return strings.TrimRight(strings.Join(strings.Fields(text), " "), ",.")
}

var uncitedCriteria = Check{
	Rule: diag.SameInBoth("S2-142", "uncited-criteria", diag.Error,
		"the assertion does not cite the description criteria or the trust services criteria"),
	run: func(p *project) {
		a := p.ownAssertion()
		if a == nil {
			return
		}
		for _, c := range []struct{ section, short, variable, what string }{
			{"DC section 200", "DC 200", "{{ criteria.description }}", "description criteria"},
			{"TSP section 100", "TSP 100", "{{ criteria.trust_services }}", "trust services criteria"},
		} {
			if !a.has(c.section) && !a.has(c.short) {
				p.add(top(a.doc), "assertion does not cite the %s, %s", c.what, c.section).
					Suggest("cite it with its edition: a reader has to know by which criteria management judged")
			}
		}
	},
}

var unmirroredOpinion = Check{
	Rule: diag.SameInBoth("S2-143", "unmirrored-opinion", diag.Error,
		"the opinion is modified and the assertion is not, or the reverse"),
	run: func(p *project) {
		a := p.ownAssertion()
		if a == nil {
			return
		}
		kind := p.Opinion.Kind
		switch excepts := a.has("except for") || a.has("with the exception of") || a.has("except that"); {
		case kind.Value == "qualified" && !excepts:
			p.add(top(a.doc), "assertion names no exception, but the opinion is qualified").
				Note(kind.Span, "the opinion is recorded here").
				Suggest("say: except for the matter that the opinion is about, and name the criteria")
		case kind.Value == "unmodified" && excepts:
			p.add(top(a.doc), "assertion has an exception, but the opinion is unmodified").
				Note(kind.Span, "the opinion is recorded here").
				Suggest("ask the service auditor which of the two is right")
		}
	},
}

var invalidSignatory = Check{
	Rule: diag.SameInBoth("S2-144", "invalid-signatory", diag.Warning,
		"nobody is to sign the assertion, or a person without a role"),
	absence: true,
	run: func(p *project) {
		if len(p.Signatories) == 0 && !p.Organization.Span.IsZero() {
			p.add(p.Organization.Span, "nothing says which role signs management's assertion").
				Suggest("add a [[signatory]] with a role, such as Chief Executive Officer; the name is written when the report is issued")
		}
		for _, s := range p.Signatories {
			if isPerson(s.Value) {
				p.add(s.Span, "signatory %q is a person", s.Value).
					Suggest("write the role, such as Chief Executive Officer; the name is written when the report is issued")
			}
		}
	},
}
