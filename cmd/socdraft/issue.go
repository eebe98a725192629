package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
)

func issueCommand(a *app) *cobra.Command {
	flags := common{edition: string(socdraft.Auditor)}
	var dir string
	var dry bool
	cmd := &cobra.Command{
		Use:   "issue [PROJECT]",
		Short: "Write the workbook to hand over",
		Long: `issue writes the request list as a workbook to hand over, request-list-round-1.xlsx
and on, and keeps what stands in it in requests/issued.toml, so that "requests
merge" can compare what comes back. Requests without a number get one first. Where
nothing changed since the last round, the workbook of that round is written again.
A workbook of that name which differs is not replaced: somebody may have worked in
it. build writes request-list.xlsx and leaves what was issued alone.

The auditor edition, which is the default here, has no deviations of management's
own tests. Errors in requests/ stop it, as they stop "build --edition auditor
--target requests"; findings about the reports do not.`,
		Example: `  socdraft requests issue
  socdraft requests issue examples/wrenfield -o handover`,
		Args: atMostProject,
		RunE: func(_ *cobra.Command, args []string) error {
			o, err := a.options(flags)
			if err != nil {
				return err
			}
			return a.issue(args, dir, o, dry)
		},
	}
	flags.register(cmd)
	edition := cmd.Flags().Lookup("edition")
	edition.DefValue, flags.edition = string(socdraft.Auditor), string(socdraft.Auditor)
	cmd.Flags().StringVarP(&dir, "output", "o", "", "folder to write into (default: out in the project)")
	dryRunFlag(cmd, &dry)
	return cmd
}

// issue writes what the project keeps, then the workbook: a workbook that nobody
// can merge is worse than a round that nobody sent.
func (a *app) issue(args []string, dir string, o socdraft.Options, dry bool) error {
	project, err := a.open(args)
	if err != nil {
		return err
	}
	defer project.Close()
	out, err := openOutput(project, dir)
	if err != nil {
		return err
	}
	issued, err := project.IssueRequests(o)
	if err != nil {
		return err
	}
	if len(issued.Findings) == 0 {
		if err := out.spareOther(issued.Workbook); err != nil {
			return err
		}
	}
	if err := a.apply(project, &issued.Edits, dry); err != nil {
		return err
	}
	var notes []string
	if issued.Again {
		notes = append(notes, "nothing changed since it was issued")
	}
	if issued.Numbered > 0 {
		notes = append(notes, count(issued.Numbered, "request")+" got a number")
	}
	tail := ""
	if len(notes) > 0 {
		tail = " (" + strings.Join(notes, "; ") + ")"
	}
	if dry {
		a.say("%s with %s would be issued as round %d%s", shown(out.path(issued.Workbook.Name)), count(issued.Requests, "request"), issued.Round, tail)
		return nil
	}
	if err := out.write([]socdraft.File{issued.Workbook}); err != nil {
		return err
	}
	a.say("%s with %s is round %d%s", shown(out.path(issued.Workbook.Name)), count(issued.Requests, "request"), issued.Round, tail)
	return nil
}
