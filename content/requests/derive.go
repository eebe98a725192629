package requests

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// Derive returns the requests expected for the engagement: those for the
// engagement as a whole first, then by area and control in authored order.
// Requests for the same kind, object, source system and time frame are one,
// with the controls of all.
func Derive(e *content.Engagement) []*Request {
	b := &builder{e: e, sizes: sizesOf(e), byKey: map[key]*draft{}, served: map[*content.Control]bool{}}
	for _, c := range e.Controls {
		if e.InScope(c) {
			b.control(c)
		}
	}
	b.walkthroughs()
	b.engagement()
	b.typicals()
	return b.finish()
}

// A key tells requests apart; those with equal keys are merged.
type key struct {
	kind                  Kind
	object, source, frame string
}

// A draft is a request under construction.
type draft struct {
	*Request
	served map[*content.Control]bool // the builder's
	name   ident
	lead   string // first paragraph of what is requested
	lines  []line // what each control needs
	tail   []string
	from   []*draft // populations the items are selected from
	fresh  bool     // nobody has filled it yet
}

// A line is what one control needs of a request.
type line struct {
	control *content.Control
	text    string
}

// walkthroughSuffix ends the ids of the walkthroughs of areas.
const walkthroughSuffix = "walkthrough"

type builder struct {
	e      *content.Engagement
	sizes  *sizes
	drafts []*draft
	byKey  map[key]*draft
	served map[*content.Control]bool // controls with a request
}

// at returns the draft of the key, new and fresh where there was none.
func (b *builder) at(kind Kind, name ident, object, source string, covers TimeFrame) *draft {
	k := key{kind, strings.ToLower(object), strings.ToLower(source), covers.String()}
	if d := b.byKey[k]; d != nil {
		d.fresh = false
		return d
	}
	d := &draft{
		Request: &Request{Kind: kind, Covers: covers, SourceSystem: source, Origin: Expected},
		served:  b.served, name: name, fresh: true,
	}
	b.byKey[k] = d
	b.drafts = append(b.drafts, d)
	return d
}

// maxLines is how many controls one request tells what each needs: more could
// not be read in one row.
const maxLines = 15

// shared is at for requests in which each control has a line of its own; it
// opens another one where the first is full.
func (b *builder) shared(kind Kind, suffix, object string, covers TimeFrame) *draft {
	name := object
	for n := 2; ; n++ {
		if d := b.at(kind, ident{"", suffix}, name, "", covers); len(d.lines) < maxLines {
			return d
		}
		name = fmt.Sprintf("%s, part %d", object, n)
	}
}

// need records that the control needs the request, and what it needs of it.
func (d *draft) need(c *content.Control, text string) {
	if !slices.ContainsFunc(d.lines, func(l line) bool { return l.control == c }) {
		d.lines = append(d.lines, line{c, text})
		d.served[c] = true
	}
}

// finish orders the drafts, gives them ids and words, and returns the
// requests.
func (b *builder) finish() []*Request {
	place := map[*content.Control]int{}
	area := map[string]int{EngagementArea: -1}
	for i, c := range b.e.Controls {
		place[c] = i
		if _, ok := area[c.Area.Value]; !ok {
			area[c.Area.Value] = i
		}
	}
	for _, d := range b.drafts {
		slices.SortStableFunc(d.lines, func(x, y line) int { return cmp.Compare(place[x.control], place[y.control]) })
		d.Area = EngagementArea
		if !d.Engagement && len(d.lines) > 0 {
			d.Area = most(d.lines, func(c *content.Control) string { return c.Area.Value })
		}
	}
	first := func(d *draft) int {
		if d.Engagement || len(d.lines) == 0 || d.name.suffix == walkthroughSuffix {
			return -1 // the walkthrough opens its area
		}
		return place[d.lines[0].control]
	}
	slices.SortStableFunc(b.drafts, func(x, y *draft) int {
		return cmp.Or(
			cmp.Compare(area[x.Area], area[y.Area]),
			cmp.Compare(first(x), first(y)),
			b.byKind(x, y),
		)
	})
	b.identify()
	list := make([]*Request, len(b.drafts))
	for i, d := range b.drafts {
		b.complete(d)
		list[i] = d.Request
	}
	return list
}

// byKind orders the requests of one control by kind; those for the engagement
// keep the order in which they were made.
func (b *builder) byKind(x, y *draft) int {
	if x.Engagement {
		return 0
	}
	return cmp.Compare(slices.Index(Kinds, x.Kind), slices.Index(Kinds, y.Kind))
}

// complete fills what follows from the controls and writes what is requested.
func (b *builder) complete(d *draft) {
	listed := map[string]bool{"": true}
	for _, l := range d.lines {
		// A control without an id of its own is a finding.
		if id := l.control.ID.Value; !listed[id] {
			listed[id] = true
			d.Controls = append(d.Controls, id)
		}
	}
	if d.Owner == "" {
		d.Owner = b.answerer(d)
	}
	if d.SourceSystem == "" && (d.Kind == SampleItems || d.Kind == Walkthrough && d.name.suffix != walkthroughSuffix) {
		d.SourceSystem = b.sources(d.lines)
	}
	d.Criteria = b.criteriaOf(d.lines, d.Criteria)
	for _, p := range d.from {
		d.From = append(d.From, p.ID)
	}
	d.count()
	d.What = d.compose()
}

// criteriaOf returns the applicable criteria among those of the controls and
// the others given, in table order.
func (b *builder) criteriaOf(lines []line, others []string) []string {
	mapped := map[string]bool{}
	for _, id := range others {
		mapped[id] = true
	}
	for _, l := range lines {
		for _, id := range l.control.Criteria {
			mapped[id.Value] = true
		}
	}
	var ids []string
	for _, criterion := range b.e.ApplicableCriteria() {
		if mapped[criterion.ID] {
			ids = append(ids, criterion.ID)
		}
	}
	return ids
}

// sources returns the names of the systems the controls cite, each once.
func (b *builder) sources(lines []line) string {
	var all []*content.Component
	for _, l := range lines {
		for _, system := range b.systems(l.control) {
			if !slices.Contains(all, system) {
				all = append(all, system)
			}
		}
	}
	return names(all)
}

// maxTitles is how many controls a request lists by title where it serves all
// of them alike; their ids stand in the request anyway.
const maxTitles = 18

// alike reports whether no control needs anything of its own.
func alike(lines []line) bool {
	return !slices.ContainsFunc(lines, func(l line) bool { return l.text != "" })
}

// compose writes what is requested: the lead, what each control needs, the
// populations items come from, and the rest.
func (d *draft) compose() string {
	paragraphs := []string{d.lead}
	if n := len(d.lines); n == 1 && d.lines[0].text != "" {
		paragraphs = append(paragraphs, sentence(d.lines[0].text))
	} else if n > 1 && n <= maxTitles && alike(d.lines) {
		var all []string
		for _, l := range d.lines {
			all = append(all, strings.TrimSpace(l.control.ID.Value+" "+l.control.Title.Value))
		}
		paragraphs = append(paragraphs, "Controls: "+strings.Join(all, "; ")+".")
	} else if n > 1 && n <= maxTitles {
		for _, l := range d.lines {
			entry := "• " + l.control.ID.Value + " " + l.control.Title.Value
			if l.text != "" {
				entry += ": " + l.text
			}
			paragraphs = append(paragraphs, entry)
		}
	}
	if len(d.From) > 0 {
		paragraphs = append(paragraphs, "The service auditor selects the items from "+content.Join(d.From)+".")
	}
	paragraphs = append(paragraphs, d.tail...)
	return strings.Join(paragraphs, "\n")
}
