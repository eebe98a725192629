package main

import (
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
)

// recordFlags are the flags of requests record.
type recordFlags struct {
	file, runAt string
	covers      string
	dry         bool
	run         socdraft.Population
}

func recordCommand(a *app) *cobra.Command {
	var flags recordFlags
	cmd := &cobra.Command{
		Use:   "record POPULATION [PROJECT]",
		Short: "Record the file of a population with its hash",
		Long: `record adds a run of a population to populations.toml: who ran it and when, how
many rows the file has, and its SHA-256. The file itself stays out of the
repository. Record it before the service auditor gives a seed: a sample counts
only where the hash was fixed first.`,
		Example: `  socdraft requests record POP-CHANGES --file populations/changes.csv --ran-by "Release Manager"
  socdraft requests record POP-CHANGES --file interim.csv --ran-by "Release Manager" --covers 2025-07-01..2026-01-31
  socdraft requests record POP-BREACH --file breaches.csv --ran-by "Security Lead" --proof "Screenshot of the query with 0 rows"`,
		Args: namedThenProject("POPULATION"),
		RunE: func(_ *cobra.Command, args []string) error { return a.record(args[0], args[1:], flags) },
	}
	f := cmd.Flags()
	f.StringVar(&flags.file, "file", "", "the population as CSV; its first line are the heads of the columns")
	f.StringVar(&flags.run.RanBy, "ran-by", "", "role of the person who ran the query")
	f.StringVar(&flags.runAt, "run-at", "", "when the query ran, like 2026-07-02T09:30:00Z (default: now)")
	f.StringVar(&flags.run.Source, "source", "", "system or report it was taken from, where not the population's")
	f.StringVar(&flags.run.Query, "query", "", "query, where not the population's")
	f.StringVar(&flags.run.Parameters, "parameters", "", "parameters of the query")
	f.StringVar(&flags.covers, "covers", "", "what it covers where that is not the whole period, like 2025-07-01..2026-01-31")
	f.StringVar(&flags.run.Proof, "proof", "", "of a file without rows: what shows that nothing occurred")
	dryRunFlag(cmd, &flags.dry)
	return cmd
}

// namedThenProject accepts a name and perhaps a project.
func namedThenProject(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return usagef("%s takes a %s: socdraft %s", cmd.Name(), what, cmd.UseLine()[len("socdraft "):])
		case len(args) > 2:
			return usagef("%s takes one %s and one PROJECT, got %d arguments", cmd.Name(), what, len(args))
		}
		return nil
	}
}

func (a *app) record(id string, args []string, flags recordFlags) error {
	switch {
	case flags.file == "":
		return usagef("say with --file which file holds the population")
	case flags.run.RanBy == "":
		return usagef("say with --ran-by which role ran the query")
	}
	run := flags.run
	if flags.runAt != "" {
		at, err := time.Parse(time.RFC3339, flags.runAt)
		if err != nil {
			return usagef("--run-at is %q, not a time like 2026-07-02T09:30:00Z", flags.runAt)
		}
		run.RunAt = at
	}
	if flags.covers != "" {
		var err error
		if run.From, run.To, err = dates(flags.covers); err != nil {
			return err
		}
	}
	file, err := openInput(flags.file)
	if err != nil {
		return err
	}
	defer file.Close()
	project, err := a.open(args)
	if err != nil {
		return err
	}
	defer project.Close()
	run.ID, run.File, run.Data = id, filepath.Base(flags.file), file
	done, err := project.RecordPopulation(run, a.now())
	if err != nil {
		return asUsage(err)
	}
	if err := a.apply(project, &done.Edits, flags.dry); err != nil {
		return err
	}
	if done.Repeated > 0 {
		a.say("note: the first column of %s repeats one above; each row counts as an item", count(done.Repeated, "row"))
	}
	switch {
	case done.Known:
		a.say("%s was recorded before · %s", shown(flags.file), done.SHA256)
	case flags.dry:
		a.say("would record %s of %s · %s", count(done.Rows, "row"), id, done.SHA256)
	default:
		a.say("recorded %s of %s · %s", count(done.Rows, "row"), id, done.SHA256)
	}
	return nil
}

// dates reads a period as --covers takes it.
func dates(text string) (from, to time.Time, err error) {
	start, end, found := strings.Cut(text, "..")
	from, err1 := time.Parse(time.DateOnly, start)
	to, err2 := time.Parse(time.DateOnly, end)
	if !found || err1 != nil || err2 != nil || to.Before(from) {
		return from, to, usagef("--covers is %q, not a period like 2025-07-01..2026-01-31", text)
	}
	return from, to, nil
}
