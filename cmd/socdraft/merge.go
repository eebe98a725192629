package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag/report"
)

// maxReturned is how large a workbook that comes back may be.
const maxReturned = 64 << 20

// mergeFlags are the flags of merge.
type mergeFlags struct {
	base, from string
	dry        bool
}

func mergeCommand(a *app) *cobra.Command {
	var flags mergeFlags
	cmd := &cobra.Command{
		Use:   "merge RETURNED.xlsx [PROJECT]",
		Short: "Take what came back in a workbook into the sources",
		Long: `merge compares a workbook that came back with what was issued and with what the
sources say now, prints what it does, and then writes requests/auditor.toml,
answers.toml and added.toml, all or none, with their comments kept.

Each side owns its columns: what the sender wrote in others is shown and not
taken. Where the file and the sources changed a cell differently, both values are
shown and that cell alone stays. Nothing is ever removed because a row is missing,
and merging the same file again changes nothing.

What was issued stands in requests/issued.toml; for a round that is no longer kept
there, give the workbook as it was issued with --base.`,
		Example: `  socdraft requests merge returned.xlsx --dry-run
  socdraft requests merge answers.xlsx --from company
  socdraft requests merge old.xlsx --base round-1.xlsx`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usagef("merge takes the workbook that came back: socdraft requests merge RETURNED.xlsx [PROJECT]")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.merge(args[0], args[1:], flags) },
	}
	cmd.Flags().StringVar(&flags.base, "base", "", "the workbook as it was issued, where the project does not keep its round")
	cmd.Flags().StringVar(&flags.from, "from", socdraft.Senders[0], "who worked in the file: "+strings.Join(socdraft.Senders, ", "))
	complete(cmd, "from", socdraft.Senders)
	dryRunFlag(cmd, &flags.dry)
	return cmd
}

func (a *app) merge(name string, args []string, flags mergeFlags) error {
	from, err := oneOf("sender", flags.from, socdraft.Senders)
	if err != nil {
		return err
	}
	in := socdraft.Return{Name: shown(name), From: from}
	if in.Data, err = readWorkbook(name); err != nil {
		return err
	}
	if flags.base != "" {
		if in.Base, err = readWorkbook(flags.base); err != nil {
			return err
		}
	}
	project, err := a.open(args)
	if err != nil {
		return err
	}
	defer project.Close()
	o, err := a.options(common{edition: string(socdraft.Working)})
	if err != nil {
		return err
	}
	merged, err := project.MergeRequests(o, in)
	if err != nil {
		return err
	}
	if len(merged.Findings) == 0 {
		if err := a.printPlan(merged); err != nil {
			return err
		}
	}
	if err := a.apply(project, &merged.Edits, flags.dry); err != nil {
		return err
	}
	a.mergeLine(merged, flags.dry)
	if len(merged.Conflicts) > 0 {
		return errFindings
	}
	return nil
}

// readWorkbook reads a file that may be anything.
func readWorkbook(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("cannot open the workbook: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("cannot open the workbook: %s is not a file", shown(name))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot open the workbook: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxReturned+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read the workbook: %w", err)
	}
	if len(data) > maxReturned {
		return nil, errors.New("cannot read the workbook: it is larger than the 64 MB that are read")
	}
	return data, nil
}

// printPlan prints what a merge does, what it leaves and what to look at.
func (a *app) printPlan(m *socdraft.Merged) error {
	var b bytes.Buffer
	for _, part := range []struct {
		label string
		lines []socdraft.PlanLine
	}{{"", byRow(m.Changes)}, {"conflict: ", m.Conflicts}, {"note: ", m.Reports}} {
		width := 0
		for _, l := range part.lines {
			width = max(width, utf8.RuneCountInString(l.Where))
		}
		for _, l := range part.lines {
			where := oneLine(l.Where)
			b.WriteString(part.label + where + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(where))) + "  " + oneLine(l.What) + "\n")
			if l.Help != "" {
				b.WriteString("    " + oneLine(l.Help) + "\n")
			}
		}
	}
	if a.inActions("text") {
		return withoutCommands(a.stdout, func(w io.Writer) error { _, err := w.Write(b.Bytes()); return err })
	}
	_, err := a.stdout.Write(b.Bytes())
	return err
}

// byRow puts the changes of a row on one line: a return with forty requests is
// read in forty lines.
func byRow(changes []socdraft.PlanLine) []socdraft.PlanLine {
	var rows []socdraft.PlanLine
	at := map[string]int{}
	for _, c := range changes {
		if i, ok := at[c.Where]; ok {
			rows[i].What += "; " + c.What
			continue
		}
		at[c.Where] = len(rows)
		rows = append(rows, c)
	}
	return rows
}

// oneLine returns text of a workbook as a terminal can show it.
func oneLine(text string) string { return report.Visible(strings.ReplaceAll(text, "\n", " ⏎ ")) }

// mergeLine says what became of the file.
func (a *app) mergeLine(m *socdraft.Merged, dry bool) {
	tail := ""
	if n := len(m.Conflicts); n > 0 {
		tail += ", " + count(n, "conflict") + " left as the sources have it"
	}
	if n := len(m.Reports); n > 0 {
		tail += ", " + count(n, "note")
	}
	switch n := len(m.Changes); {
	case n == 0:
		a.say("nothing to merge%s", tail)
	case dry:
		a.say("%s would be merged%s", count(n, "change"), tail)
	default:
		var names []string
		for _, f := range m.Files {
			names = append(names, f.Path)
		}
		a.say("%s merged into %s%s", count(n, "change"), strings.Join(names, ", "), tail)
	}
}
