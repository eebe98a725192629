package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
)

// evidenceCommands is the table of subcommands of evidence.
var evidenceCommands = []func(*app) *cobra.Command{
	indexCommand,
}

func evidenceCommand(a *app) *cobra.Command {
	return group(a, "evidence", "Keep the index of evidence", evidenceCommands)
}

func indexCommand(a *app) *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "index [PROJECT]",
		Short: "Hash the files in evidence/ and bring their index up to date",
		Long: `index reads the files in evidence/, which stays out of the repository, and keeps
requests/evidence.toml: the hash of each file, and what its name says of it, like
R-044_CM-03_production-changes_20260101-20260630_01_v1.csv. What people wrote of
a file stays. A file that the service auditor has is not indexed anew with other
bytes: hand over a new version beside it.

Then it prints what an auditor would send back: undated files, files that cover
other dates, files twice, files that are empty or that no answer names.`,
		Args: atMostProject,
		RunE: func(_ *cobra.Command, args []string) error { return a.evidenceIndex(args, dry) },
	}
	dryRunFlag(cmd, &dry)
	return cmd
}

func (a *app) evidenceIndex(args []string, dry bool) error {
	project, err := a.open(args)
	if err != nil {
		return err
	}
	defer project.Close()
	index, err := project.IndexEvidence()
	if errors.Is(err, socdraft.ErrNoEvidence) {
		return usagef("%v: put the files to hand over there; it stays out of the repository", err)
	}
	if err != nil {
		return asUsage(err)
	}
	if err := a.apply(project, &index.Edits, dry); err != nil {
		return err
	}
	if len(index.Changed.Rows) > 0 {
		if _, err := a.stdout.Write(table(index.Changed)); err != nil {
			return err
		}
	}
	for _, note := range index.Notes {
		a.say("note: %s", note)
	}
	if !dry {
		if err := a.evidenceFindings(project); err != nil {
			return err
		}
	}
	written := "requests/evidence.toml is up to date"
	switch {
	case dry && len(index.Edits.Files) > 0:
		written = "requests/evidence.toml would change"
	case len(index.Edits.Files) > 0:
		written = "requests/evidence.toml is written"
	}
	a.say("%s, %s · %s", count(index.Files, "file"), bytesInWords(index.Bytes), written)
	return nil
}

// evidenceFindings prints what check says of the index as it is now.
func (a *app) evidenceFindings(project *socdraft.Project) error {
	result, err := project.Check(socdraft.Options{Now: a.now()})
	if err != nil {
		return err
	}
	var found []*diag.Finding
	for _, f := range result.Findings {
		if strings.HasSuffix(f.Rule.Name, "-evidence") {
			found = append(found, f)
		}
	}
	if len(found) > 0 {
		a.printFindings(found, nil, project.Dir())
	}
	return nil
}

// bytesInWords returns a size as people read it.
func bytesInWords(n int64) string {
	switch {
	case n < 10_000:
		return fmt.Sprintf("%d bytes", n)
	case n < 10_000_000:
		return fmt.Sprintf("%d kB", n/1000)
	}
	return fmt.Sprintf("%d MB", n/1_000_000)
}
