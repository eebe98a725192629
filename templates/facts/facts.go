// Package facts is the draft SOC 2 report for programs: what the report of an
// edition prints, as JSON that schema.json describes.
//
// It says nothing that the draft does not print: management's own tests, what
// was not received from the service auditor and what management keeps to
// itself have no place in it. Names and numbers of the format are a promise,
// see Version. Start at JSON.
package facts

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
)

// Schema is the JSON Schema of the format.
//
//go:embed schema.json
var Schema []byte

// SchemaID is what each file names as its schema.
const SchemaID = "https://github.com/socdraft/socdraft/blob/main/templates/facts/schema.json"

// Version is the version of the format. Within one version a member is never
// removed, renamed or given another meaning; new ones may come.
const Version = 1

// Input is what the facts are made from.
type Input struct {
	Engagement *content.Engagement
	Coverage   *coverage.Coverage
	Edition    string
	Mark       string // the DRAFT line of the report's pages
}

// JSON returns the facts of the report, with a line end at the end.
func JSON(in Input) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(of(in)); err != nil {
		return nil, fmt.Errorf("facts: %w", err)
	}
	return b.Bytes(), nil
}

// A teller makes the facts of one report.
type teller struct {
	Input
	e     *content.Engagement
	tests map[string][]*content.Test // the service auditor's as received, by control
}

func of(in Input) *report {
	t := &teller{Input: in, e: in.Engagement}
	if t.type2() {
		t.tests = t.e.TestsByControl((*content.TestFile).Auditors)
	}
	return &report{
		Schema: SchemaID, Version: Version, Mark: in.Mark,
		Draft:           t.draft(),
		Organization:    organization{t.e.Organization.Name.Value, t.e.Organization.ShortName.Value},
		System:          system{t.e.System.Name.Value, t.e.DescriptionTitle()},
		Examination:     t.examination(),
		Criteria:        t.criteria(),
		Controls:        t.controls(),
		Received:        t.received(),
		Exceptions:      t.exceptions(),
		CUECs:           t.cuecs(),
		Subservice:      t.subservice(),
		OtherParties:    t.otherParties(),
		Commitments:     t.commitments(),
		Requirements:    t.requirements(),
		UserEntityTasks: t.responsibilities(),
		Services:        t.services(),
		Incidents:       t.incidents(),
		Changes:         t.changes(),
		Figures:         t.figures(),
	}
}

func (t *teller) type2() bool { return t.e.Report.Type == content.Type2 }

func (t *teller) draft() draft {
	d := draft{Edition: t.Edition, Revision: t.e.Revision, Date: t.e.Draft.Date.String()}
	if n := t.e.Draft.Number; n.Given() || n.Value > 0 {
		d.Number = &n.Value
	}
	return d
}

func (t *teller) examination() examination {
	r := t.e.Report
	x := examination{
		Title: t.e.ReportTitle(), Type: int(r.Type), Categories: []string{},
		ControlCriteria: t.e.Editions.TrustServices, DescriptionCriteria: t.e.Editions.Description,
	}
	if t.type2() {
		if !r.Period.Start.IsZero() && !r.Period.End.IsZero() {
			x.Period = &period{r.Period.Start.String(), r.Period.End.String()}
		}
	} else {
		x.AsOf = r.AsOf.String()
	}
	for _, c := range r.Ordered() {
		x.Categories = append(x.Categories, string(c))
	}
	return x
}
