package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/diag/report"
)

// formats lists what build can write.
var formats = []string{"default", "plain", "json"}

func buildCommand(a *app) *cobra.Command {
	var (
		flags   common
		dir     string
		targets []string
		format  string
		attach  []string
		sums    bool
	)
	cmd := &cobra.Command{
		Use:   "build [PROJECT]",
		Short: "Write the drafts",
		Long: `build writes soc2-draft.pdf, soc3-draft.pdf and request-list.xlsx.

The working edition builds whatever can be loaded and lists the findings, of many
on a terminal the worst few; "socdraft check" lists all. The
auditor edition is the clean copy: it writes nothing while an error remains.
Errors in requests/ hold up the request list and no report.`,
		Example: `  socdraft build
  socdraft build examples/wrenfield -o /tmp/drafts --target soc2
  socdraft build --edition auditor
  socdraft build --format json`,
		Args: atMostProject,
		RunE: func(cmd *cobra.Command, args []string) error {
			start := a.now()
			o, err := a.options(flags)
			if err != nil {
				return err
			}
			for _, name := range targets {
				if _, err := oneOf("target", name, socdraft.Targets()); err != nil {
					return err
				}
			}
			if _, err := oneOf("format", format, formats); err != nil {
				return err
			}
			o.Targets, o.Plain, o.Facts = targets, format == "plain", format == "json"
			if o.Facts && len(targets) > 0 && !slices.Equal(targets, []string{"soc2"}) {
				return usagef("--format json writes the facts of soc2 alone; leave --target out")
			}
			if o.Attach, err = attachments(attach, format); err != nil {
				return err
			}
			result, err := a.build(args, dir, o, start)
			if err == nil && sums {
				err = a.printSums(result.Files)
			}
			return err
		},
	}
	flags.register(cmd)
	cmd.Flags().StringVarP(&dir, "output", "o", "", "folder to write into (default: out in the project)")
	cmd.Flags().StringSliceVar(&targets, "target", nil, "what to build: "+strings.Join(socdraft.Targets(), ", ")+" (default: all)")
	cmd.Flags().StringVar(&format, "format", "default", "default (PDF and XLSX), plain (readable text and TSV) or json (the facts of the SOC 2 report alone)")
	cmd.Flags().StringSliceVar(&attach, "attach", nil, "what soc2-draft.pdf carries inside: "+strings.Join(socdraft.Attachments(), ", "))
	cmd.Flags().BoolVar(&sums, "sums", false, "print the SHA-256 of each file, in the form of sha256sum")
	complete(cmd, "target", socdraft.Targets())
	complete(cmd, "format", formats)
	complete(cmd, "attach", socdraft.Attachments())
	return cmd
}

// attachments returns what the SOC 2 report is to carry, or why it cannot.
func attachments(names []string, format string) ([]string, error) {
	for _, name := range names {
		if _, err := oneOf("attachment", name, socdraft.Attachments()); err != nil {
			return nil, err
		}
	}
	if len(names) > 0 && format != "default" {
		return nil, usagef("--attach needs a PDF, and --format %s writes none; leave one of them out", format)
	}
	return names, nil
}

// build compiles the project, writes what came of it and prints the findings
// and the closing line.
func (a *app) build(args []string, dir string, o socdraft.Options, start time.Time) (*socdraft.Result, error) {
	project, err := a.open(args)
	if err != nil {
		return nil, err
	}
	defer project.Close()
	out, err := openOutput(project, dir)
	if err != nil {
		return nil, err
	}
	result, err := project.Build(o)
	if err != nil {
		return nil, err
	}
	a.printBuilt(result, project.Dir(), o.Edition)
	for _, note := range result.Notes {
		a.say("note: %s", note)
	}
	if len(result.Files) > 0 {
		if err := out.write(result.Files); err != nil {
			return nil, err
		}
	}
	for _, name := range out.stale(result) {
		a.say("note: %s is from an earlier build", name)
	}
	a.closingLine(out, result, a.now().Sub(start))
	if result.Refused {
		return nil, errFindings
	}
	return result, nil
}

// printSums prints what lets a receiver of the files see whether two copies are
// the same.
func (a *app) printSums(files []socdraft.File) error {
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(f.Data), f.Name)
	}
	_, err := a.stdout.Write(b.Bytes())
	return err
}

// open opens the project that the arguments name.
func (a *app) open(args []string) (*socdraft.Project, error) {
	dir, err := projectDir(args)
	if err != nil {
		return nil, err
	}
	return socdraft.Open(dir)
}

// shownOnTerminal is how many findings build prints where a person sees them:
// with what was written they fit a window of fifty lines. check prints all.
const shownOnTerminal = 6

// printBuilt prints the findings of a build; on a terminal the worst of many,
// and how to see the others.
func (a *app) printBuilt(result *socdraft.Result, dir string, edition socdraft.Edition) {
	more := len(result.Findings) - shownOnTerminal
	if more <= 0 || a.quiet || !a.terminal(a.stderr) {
		a.printFindings(result.Findings, result.Waived, dir)
		return
	}
	a.printFindings(worst(result.Findings, shownOnTerminal), nil, dir)
	command := "socdraft check"
	if edition != socdraft.Working {
		command += " --edition " + string(edition)
	}
	if filepath.Clean(dir) != "." {
		command += " " + shown(dir)
	}
	a.say("%s: %s\n", count(more, "more finding"), command)
}

// worst returns that many of the findings, the gravest, in their order.
func worst(findings []*diag.Finding, most int) []*diag.Finding {
	byGravity := slices.Clone(findings)
	slices.SortStableFunc(byGravity, func(a, b *diag.Finding) int { return int(b.Severity) - int(a.Severity) })
	kept := byGravity[:min(most, len(byGravity))]
	return diag.Sorted(kept)
}

// printFindings lists findings of the project in dir on standard error; quiet
// leaves errors only.
func (a *app) printFindings(findings, waived []*diag.Finding, dir string) {
	if a.quiet {
		findings, waived = onlyErrors(findings), nil
	}
	if len(findings)+len(waived) == 0 {
		return
	}
	print := func(w io.Writer) error {
		return report.Write(w, "text", findings, report.Options{Color: a.colour(a.stderr), Dir: filepath.ToSlash(dir), More: moreCommand, Waived: waived})
	}
	// "text" is in the list of formats, so only the stream can fail, and
	// there is nowhere left to say so.
	if a.inActions("text") {
		_ = withoutCommands(a.stderr, print)
		return
	}
	_ = print(a.stderr)
}

func onlyErrors(findings []*diag.Finding) []*diag.Finding {
	var errors []*diag.Finding
	for _, f := range findings {
		if f.Severity == diag.Error {
			errors = append(errors, f)
		}
	}
	return errors
}

// say prints a message unless quiet.
func (a *app) say(format string, args ...any) {
	if !a.quiet {
		fmt.Fprintf(a.stderr, format+"\n", args...)
	}
}

// closingLine names each file with its pages or rows and counts the findings.
func (a *app) closingLine(out *output, result *socdraft.Result, took time.Duration) {
	var parts []string
	for i, f := range result.Files {
		part := fmt.Sprintf("%s (%d", filepath.ToSlash(out.path(f.Name)), f.Count)
		if i == 0 || f.Unit != result.Files[i-1].Unit {
			part += " " + f.Unit
		}
		parts = append(parts, part+")")
	}
	what := "wrote nothing"
	if len(parts) > 0 {
		what = "wrote " + strings.Join(parts, ", ")
	}
	line := fmt.Sprintf("%s in %.2f s · %s", what, took.Seconds(), summary(result)+notApplied(result))
	if n := result.ManagementDeviations; n > 0 {
		line += fmt.Sprintf(" · %s found by management’s own testing", count(n, "deviation"))
	}
	a.say("%s", line)
}

// summary counts the findings, and the waived where there are any.
func summary(result *socdraft.Result) string {
	words := report.Summary(result.Findings)
	if n := len(result.Waived); n > 0 {
		words += fmt.Sprintf(", %d waived", n)
	}
	return words
}

// notApplied tells how many rules were not applied, so that few findings of the
// others do not look like all there is.
func notApplied(result *socdraft.Result) string {
	if len(result.Unapplied) == 0 {
		return ""
	}
	return fmt.Sprintf(" · %s not applied, since %s could not be read as a whole", count(len(result.Unapplied), "rule"), result.Lost)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
