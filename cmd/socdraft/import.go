package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
)

// maxMap is how large a map of columns may be.
const maxMap = 1 << 20

func importCommand(a *app) *cobra.Command {
	var file string
	var dry bool
	cmd := &cobra.Command{
		Use:   "import FILE [PROJECT]",
		Short: "Take in a request list that the service auditor keeps elsewhere",
		Long: `import takes a request list in a tracker of the service auditor's, CSV or XLSX,
into requests/. A map says which of its columns are which of ours and what its
values mean; without one, import prints the beginning of a map for the file.

A row with a number that a request bears changes what the service auditor says of
it; any other row is a new request, and its number stays in ref. An empty cell
takes nothing away, and what is for the company to say is never taken. What does
not fit is shown. A second import changes nothing.`,
		Example: `  socdraft requests import pbc.xlsx > map.toml
  socdraft requests import pbc.xlsx --map map.toml --dry-run
  socdraft requests import pbc.xlsx --map map.toml`,
		Args: namedThenProject("FILE"),
		RunE: func(_ *cobra.Command, args []string) error { return a.importList(args[0], args[1:], file, dry) },
	}
	cmd.Flags().StringVar(&file, "map", "", "TOML that says which columns are which (default: print the beginning of one)")
	dryRunFlag(cmd, &dry)
	return cmd
}

func (a *app) importList(name string, args []string, mapFile string, dry bool) error {
	list := socdraft.ForeignList{Name: shown(name), MapName: shown(mapFile)}
	var err error
	if list.Data, err = readWorkbook(name); err != nil {
		return err
	}
	if mapFile == "" {
		return a.sketch(list)
	}
	if list.Map, err = readMap(mapFile); err != nil {
		return err
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
	merged, err := project.ImportRequests(o, list)
	if err != nil {
		return asUsage(err)
	}
	if len(merged.Findings) > 0 {
		dir := project.Dir()
		if merged.Findings[0].Span.Name() == list.MapName {
			dir = "" // the map is no file of the project
		}
		a.printFindings(merged.Findings, nil, dir)
		return errFindings
	}
	if err := a.printPlan(merged); err != nil {
		return err
	}
	if err := a.apply(project, &merged.Edits, dry); err != nil {
		return err
	}
	a.mergeLine(merged, dry)
	return nil
}

// sketch prints the beginning of a map.
func (a *app) sketch(list socdraft.ForeignList) error {
	text, err := socdraft.SketchMap(list)
	if err != nil {
		return asUsage(err)
	}
	if _, err := io.WriteString(a.stdout, text); err != nil {
		return err
	}
	a.say("nothing was imported: this is a map to look through, for --map")
	return nil
}

func readMap(name string) ([]byte, error) {
	file, err := openInput(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var b bytes.Buffer
	if _, err := io.Copy(&b, io.LimitReader(file, maxMap+1)); err != nil {
		return nil, fmt.Errorf("cannot read the map: %w", err)
	}
	if b.Len() > maxMap {
		return nil, usagef("%s is larger than the 1 MB of a map", shown(name))
	}
	return b.Bytes(), nil
}
