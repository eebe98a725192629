package main

import "github.com/spf13/cobra"

func numberCommand(a *app) *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "number [PROJECT]",
		Short: "Fix the numbers of the requests",
		Long: `number gives each request that has none the next number, R-001 and on, in the
order of the list, and fixes it in requests/lock.toml. A number is never given
again: adding or dropping a control renumbers nothing.`,
		Example: `  socdraft requests number --dry-run
  socdraft requests number examples/wrenfield`,
		Args: atMostProject,
		RunE: func(_ *cobra.Command, args []string) error { return a.number(args, dry) },
	}
	dryRunFlag(cmd, &dry)
	return cmd
}

// number prints what gets a number and fixes it.
func (a *app) number(args []string, dry bool) error {
	project, err := a.open(args)
	if err != nil {
		return err
	}
	defer project.Close()
	numbering, err := project.NumberRequests()
	if err != nil {
		return err
	}
	if err := a.apply(project, &numbering.Edits, dry); err != nil {
		return err
	}
	n := len(numbering.Added.Rows)
	if n == 0 {
		a.say("each of the %d requests has its number", numbering.All)
		return nil
	}
	if _, err := a.stdout.Write(table(numbering.Added)); err != nil {
		return err
	}
	if dry {
		a.say("%s of %d would get a number in requests/lock.toml", count(n, "request"), numbering.All)
	} else {
		a.say("%s of %d got a number in requests/lock.toml", count(n, "request"), numbering.All)
	}
	return nil
}
