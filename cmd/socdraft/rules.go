package main

import (
	"bytes"
	"fmt"
	"text/tabwriter"

	"github.com/socdraft/socdraft"
)

// listedRule is a rule as --list-rules --json prints it.
type listedRule struct {
	Number      string `json:"number"`
	Name        string `json:"name"`
	Working     string `json:"working"`
	Auditor     string `json:"auditor"`
	NeverWaived bool   `json:"never_waived"`
	Title       string `json:"title"`
}

// listRules prints the rules that report findings, by number.
func (a *app) listRules(asJSON bool) error {
	var rules []listedRule
	for _, p := range socdraft.Explanations() {
		if p.Kind == socdraft.Rule {
			rules = append(rules, listedRule{p.Number, p.Name, p.Working, p.Auditor, p.NeverWaived, p.Title})
		}
	}
	if asJSON {
		return writeJSON(a.stdout, rules)
	}
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "NUMBER\tNAME\tWORKING\tAUDITOR\tWAIVER\tTITLE")
	for _, r := range rules {
		waiver := "allowed"
		if r.NeverWaived {
			waiver = "never"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", r.Number, r.Name, r.Working, r.Auditor, waiver, r.Title)
	}
	w.Flush() // a bytes.Buffer takes everything
	_, err := a.stdout.Write(b.Bytes())
	return err
}
