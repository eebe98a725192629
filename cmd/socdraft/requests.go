package main

import (
	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
)

// requestCommands is the table of subcommands of requests, in the order help
// lists them.
var requestCommands = []func(*app) *cobra.Command{
	numberCommand,
	recordCommand,
	sampleCommand,
	issueCommand,
	mergeCommand,
	exportCommand,
	importCommand,
	statusCommand,
}

func requestsCommand(a *app) *cobra.Command {
	return group(a, "requests", "Work on the request list", requestCommands)
}

// group is a command that does nothing but hold others.
func group(a *app, name, short string, commands []func(*app) *cobra.Command) *cobra.Command {
	cmd := &cobra.Command{
		Use:   name,
		Short: short,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownName(name+" command", args[0], subcommandNames(cmd))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, command := range commands {
		cmd.AddCommand(command(a))
	}
	return cmd
}

// dryRunFlag registers the flag by which a command that writes sources only
// shows what it would do.
func dryRunFlag(cmd *cobra.Command, dry *bool) {
	cmd.Flags().BoolVar(dry, "dry-run", false, "show what would be written and write nothing")
}

// apply writes the edits, unless they are a dry run. Findings are printed and
// stop it.
func (a *app) apply(project *socdraft.Project, edits *socdraft.Edits, dry bool) error {
	if len(edits.Findings) > 0 {
		a.printFindings(edits.Findings, nil, project.Dir())
		return errFindings
	}
	if dry || len(edits.Files) == 0 {
		return nil
	}
	return writeSources(project, edits.Files)
}
