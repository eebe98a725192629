package socdraft

import (
	"bytes"
	"slices"

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

// The facts are all that a file can carry. The request list never can be: it
// holds samples and comments.
const attachedFacts = "facts"

// Attachments returns the names of what the SOC 2 report can carry.
func Attachments() []string { return []string{attachedFacts} }

// attachmentLimit is the size from which readers and mail give trouble.
const attachmentLimit = 8 << 20

var ruleLargeAttachment = diag.SameInBoth("S2-240", "large-attachment", diag.Error,
	"what the SOC 2 report is to carry is too large to be attached")

// attach gives the report what it is to carry. What is too large is left out
// alone.
func attach(r *run, doc *render.Document, list *diag.List) error {
	if !slices.Contains(r.options.Attach, attachedFacts) || r.options.Plain || !r.finish {
		return nil
	}
	data, err := factsOf(r, doc)
	if err != nil {
		return err
	}
	limit := attachmentLimit
	if r.options.attachmentLimit > 0 {
		limit = r.options.attachmentLimit
	}
	if len(data) > limit {
		list.Add(ruleLargeAttachment, r.engagement.Root, "the facts have %d bytes, and at most %d can be attached to soc2-draft.pdf", len(data), limit).
			Suggest("leave --attach out; --format json writes them as a file of their own")
		return nil
	}
	doc.Attachments = append(doc.Attachments, render.Attachment{
		Name: factsName, Type: "application/json", About: "Facts of this draft SOC 2 report, for programs", Data: data,
	})
	return nil
}
