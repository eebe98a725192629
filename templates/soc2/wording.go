package soc2

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/markdown"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

//go:embed wording/*.md
var wordingFiles embed.FS

// The rules of this package.
var (
	ForbiddenOverride = diag.SameInBoth("WD-001", "forbidden-override", diag.Error,
		"a wording file replaces words that are not management’s to change")
	UnknownWording = diag.SameInBoth("WD-002", "unknown-wording", diag.Error,
		"a wording file has the name of no part")
)

// Rules lists the rules of this package by number.
var Rules = []*diag.Rule{ForbiddenOverride, UnknownWording}

// Parts names the parts of management's boilerplate that a project may word in
// its own way by wording/<part>.md, in printed order.
var Parts = []string{
	"assertion-subject", "assertion-purpose", "assertion-criteria", "assertion-carve-out", "assertion-inclusive",
	"assertion-user-entities", "assertion-conclusions", "assertion-description", "assertion-design",
	"assertion-operation", "assertion-conditions", "commitments", "incidents", "incidents-none", "controls-pointer", "criteria-relevant",
	"criteria-not-relevant", "carve-out", "inclusive", "subservice-none", "user-entity-controls",
	"user-entity-controls-none", "user-entity-responsibilities", "changes", "changes-none", "controls-introduction",
	"controls-other",
	"responses",
}

// A fixedPart is words that no project may replace.
type fixedPart struct {
	name string
	why  string
}

// fixedParts lists the words a project may not replace, also those that have
// no wording file of their own.
var fixedParts = []fixedPart{
	{"notice", "the draft notice says what the document is not"},
	{"mark", "the DRAFT mark stands on every page"},
	{"other-information-label", "the label says what the service auditor’s report does not cover"},
	{"auditors-report", "the report is the service auditor’s"},
	{"opinion", "the opinion is the service auditor’s"},
	{"preface", "the preface to the tests is the service auditor’s"},
	{"tests", "the tests are the service auditor’s"},
	{"results", "the results are the service auditor’s"},
	{"verbatim", "it says where the service auditor’s words come from"},
	{"modification", "the notice is the tool’s, not management’s"},
	{"navigation", "the label says that the navigation aids are no part of the report"},
}

// soc3Prefix begins the names of the parts that belong to the SOC 3 template.
const soc3Prefix = "soc3-"

// checkWording reports wording files of the project that replace nothing.
func (b *builder) checkWording() {
	var names []string
	for name := range b.e.Wording {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		span := b.e.Wording[name].Span
		span.End = span.Start
		if why := fixed(name); why != "" {
			b.list.Add(ForbiddenOverride, span, "wording/%s.md cannot replace part %q: %s", name, name, why).
				Suggest("remove the file; the draft prints the built-in words")
			continue
		}
		if slices.Contains(Parts, name) || strings.HasPrefix(name, soc3Prefix) {
			continue
		}
		f := b.list.Add(UnknownWording, span, "wording/%s.md replaces nothing: there is no part %q", name, name)
		if near := diag.Nearest(name, Parts); near != "" {
			f.Suggest("a part with a similar name exists: %q", near)
		} else {
			f.Suggest("the parts are: %s", strings.Join(Parts, ", "))
		}
	}
}

func fixed(name string) string {
	for _, p := range fixedParts {
		if p.name == name {
			return p.why
		}
	}
	return ""
}

// wording returns the words of a part: the project's own where it may and does
// override them, else the built-in ones. The party is the one that subservice
// variables name, or nil.
func (b *builder) wording(part string, party *content.Party) []prose.Block {
	if own := b.e.Wording[part]; own != nil && slices.Contains(Parts, part) {
		blocks := prose.Clone(own.Blocks)
		prose.Expand(blocks, b.variables(party), b.list)
		return blocks
	}
	data, err := wordingFiles.ReadFile("wording/" + b.builtIn(part) + ".md")
	if err != nil {
		panic(fmt.Sprintf("soc2: no wording for part %q", part))
	}
	// What a broken project lacks was reported where it is missing; our words
	// add nothing to that, so their findings go nowhere.
	var unheard diag.List
	blocks := markdown.Parse(diag.Text{Value: string(data)}, markdown.Options{BuiltIn: true}, &unheard)
	prose.Expand(blocks, b.variables(party), &unheard)
	return blocks
}

// builtIn names the file of a part’s built-in words. Only what the
// introduction of the controls says depends on their layout.
func (b *builder) builtIn(part string) string {
	if part == "controls-introduction" && b.e.Report.ByCriterion() {
		return part + "-by-criterion"
	}
	return part
}

// speak adds the words of a part of management's boilerplate.
func (b *builder) speak(part string, party *content.Party) {
	b.add(render.NewProse(render.ByManagement, b.wording(part, party)...))
}

// inlineWording returns the runs of a part that is one paragraph.
func (b *builder) inlineWording(part string) []prose.Inline {
	var runs []prose.Inline
	prose.EachInlines(b.wording(part, nil), func(r *[]prose.Inline) { runs = append(runs, *r...) })
	return runs
}
