package main

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
)

// exportFlags are the flags of requests export.
type exportFlags struct {
	as, file, heads string
}

func exportCommand(a *app) *cobra.Command {
	var flags exportFlags
	cmd := &cobra.Command{
		Use:   "export [PROJECT]",
		Short: "Write the request list for another tracker",
		Long: `export writes the request list as another tracker takes it: csv has all columns,
for spreadsheet programs; hyperproof is CSV with the headings of its import;
vanta is a line of JSON for each request, the body to send to its API. With
--heads the columns are those of a CSV file that somebody gave to be filled in.

In CSV a text that begins with = + - or @ gets an apostrophe before it, so that
no spreadsheet program takes it for a formula; import takes it away again.
Withdrawn requests are in csv only.`,
		Example: `  socdraft requests export --as csv -o requests.csv
  socdraft requests export --as hyperproof --heads example.csv -o hyperproof.csv
  socdraft requests export --as vanta -o vanta.jsonl`,
		Args: atMostProject,
		RunE: func(_ *cobra.Command, args []string) error { return a.export(args, flags) },
	}
	f := cmd.Flags()
	f.StringVar(&flags.as, "as", "csv", "tracker: "+strings.Join(socdraft.Trackers(), ", "))
	f.StringVarP(&flags.file, "output", "o", "", "file to write (default: the standard output)")
	f.StringVar(&flags.heads, "heads", "", "CSV file whose columns are to be filled in")
	complete(cmd, "as", socdraft.Trackers())
	return cmd
}

func (a *app) export(args []string, flags exportFlags) error {
	if _, err := oneOf("tracker", flags.as, socdraft.Trackers()); err != nil {
		return err
	}
	order := socdraft.ExportOrder{As: flags.as}
	if flags.heads != "" {
		data, err := readWorkbook(flags.heads)
		if err != nil {
			return err
		}
		order.Heads, order.Name = data, shown(flags.heads)
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
	exported, err := project.ExportRequests(o, order)
	if err != nil {
		return asUsage(err)
	}
	if len(exported.Findings) > 0 {
		a.printFindings(exported.Findings, nil, project.Dir())
		return errFindings
	}
	if err := a.writeExport(project, flags.file, exported.Data); err != nil {
		return err
	}
	for _, note := range exported.Notes {
		a.say("note: %s", note)
	}
	if len(exported.Empty) > 0 {
		a.say("note: the list has nothing for %s: empty", strings.Join(exported.Empty, ", "))
	}
	follows := ""
	if exported.Page != "" {
		follows = ", by " + exported.Page
	}
	a.say("%s for %s%s", count(exported.Requests, "request"), flags.as, follows)
	return nil
}

func (a *app) writeExport(project *socdraft.Project, file string, data []byte) error {
	if file == "" {
		_, err := a.stdout.Write(data)
		return err
	}
	out, err := openOutput(project, filepath.Dir(file))
	if err != nil {
		return err
	}
	return out.write([]socdraft.File{{Name: filepath.Base(file), Data: data}})
}
