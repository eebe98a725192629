package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/diag/report"
)

func checkCommand(a *app) *cobra.Command {
	var (
		flags  common
		format string
		asJSON bool
	)
	cmd := &cobra.Command{
		Use:   "check [PROJECT]",
		Short: "List what is wrong in the sources",
		Long: `check does everything that build does up to the finished pages and throws them
away, so both report the same findings. Findings go to standard output.`,
		Example: `  socdraft check
  socdraft check --edition auditor --output-format json`,
		Args: atMostProject,
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := a.options(flags)
			if err != nil {
				return err
			}
			if asJSON {
				format = "json"
			}
			if _, err := oneOf("output format", format, report.Formats()); err != nil {
				return err
			}
			project, err := a.open(args)
			if err != nil {
				return err
			}
			defer project.Close()
			result, err := project.Check(o)
			if err != nil {
				return err
			}
			findings := result.Findings
			if a.quiet {
				findings = onlyErrors(findings)
			}
			opts := report.Options{Color: a.colour(a.stdout)}
			if format == "text" {
				opts.Dir = filepath.ToSlash(project.Dir())
			}
			if err := report.Write(a.stdout, format, findings, opts); err != nil {
				return fmt.Errorf("cannot print the findings: %w", err)
			}
			for _, note := range result.Notes {
				a.say("note: %s", note)
			}
			a.say("checked %s, %s edition · %s", count(result.Sources, "file"), o.Edition, report.Summary(result.Findings))
			for _, f := range result.Findings {
				if f.Severity == diag.Error {
					return errFindings
				}
			}
			return nil
		},
	}
	flags.register(cmd)
	cmd.Flags().StringVar(&format, "output-format", "text", "how to print findings: "+strings.Join(report.Formats(), " or "))
	cmd.Flags().BoolVar(&asJSON, "json", false, "the same as --output-format json")
	complete(cmd, "output-format", report.Formats())
	return cmd
}
