package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
)

func explainCommand(a *app) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "explain RULE...",
		Short: "Tell why a rule matters and how to mend what it finds",
		Long: `explain prints what a rule is about, why an auditor cares, how to mend it, an
example that breaks it and what check says about that. RULE is a name or a
number, as findings print it; check --list-rules lists them all.`,
		Example: `  socdraft explain uncovered-criterion
  socdraft explain S2-107 D11`,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			return ruleNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("explain which rule? check --list-rules lists them")
			}
			var pages []*socdraft.Explanation
			for _, key := range args {
				page, ok := socdraft.Explain(key)
				if !ok {
					return unknownRule(key)
				}
				same := func(p *socdraft.Explanation) bool { return p.Number == page.Number }
				if !slices.ContainsFunc(pages, same) { // a name and its number are one rule
					pages = append(pages, page)
				}
			}
			if asJSON {
				return writeJSON(a.stdout, pages)
			}
			var b bytes.Buffer
			for i, page := range pages {
				if i > 0 {
					b.WriteString("\n\n")
				}
				printPage(&b, page)
			}
			_, err := a.stdout.Write(b.Bytes())
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print an array of objects")
	return cmd
}

// ruleNames returns the names of all rules in the order of their numbers.
func ruleNames() []string {
	var names []string
	for _, p := range socdraft.Explanations() {
		names = append(names, p.Name)
	}
	return names
}

// unknownRule suggests the nearest name or, for what looks like one, number.
// All names would fill the screen.
func unknownRule(key string) error {
	var keys []string
	for _, p := range socdraft.Explanations() {
		keys = append(keys, p.Name, strings.ToLower(p.Number))
	}
	if near := diag.Nearest(strings.ToLower(key), keys); near != "" {
		if page, _ := socdraft.Explain(near); near != page.Name {
			near = page.Number
		}
		return usagef("unknown rule %q; a similar one is %q", key, near)
	}
	return usagef("unknown rule %q (check --list-rules lists them)", key)
}

// printPage sets an explanation for people.
func printPage(b *bytes.Buffer, p *socdraft.Explanation) {
	fmt.Fprintf(b, "%s %s\n%s\n", p.Number, p.Name, wrap(p.Title, 0))
	status(b, p)
	section(b, "Why it matters", wrap(p.Why, 2))
	section(b, "How to mend it", wrap(p.Fix, 2))
	findings, more := firstFindings(p.Findings)
	section(b, "Bad example (in a project that is complete otherwise)", badFiles(p.Bad, p.Least, findings))
	section(b, "What check says about it", indent(findings))
	if more > 0 {
		fmt.Fprintf(b, "  and %d more\n", more)
	}
	if len(p.Good) > 0 {
		p.Good = mended(p.Good, p.Bad, p.Least)
	}
	section(b, "Good example", goodFiles(p.Good, p.Bad, p.Least, shownLines))
	section(b, "Near misses, of which check says nothing", goodFiles(p.Near, slices.Concat(p.Bad, p.Good), p.Least, shownAnyway))
	if len(p.Bad) > 0 && len(p.Good) == 0 {
		b.WriteString("\nThe complete project, without these files, is the good example.\n")
	}
}

// status prints how severe the rule is, or why it reports nothing.
func status(b *bytes.Buffer, p *socdraft.Explanation) {
	switch {
	case p.Kind == socdraft.Invariant:
		b.WriteString("Every draft keeps this rule, whatever the sources say; these tests hold it:\n")
		for _, test := range p.Tests {
			folder, name, _ := strings.Cut(test, " ")
			fmt.Fprintf(b, "  go test %s -run %s\n", strings.TrimSuffix("./"+folder, "/."), name)
		}
	case p.Kind == socdraft.Waiting:
		fmt.Fprintf(b, "This rule waits: it is about %s, and nothing makes or reads that yet.\n", p.WaitsFor)
	case p.Kind == socdraft.Covered:
		fmt.Fprintf(b, "Other rules find these faults: %s\n", strings.Join(p.CoveredBy, ", "))
	case p.Working == p.Auditor:
		fmt.Fprintf(b, "Severity: %s in both editions\n", p.Working)
	default:
		fmt.Fprintf(b, "Severity: %s in the working edition, %s in the auditor edition\n", p.Working, p.Auditor)
	}
	if p.NeverWaived {
		b.WriteString("This rule can never be waived.\n")
	}
}

// section prints text under a head, if there is any.
func section(b *bytes.Buffer, head, text string) {
	if text != "" {
		fmt.Fprintf(b, "\n%s\n%s", head, text)
	}
}

// indent moves each line of a text by two columns.
func indent(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if line != "\n" {
			b.WriteString("  ")
		}
		b.WriteString(line)
	}
	return b.String()
}

// wrap breaks text into lines of at most 80 columns behind an indent.
func wrap(text string, indent int) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		switch {
		case column == 0:
			b.WriteString(strings.Repeat(" ", indent))
			column = indent
		case column+1+len(word) > 80:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = indent
		default:
			b.WriteString(" ")
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	if column > 0 {
		b.WriteString("\n")
	}
	return b.String()
}

// writeJSON prints a value as indented JSON, text as it is written.
func writeJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("cannot print JSON: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}
