package socdraft

import (
	"bytes"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/templates/facts"
)

// factsName is the file of facts, alone and inside the report.
const factsName = "soc2-facts.json"

// buildFacts writes what the report says as JSON. The report is laid out too,
// since findings of the layout are findings of the project.
func buildFacts(r *run, doc *render.Document, list *diag.List) (*File, error) {
	_, findings := layout.Pages(doc, r.theme, font.Embedded())
	list.Append(findings)
	file := &File{Target: "soc2", Name: factsName, Unit: "lines"}
	if !r.finish {
		return file, nil
	}
	var err error
	file.Data, err = factsOf(r, doc)
	file.Count = bytes.Count(file.Data, []byte("\n"))
	return file, err
}

func factsOf(r *run, doc *render.Document) ([]byte, error) {
	return facts.JSON(facts.Input{
		Engagement: r.engagement,
		Coverage:   r.coverage,
		Edition:    string(r.options.Edition),
		Mark:       doc.Mark,
	})
}
