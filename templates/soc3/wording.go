package soc3

import (
	"embed"
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/markdown"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

//go:embed wording/*.md
var wordingFiles embed.FS

// wording returns the built-in words of a part.
func (b *builder) wording(part string) []prose.Block {
	data, err := wordingFiles.ReadFile("wording/" + part + ".md")
	if err != nil {
		panic(fmt.Sprintf("soc3: no wording for part %q", part))
	}
	return b.expanded(markdown.Parse(diag.Text{Value: string(data)}, markdown.Options{BuiltIn: true}, b.list))
}

// expanded replaces the variables in blocks that belong to this draft alone.
func (b *builder) expanded(blocks []prose.Block) []prose.Block {
	prose.Expand(blocks, b.variables(), b.list)
	return blocks
}

// speak adds the words of a part of management's boilerplate.
func (b *builder) speak(part string) {
	b.add(render.NewProse(render.ByManagement, b.wording(part)...))
}

// inlineWording returns the runs of a part that is one paragraph.
func (b *builder) inlineWording(part string) []prose.Inline {
	var runs []prose.Inline
	prose.EachInlines(b.wording(part), func(r *[]prose.Inline) { runs = append(runs, *r...) })
	return runs
}

// variables returns the values that boilerplate and management's own wording
// may name: of those of every Markdown file, the public ones.
func (b *builder) variables() prose.Variables {
	f := b.f
	values := map[string]diag.Text{
		"organization.name":       f.Organization,
		"organization.short_name": f.ShortName,
		"system.name":             f.System,
	}
	for name, value := range map[string]string{
		"report.time_frame":        b.thePeriod(),
		"report.period_start":      f.Period.Start.Long(),
		"report.period_end":        f.Period.End.Long(),
		"report.categories":        join(f.Categories),
		"draft.number":             fmt.Sprint(f.Draft.Number),
		"draft.date":               f.Draft.Date.Long(),
		"draft.revision":           orElse(f.Draft.Revision, "not recorded"),
		"draft.edition":            string(b.in.Edition),
		"standards.trust_services": f.Criteria,
		"subservice.carved_out":    join(b.subservice(true)),
		"subservice.included":      join(b.subservice(false)),
		"conditions.controls":      strings.Join(b.conditions(), " and "),
	} {
		values[name] = diag.Text{Value: value}
	}
	for name, value := range values {
		if value.Value == "" { // checked where it belongs, so the template goes on
			values[name] = diag.Text{Value: "[MANAGEMENT TO PROVIDE – " + name + "]"}
		}
	}
	return prose.Variables{Values: values}
}

// subservice returns the names of the subservice organizations that are carved
// out, or of those that are included.
func (b *builder) subservice(carvedOut bool) []string {
	var names []string
	for _, s := range b.f.Subservice {
		if s.CarveOut == carvedOut {
			names = append(names, s.Name.Value)
		}
	}
	return names
}

// conditions names the controls of others that management's conclusion
// presupposes. The service auditor's report presupposes the same.
func (b *builder) conditions() []string {
	var controls []string
	if len(b.subservice(true)) > 0 {
		controls = append(controls, "complementary subservice organization controls")
	}
	if b.f.HasCUECs {
		controls = append(controls, "complementary user entity controls")
	}
	return controls
}

func orElse(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}
