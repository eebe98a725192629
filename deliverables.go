package socdraft

import (
	"bytes"
	"slices"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/render/pdf"
	"github.com/socdraft/socdraft/render/plain"
	"github.com/socdraft/socdraft/render/xlsx"
	workbook "github.com/socdraft/socdraft/templates/requests"
	"github.com/socdraft/socdraft/templates/soc2"
	"github.com/socdraft/socdraft/templates/soc3"
)

// A deliverable is one target.
type deliverable struct {
	name      string
	stem      string // file name without its ending
	ending    string
	plain     string // ending of the plain form
	type2Only bool

	// build returns no file where findings refuse the target.
	build func(*run, *diag.List) (*File, error)
}

// deliverables lists the targets in the order they are built and named.
var deliverables = []*deliverable{
	{name: "soc2", stem: "soc2-draft", ending: ".pdf", plain: ".txt", build: buildSOC2},
	{name: "soc3", stem: "soc3-draft", ending: ".pdf", plain: ".txt", type2Only: true, build: buildSOC3},
	{name: "requests", stem: "request-list", ending: ".xlsx", plain: ".tsv", build: buildRequests},
}

// Targets returns the names of the targets.
func Targets() []string {
	var names []string
	for _, d := range deliverables {
		names = append(names, d.name)
	}
	return names
}

func (d *deliverable) fileName(o Options) string {
	switch {
	case o.Facts:
		return factsName
	case o.Plain:
		return d.stem + d.plain
	}
	return d.stem + d.ending
}

// notWritten returns the file names of all that was asked for.
func notWritten(o Options) []string {
	var names []string
	for _, d := range deliverables {
		if len(o.Targets) == 0 || slices.Contains(o.Targets, d.name) {
			names = append(names, d.fileName(o))
		}
	}
	return names
}

func buildSOC2(r *run, list *diag.List) (*File, error) {
	doc := soc2.Document(soc2.Input{
		Engagement: r.engagement,
		Coverage:   r.coverage,
		Edition:    soc2.Edition(r.options.Edition),
		Today:      r.today,
		Images:     r.images,
		Waived:     len(r.waived),
	}, list)
	if r.options.Facts {
		return buildFacts(r, doc, list)
	}
	if err := attach(r, doc, list); err != nil {
		return nil, err
	}
	return paint(r, "soc2", doc, list)
}

func buildSOC3(r *run, list *diag.List) (*File, error) {
	if r.engagement.Boundaries == nil {
		list.Add(ruleNoBoundaries, r.engagement.Root, "the SOC 3 has no boundaries of the system (attachment A)").
			Suggest("write soc3/boundaries.md in public words, or leave soc3 out with --target soc2,requests")
	}
	facts := public.Of(r.engagement)
	doc := soc3.Document(facts, soc3.Input{
		Edition: soc3.Edition(r.options.Edition),
		Today:   r.today,
		Images:  r.images,
	}, list)
	leaks := soc3.Guard(string(plain.Document(doc)), doc, facts, public.Confidential(r.engagement))
	if len(leaks) > 0 {
		for _, leak := range leaks {
			leak.AddTo(list)
		}
		return nil, nil
	}
	return paint(r, "soc3", doc, list)
}

func buildRequests(r *run, list *diag.List) (*File, error) {
	book := workbook.Workbook(workbook.Input{
		Engagement: r.engagement,
		Coverage:   r.coverage,
		Requests:   r.requests,
		Edition:    string(r.options.Edition),
		Round:      r.issue.round,
		Issue:      r.issue.sum,
		IssuedOn:   r.issue.on,
		Log:        r.changes(),
	})
	file := &File{Target: "requests", Count: len(r.requests), Unit: "rows"}
	if r.options.Plain {
		file.Name, file.Data = book.Name+".tsv", plain.Workbook(book)
		return file, nil
	}
	fitCells(book, r, list)
	if !r.finish {
		return file, nil
	}
	data, err := xlsx.Write(book, r.theme)
	file.Name, file.Data = book.Name+".xlsx", data
	return file, err
}

// paint lays a document out and writes it. The plain form is laid out too,
// since findings of the layout are findings of the project.
func paint(r *run, target string, doc *render.Document, list *diag.List) (*File, error) {
	fonts := font.Embedded()
	var begun *pdf.Draft
	if r.finish && !r.options.Plain {
		begun = pdf.Begin(doc, fonts)
	}
	pages, findings := layout.Pages(doc, r.theme, fonts)
	list.Append(findings)
	file := &File{Target: target, Count: len(pages.Pages), Unit: "pages"}
	if !r.finish {
		return file, nil
	}
	if r.options.Plain {
		file.Name, file.Data = doc.Name+".txt", plain.Document(doc)
		file.Count, file.Unit = bytes.Count(file.Data, []byte("\n")), "lines"
		return file, nil
	}
	for _, h := range pages.Headings {
		file.Headings = append(file.Headings, Heading{Text: h.Text, Level: h.Level, Page: h.Page})
	}
	data, err := begun.Write(pages)
	file.Name, file.Data = doc.Name+".pdf", data
	return file, err
}
