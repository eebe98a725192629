package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
)

// sampleFlags are the flags of requests sample.
type sampleFlags struct {
	population  string
	order       socdraft.SampleOrder
	asJSON, dry bool
}

func sampleCommand(a *app) *cobra.Command {
	var flags sampleFlags
	cmd := &cobra.Command{
		Use:   "sample REQUEST [PROJECT]",
		Short: "Draw a sample that the service auditor can draw again",
		Long: `sample draws items from a population's file. Each row has a rank, the SHA-256 of
six lines: the method, the engagement, the request, the SHA-256 of the file, the
seed, the number of the row. The rows of the lowest ranks are the sample, so
anyone who has the file and the seed can draw it again with sha256sum.

A draw counts only where the file's hash was recorded (requests record) before
the service auditor gave the seed, and the seed stands as [[seed]] in
requests/auditor.toml. Any other draw is a dry run of management: it is printed
with that head and never reaches the sources or the workbook.`,
		Example: `  socdraft requests sample R-044 --population populations/changes.csv --size 25 --seed "4471 blue heron"`,
		Args:    namedThenProject("REQUEST"),
		RunE:    func(_ *cobra.Command, args []string) error { return a.sample(args[0], args[1:], flags) },
	}
	f := cmd.Flags()
	f.StringVar(&flags.population, "population", "", "the file of the population, CSV with a line of heads")
	f.IntVar(&flags.order.Size, "size", 0, "how many items")
	f.StringVar(&flags.order.Seed, "seed", "", "what the service auditor gave")
	f.StringVar(&flags.order.Key, "key", "", "column that names the items (default: the first)")
	f.StringVar(&flags.order.Strata, "strata", "", "column that divides the population; each part is drawn from by its share")
	f.BoolVar(&flags.order.Pseudonyms, "pseudonyms", false, "name items by their row in the file and by nothing else")
	f.BoolVar(&flags.asJSON, "json", false, "print an object for programs")
	dryRunFlag(cmd, &flags.dry)
	return cmd
}

func (a *app) sample(request string, args []string, flags sampleFlags) error {
	switch {
	case flags.population == "":
		return usagef("say with --population which file to draw from")
	case flags.order.Size < 1:
		return usagef("say with --size how many items to draw, one at least")
	case flags.order.Seed == "":
		return usagef("say with --seed what the service auditor gave")
	}
	file, err := openInput(flags.population)
	if err != nil {
		return err
	}
	defer file.Close()
	project, err := a.open(args)
	if err != nil {
		return err
	}
	defer project.Close()
	order := flags.order
	order.Request, order.File, order.Data = request, filepath.Base(flags.population), file
	drawn, err := project.DrawSample(order)
	if err != nil {
		return asUsage(err)
	}
	if err := a.apply(project, &drawn.Edits, flags.dry); err != nil {
		return err
	}
	if err := a.printSample(drawn, flags.asJSON); err != nil {
		return err
	}
	if drawn.Repeated > 0 {
		a.say("note: the first column of %s repeats one above; each row counts as an item", count(drawn.Repeated, "row"))
	}
	for _, why := range drawn.DryRun {
		a.say("does not count: %s", why)
	}
	a.say("%s", sampleEnd(drawn, flags.dry))
	return nil
}

func sampleEnd(drawn *socdraft.Sampling, dry bool) string {
	line := fmt.Sprintf("%s of %s for request %s", count(len(drawn.Items.Rows), "item"), count(drawn.Rows, "row"), drawn.Request)
	switch {
	case len(drawn.DryRun) > 0:
		return line + ", dry run of management: nothing was written"
	case drawn.Recorded:
		return line + ", the same as recorded in requests/samples.toml"
	case dry:
		return line + ", would be recorded in requests/samples.toml"
	}
	return line + ", recorded in requests/samples.toml"
}

// dryRunHead stands over a draw that does not count.
const dryRunHead = "MANAGEMENT DRY RUN, NOT FOR THE EXAMINATION"

func (a *app) printSample(drawn *socdraft.Sampling, asJSON bool) error {
	if asJSON {
		return a.sampleJSON(drawn)
	}
	if len(drawn.DryRun) > 0 {
		if _, err := fmt.Fprintln(a.stdout, dryRunHead); err != nil {
			return err
		}
	}
	for _, line := range drawn.Basis {
		if _, err := fmt.Fprintf(a.stdout, "%-10s  %s\n", line[0], cellText(line[1])); err != nil {
			return err
		}
	}
	for _, l := range []*socdraft.Listing{drawn.Strata, drawn.Items} {
		if l == nil {
			continue
		}
		if _, err := fmt.Fprintf(a.stdout, "\n%s", table(l)); err != nil {
			return err
		}
	}
	return nil
}

// sampleJSON prints the draw as one object.
func (a *app) sampleJSON(drawn *socdraft.Sampling) error {
	object := map[string]any{"counts": len(drawn.DryRun) == 0, "rows": drawn.Rows, "items": objects(drawn.Items)}
	if len(drawn.DryRun) > 0 {
		object["head"], object["why"] = dryRunHead, drawn.DryRun
	}
	for _, line := range drawn.Basis {
		object[line[0]] = line[1]
	}
	if drawn.Strata != nil {
		object["strata"] = objects(drawn.Strata)
	}
	data, err := json.MarshalIndent(object, "", "  ")
	if err != nil {
		return fmt.Errorf("cannot print the sample: %w", err)
	}
	_, err = fmt.Fprintf(a.stdout, "%s\n", data)
	return err
}

func objects(l *socdraft.Listing) []map[string]any {
	list := []map[string]any{}
	for _, row := range l.Rows {
		object := map[string]any{}
		for i, column := range l.Columns {
			object[column] = row[i]
		}
		list = append(list, object)
	}
	return list
}
