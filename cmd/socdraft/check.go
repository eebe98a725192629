package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/diag/report"
)

// checkFlags are the flags of check.
type checkFlags struct {
	common
	format  string
	asJSON  bool
	reports []string
	since   string
	sinceOn bool // --since was given, if only with an empty name
	failOn  string
	rules   bool
	score   bool
	gate    bool // --write-gate
	inside  bool // who reads the output looks for findings there, not at the exit code

	coverage    bool
	coverageSet bool // --coverage or --coverage=false was given
}

func checkCommand(a *app) *cobra.Command {
	var flags checkFlags
	cmd := &cobra.Command{
		Use:   "check [PROJECT]",
		Short: "List what is wrong in the sources",
		Long: `check does everything that build does up to the finished pages and throws them
away, so both report the same findings, but for counts that rose over gate.toml,
which check alone reports. Findings go to standard output; --report
writes them to files besides. On a terminal the text is followed by what is mapped
to each criterion and where the description criteria are answered; --coverage
prints that anywhere, --coverage=false nowhere.

--score prints, in place of the findings, how the sources fare by the signals with
which readers of reports judge them, and what to mend first. The exit code is that
of the findings, which --report still writes; a project that cannot be loaded has
findings only. Nothing of the score reaches a draft.

--since prints, reports and counts only what the change since a revision of git
brought: the findings of the files as they are now, committed or not, less those
that the project had then. Moved lines do not make a finding new. REV is taken as
it is; of a branch, compare with where it left the main one, of a date, with the
last commit before it:
  socdraft check --since "$(git merge-base origin/main HEAD)"
  socdraft check --since "$(git rev-list -1 --before=2026-01-01T00:00 HEAD)"
The project's past is read from git's objects: nothing is checked out or fetched.

--write-gate writes gate.toml into the project: for each rule and edition how many
findings there are now. From then on a rule that finds more fails check, errors
or warnings, whatever --fail-on says but "never"; up to that its findings print
and do not fail it. Counts fall by --write-gate and never rise: that takes an edit
of the file by hand. Rules that can never be waived fail as before, and so does a
build of the auditor edition.

In GitHub Actions the findings for people are followed by annotations, and all
of them are added to the step's summary. Printing SARIF fails the command only
where --fail-on is given, since its readers expect the findings inside.`,
		Example: `  socdraft check
  socdraft check --score
  socdraft check --edition auditor --output-format json
  socdraft check --since HEAD
  socdraft check --write-gate
  socdraft check --fail-on warning --report sarif=out/socdraft.sarif --report junit=out/rules.xml`,
		Args: atMostProject,
		RunE: func(cmd *cobra.Command, args []string) error {
			if flags.rules {
				return a.listRules(flags.asJSON)
			}
			if flags.asJSON {
				flags.format = "json"
			}
			flags.coverageSet = cmd.Flags().Changed("coverage")
			if flags.coverageSet && flags.coverage && flags.format != "text" {
				return usagef("--coverage goes with --output-format text; for programs there is: socdraft list coverage --json")
			}
			if err := flags.fitScore(); err != nil {
				return err
			}
			flags.sinceOn = cmd.Flags().Changed("since")
			if err := flags.fitGate(); err != nil {
				return err
			}
			if flags.gate {
				return a.writeGateFile(args, flags)
			}
			flags.inside = flags.format == "sarif" && !cmd.Flags().Changed("fail-on")
			return a.check(args, flags)
		},
	}
	flags.register(cmd)
	cmd.Flags().StringVar(&flags.format, "output-format", "text", "how to print findings: "+strings.Join(report.Formats(), ", "))
	cmd.Flags().BoolVar(&flags.asJSON, "json", false, "the same as --output-format json")
	cmd.Flags().StringArrayVar(&flags.reports, "report", nil, "write the findings to a file too, as FORMAT=FILE (repeatable)")
	cmd.Flags().StringVar(&flags.since, "since", "", "leave out what the project had at `REV`, a commit, branch or tag of git")
	cmd.Flags().StringVar(&flags.failOn, "fail-on", "error", "least severity that makes the exit code 1: "+strings.Join(failLevels(), ", "))
	cmd.Flags().BoolVar(&flags.gate, "write-gate", false, "write gate.toml, which accepts as many findings of each rule as there are now")
	cmd.Flags().BoolVar(&flags.coverage, "coverage", false, "print what is mapped to each criterion after the findings (default: on a terminal)")
	cmd.Flags().BoolVar(&flags.score, "score", false, "print how the sources fare by readers' signals in place of findings, as text or json")
	cmd.Flags().BoolVar(&flags.rules, "list-rules", false, "print all rules and their severities instead of checking")
	complete(cmd, "output-format", report.Formats())
	complete(cmd, "fail-on", failLevels())
	return cmd
}

// check prints the findings of the project, writes the reports and ends with
// the closing line.
func (a *app) check(args []string, flags checkFlags) error {
	o, err := a.options(flags.common)
	if err != nil {
		return err
	}
	if _, err := oneOf("output format", flags.format, report.Formats()); err != nil {
		return err
	}
	least, err := failLevel(flags.failOn)
	if err != nil {
		return err
	}
	reports, err := parseReports(flags.reports)
	if err != nil {
		return err
	}
	project, err := a.open(args)
	if err != nil {
		return err
	}
	defer project.Close()
	o.Score = flags.score
	result, err := project.Check(o)
	if err != nil {
		return err
	}
	var older []*diag.Finding
	if flags.sinceOn {
		if older, err = keepNewer(result, project.Dir(), flags.since, o); err != nil {
			return err
		}
	}
	rose := risen(result, flags.sinceOn)
	result.Findings = withRisen(result.Findings, rose)
	opts := report.Options{
		Dir: filepath.ToSlash(project.Dir()), Root: repositoryFolder(project.Dir()),
		Edition: string(o.Edition), FailOn: least, Waived: result.Waived, Older: older, Rules: socdraft.Rules(),
		Unapplied: result.Unapplied, Accepted: acceptedRules(result), More: moreCommand, Explain: explainer(),
	}
	if err := a.printResult(flags, result, opts); err != nil {
		return err
	}
	if err := writeReports(project, reports, result.Findings, opts); err != nil {
		return err
	}
	for _, note := range result.Notes {
		a.say("note: %s", note)
	}
	failed := failing(result, least)
	a.sayGate(result, rose)
	a.say("checked %s, %s edition · %s", count(result.Sources, "file"), o.Edition, summary(result)+withinGate(result)+notShown(flags, older)+notApplied(result))
	if !flags.inside && len(failed) > 0 {
		return errFindings
	}
	return nil
}

// printResult prints the score, or the findings and what goes with them. A
// project that cannot be loaded has no score.
func (a *app) printResult(flags checkFlags, result *socdraft.Result, opts report.Options) error {
	if result.Score != nil {
		if err := a.printScore(flags.format, result.Score); err != nil {
			return fmt.Errorf("cannot print the score: %w", err)
		}
		return nil
	}
	if err := a.printChecked(flags.format, result.Findings, opts); err != nil {
		return fmt.Errorf("cannot print the findings: %w", err)
	}
	if err := a.printCoverage(flags, result); err != nil {
		return fmt.Errorf("cannot print the coverage: %w", err)
	}
	if a.inActions(flags.format) {
		return a.summarize(result.Findings, opts)
	}
	return nil
}

// notShown tells how many findings --since leaves out.
func notShown(flags checkFlags, older []*diag.Finding) string {
	if !flags.sinceOn {
		return ""
	}
	words := " since " + report.Visible(flags.since)
	if len(older) > 0 {
		words += " · " + count(len(older), "older finding") + " not shown"
	}
	return words
}

// failOn holds what --fail-on takes. No finding is as severe as "never".
var failOn = []struct {
	name  string
	least diag.Severity
}{
	{"error", diag.Error},
	{"warning", diag.Warning},
	{"info", diag.Info},
	{"never", diag.Error + 1},
}

func failLevels() []string {
	var names []string
	for _, level := range failOn {
		names = append(names, level.name)
	}
	return names
}

// failLevel returns the least severity that fails the check.
func failLevel(name string) (diag.Severity, error) {
	for _, level := range failOn {
		if level.name == name {
			return level.least, nil
		}
	}
	return 0, unknownName("severity", name, failLevels())
}

// printChecked prints findings to standard output; quiet leaves errors only.
func (a *app) printChecked(format string, findings []*diag.Finding, opts report.Options) error {
	opts.Color = a.colour(a.stdout)
	shown := findings
	if a.quiet {
		shown, opts.Waived = onlyErrors(findings), nil
	}
	if !a.inActions(format) {
		return report.Write(a.stdout, format, shown, opts)
	}
	if len(shown)+len(opts.Waived) == 0 {
		return nil
	}
	return a.annotate(format, shown, opts)
}
