package soc2

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// A builder collects the blocks of one draft in printed order, and what the
// front pages and the navigation aids say about them.
type builder struct {
	in       Input
	e        *content.Engagement
	x        *index
	list     *diag.List
	sections []section
	blocks   []render.Block

	pending []pending                 // open placeholders, in printed order
	tables  []render.ContentsEntry    // captioned tables
	known   map[string]bool           // anchors that authored cross references may name
	states  map[string]agreementState // where conditions stand, for the agreement table
}

func newBuilder(in Input, list *diag.List) *builder {
	if in.Edition == "" {
		in.Edition = Working
	}
	if in.Coverage == nil {
		in.Coverage = coverage.Of(in.Engagement)
	}
	b := &builder{in: in, e: in.Engagement, x: newIndex(in.Engagement), list: list, states: map[string]agreementState{}}
	b.x.addExceptions(b.inStatedOrder())
	b.known = knownAnchors(b.e)
	b.sections = b.present()
	return b
}

// working reports whether internal material may print.
func (b *builder) working() bool { return b.in.Edition == Working }

// type2 reports whether the report covers operation throughout a period.
func (b *builder) type2() bool { return b.e.Report.Type == content.Type2 }

// short is the organization's short name, or its legal name.
func (b *builder) short() string {
	if s := b.e.Organization.ShortName.Value; s != "" {
		return s
	}
	return b.e.Organization.Name.Value
}

func (b *builder) add(blocks ...render.Block) {
	for _, block := range blocks {
		if t, ok := block.(*render.Table); ok && t.Caption != "" {
			b.tables = append(b.tables, render.ContentsEntry{Text: t.Caption, ID: t.ID})
		}
		if m, ok := block.(*render.Matrix); ok {
			b.tables = append(b.tables, render.ContentsEntry{Text: m.Caption, ID: m.ID})
		}
		b.blocks = append(b.blocks, block)
	}
}

// heading adds a heading of the given level, 2 to 4.
func (b *builder) heading(whose render.Owner, level int, id, text string, margin ...string) {
	b.add(&render.Heading{By: render.By{Whose: whose}, ID: id, Level: level, Text: prose.Plain(text), Margin: margin})
}

// say adds one paragraph.
func (b *builder) say(whose render.Owner, runs ...prose.Inline) {
	b.add(render.NewProse(whose, prose.Para(runs...)))
}

// prose adds authored long text, where there is any.
func (b *builder) prose(whose render.Owner, p content.Prose) {
	if !p.IsZero() {
		b.add(render.NewProse(whose, p.Blocks...))
	}
}

// A pending placeholder is an entry of the list of open placeholders.
type pending struct {
	text  string
	whose render.Owner
	id    string // anchor
	count int    // placeholders it stands for
}

// placeholder makes a placeholder and records it as open.
func (b *builder) placeholder(whose render.Owner, id, text string, facts ...render.Fact) *render.Placeholder {
	b.pending = append(b.pending, pending{text: text, whose: whose, id: id, count: 1})
	return &render.Placeholder{By: render.By{Whose: whose}, ID: id, Text: text, Facts: facts}
}

// missing adds a placeholder for words that management has yet to supply.
func (b *builder) missing(id, what string, facts ...render.Fact) {
	b.add(b.placeholder(render.ByManagement, id, "[MANAGEMENT TO PROVIDE – "+what+"]", facts...))
}

// openCount returns how many placeholders of the owner are open.
func (b *builder) openCount(whose render.Owner) int {
	n := 0
	for _, p := range b.pending {
		if p.whose == whose {
			n += p.count
		}
	}
	return n
}

// knownAnchors returns the ids that authored cross references may name.
func knownAnchors(e *content.Engagement) map[string]bool {
	known := map[string]bool{}
	add := func(ids ...content.Text) {
		for _, id := range ids {
			known[id.Value] = true
		}
	}
	for _, c := range e.Criteria {
		known[c.ID] = true
	}
	for _, part := range content.DescriptionParts {
		known[part.Name] = true
	}
	for _, c := range e.Controls {
		add(c.ID)
	}
	for _, c := range e.Commitments {
		add(c.ID)
	}
	for _, r := range e.Requirements {
		add(r.ID)
	}
	for _, c := range e.Components.All() {
		add(c.ID)
	}
	for _, p := range e.Parties {
		add(p.ID)
		for _, c := range p.CSOCs {
			add(c.ID)
		}
	}
	for _, c := range e.UserEntities.CUECs {
		add(c.ID)
	}
	for _, r := range e.UserEntities.Responsibilities {
		add(r.ID)
	}
	for _, i := range e.Incidents.List {
		add(i.ID)
	}
	for _, c := range e.Changes.List {
		add(c.ID)
	}
	return known
}
