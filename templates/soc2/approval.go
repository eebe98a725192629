package soc2

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// ApprovedParts names the parts that management approves, in printed order.
var ApprovedParts = []string{"assertion", "description", "controls", "other-information"}

// PartSum returns what an approval of the part records: SHA-256, in lower-case
// hex, over the part's source files (name, length and bytes, in name order)
// and over the facts of socdraft.toml that the part states. socdraft.toml
// itself holds the approvals and cannot be part of what they approve.
func PartSum(e *content.Engagement, part string) string {
	sources := map[string]*diag.Source{}
	collect := func(spans ...diag.Span) {
		for _, s := range spans {
			if s.Source != nil && s.Source != e.Root.Source {
				sources[s.Source.Name] = s.Source
			}
		}
	}
	switch part {
	case "assertion":
		collect(assertionSpans(e)...)
	case "description":
		collect(descriptionSpans(e)...)
	case "controls":
		for _, c := range e.Controls {
			collect(c.Span)
		}
		for _, n := range e.NotRelevant {
			collect(n.Span)
		}
	case "other-information":
		for _, r := range e.Responses {
			collect(r.Span)
		}
		for _, d := range e.OtherInformation {
			collect(d.Span)
		}
	}
	for name, d := range e.Wording {
		if part == partOfWording(name) {
			collect(d.Span)
		}
	}
	hash := sha256.New()
	for _, name := range sortedNames(sources) {
		text := sources[name].Text
		fmt.Fprintf(hash, "%s\n%d\n", name, len(text))
		hash.Write(text)
	}
	fmt.Fprint(hash, facts(e))
	return hex.EncodeToString(hash.Sum(nil))
}

func assertionSpans(e *content.Engagement) []diag.Span {
	var spans []diag.Span
	if e.Assertion != nil {
		spans = append(spans, e.Assertion.Span)
	}
	for _, p := range e.Parties {
		spans = append(spans, p.Span)
	}
	for _, c := range e.UserEntities.CUECs {
		spans = append(spans, c.Span)
	}
	return spans
}

func descriptionSpans(e *content.Engagement) []diag.Span {
	var spans []diag.Span
	for _, p := range content.DescriptionParts {
		if d := e.Description.Known[p.Name]; d != nil {
			spans = append(spans, d.Span)
		}
	}
	for _, d := range e.Description.Others {
		spans = append(spans, d.Span)
	}
	for _, c := range e.Commitments {
		spans = append(spans, c.Span)
	}
	for _, r := range e.Requirements {
		spans = append(spans, r.Span)
	}
	for _, c := range e.Components.All() {
		spans = append(spans, c.Span)
	}
	for _, n := range e.NotRelevant {
		spans = append(spans, n.Span)
	}
	for _, p := range e.Parties {
		spans = append(spans, p.Span)
	}
	for _, c := range e.UserEntities.CUECs {
		spans = append(spans, c.Span)
	}
	for _, r := range e.UserEntities.Responsibilities {
		spans = append(spans, r.Span)
	}
	for _, i := range e.Incidents.List {
		spans = append(spans, i.Span)
	}
	for _, c := range e.Changes.List {
		spans = append(spans, c.Span)
	}
	return append(spans, e.UserEntities.None.Span, e.Incidents.None.Span, e.Changes.None.Span)
}

// partOfWording tells into which part a wording override prints.
func partOfWording(name string) string {
	switch {
	case strings.HasPrefix(name, "assertion-"):
		return "assertion"
	case name == "controls-introduction" || name == "controls-other":
		return "controls"
	case name == "responses":
		return "other-information"
	}
	return "description"
}

// facts are the values of socdraft.toml that each part states.
func facts(e *content.Engagement) string {
	lines := []string{e.Organization.Name.Value, e.Organization.ShortName.Value, e.System.Name.Value,
		e.DescriptionTitle(), e.ReportTitle(), e.Report.CommitmentsVary.Value}
	for _, s := range e.Services {
		lines = append(lines, s.ID.Value, s.Name.Value, prose.BlocksText(s.Summary.Blocks), s.UserEntities.Value)
	}
	for _, s := range e.ExcludedServices {
		lines = append(lines, s.Name.Value, prose.BlocksText(s.Reason.Blocks))
	}
	for _, s := range e.Signatories {
		lines = append(lines, s.Value)
	}
	return strings.Join(lines, "\n")
}

func sortedNames(sources map[string]*diag.Source) []string {
	var names []string
	for name := range sources {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
