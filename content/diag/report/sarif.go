package report

import (
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// homepage is where machine formats say that the tool is described.
const homepage = "https://github.com/socdraft/socdraft"

// What GitHub's code scanning takes in one run.
const (
	sarifResults   = 25_000
	sarifLocations = 1_000
)

// The types of a SARIF 2.1.0 log, as far as it is printed.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		Automation  sarifAutomation   `json:"automationDetails"`
		Invocations []sarifInvocation `json:"invocations"`
		ColumnKind  string            `json:"columnKind"`
		Results     []sarifResult     `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		URI   string      `json:"informationUri"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string        `json:"id"`
		Short   sarifText     `json:"shortDescription"`
		Help    sarifText     `json:"help"`
		HelpURI string        `json:"helpUri"`
		Default sarifDefault  `json:"defaultConfiguration"`
		Tags    sarifRuleTags `json:"properties"`
	}
	sarifDefault struct {
		Level string `json:"level"`
	}
	sarifRuleTags struct {
		Tags []string `json:"tags"`
	}
	sarifAutomation struct {
		ID string `json:"id"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level   string    `json:"level"`
		Message sarifText `json:"message"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints sarifFingerprints `json:"partialFingerprints"`

		// In a run where one result has them all must.
		Suppressions *[]sarifSuppression `json:"suppressions,omitempty"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Status        string `json:"status"`
		Justification string `json:"justification"`
	}
	// GitHub reads this one fingerprint and makes one of its own where it is
	// missing.
	sarifFingerprints struct {
		Line string `json:"primaryLocationLineHash"`
	}
	sarifLocation struct {
		ID       *int          `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI    string `json:"uri"`
		BaseID string `json:"uriBaseId"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

// writeSARIF prints one run, with every rule that was looked for. What is
// waived is suppressed.
func writeSARIF(w io.Writer, findings []*diag.Finding, opts Options) error {
	findings = opts.withWaived(findings)
	rules := opts.rules(findings)
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{"socdraft", homepage, opts.sarifRules(rules)}},
		Automation:  sarifAutomation{path.Join("socdraft", opts.Edition, opts.Root) + "/"},
		Invocations: []sarifInvocation{{Successful: true}},
		ColumnKind:  "unicodeCodePoints",
		Results:     opts.sarifResults(findings, rules),
	}
	if cut := len(findings) - len(run.Results); cut > 0 {
		run.Invocations[0].Notifications = []sarifNotification{{"warning", sarifText{fmt.Sprintf(
			"%s of %d not listed: code scanning takes %d results", plural(cut, "finding"), len(findings), sarifResults)}}}
	}
	log := sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}}
	return encodeJSON(w, log, "  ")
}

func (o Options) sarifRules(rules []*diag.Rule) []sarifRule {
	all := make([]sarifRule, len(rules))
	for i, r := range rules {
		help := r.Title
		if o.Explain != nil {
			help = o.Explain(r)
		}
		all[i] = sarifRule{
			ID: r.Name, Short: sarifText{r.Title}, Help: sarifText{help}, HelpURI: homepage + "#readme",
			Default: sarifDefault{sarifLevel(r.Working)}, Tags: sarifRuleTags{[]string{r.Number}},
		}
	}
	return all
}

// sarifResults returns the findings in their order, or the worst of them where
// they are too many.
func (o Options) sarifResults(findings []*diag.Finding, rules []*diag.Rule) []sarifResult {
	index := map[*diag.Rule]int{}
	for i, r := range rules {
		index[r] = i
	}
	names := map[*diag.Finding]string{}
	for i, name := range o.fingerprints(findings) {
		names[findings[i]] = name
	}
	if len(findings) > sarifResults {
		findings = worstFirst(findings)[:sarifResults]
	}
	results := make([]sarifResult, len(findings))
	for i, f := range findings {
		results[i] = o.sarifResult(f)
		results[i].RuleIndex = index[f.Rule]
		results[i].Fingerprints.Line = names[f]
		if len(o.Waived) > 0 {
			results[i].Suppressions = suppressionsOf(f)
		}
	}
	return results
}

func (o Options) sarifResult(f *diag.Finding) sarifResult {
	r := sarifResult{
		RuleID: f.Rule.Name, Level: sarifLevel(f.Severity), Message: sarifText{sarifMessage(f)},
		Locations: []sarifLocation{{Physical: o.sarifPhysical(f.Span)}},
	}
	for i, n := range f.Notes {
		if n.Span.IsZero() || len(r.Related) == sarifLocations {
			continue
		}
		r.Related = append(r.Related, sarifLocation{&i, o.sarifPhysical(n.Span), &sarifText{oneLine(n.Text)}})
	}
	return r
}

func suppressionsOf(f *diag.Finding) *[]sarifSuppression {
	all := []sarifSuppression{}
	if f.Waiver != nil {
		all = append(all, sarifSuppression{"external", "accepted", oneLine(decision(f.Waiver))})
	}
	return &all
}

// sarifMessage returns the message with what has no place of its own. Brackets
// before a parenthesis would make a link.
func sarifMessage(f *diag.Finding) string {
	text := oneLine(f.Message)
	for _, n := range f.Notes {
		if n.Span.IsZero() {
			text += "\nnote: " + oneLine(n.Text)
		}
	}
	if f.Help != "" {
		text += "\nhelp: " + oneLine(f.Help)
	}
	return strings.ReplaceAll(text, "](", `\](`)
}

func (o Options) sarifPhysical(span diag.Span) sarifPhysical {
	uri := url.URL{Path: o.repositoryName(span)}
	p := sarifPhysical{sarifArtifact{uri.String(), "%SRCROOT%"}, sarifRegion{1, 1, 1, 1}}
	if !span.IsZero() {
		at := placeOf(span)
		p.Region = sarifRegion{at.Line, at.Col, at.EndLine, at.EndCol}
	}
	return p
}

func sarifLevel(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "error"
	case diag.Warning:
		return "warning"
	case diag.Info:
		return "note"
	}
	return "none"
}
