// Command socdraft compiles a service organization's Markdown and TOML into a
// draft SOC 2 report, a SOC 3 summary and the auditor's request list.
//
// This package is the only one that prints, reads the clock and the
// environment, writes files and exits. Data goes to standard output, messages
// to standard error, and the important line comes last.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/socdraft/socdraft/content/diag"
)

// Exit codes, as documented by help.
const (
	exitFine     = 0
	exitFindings = 1 // error findings, or nothing written because of them
	exitUsage    = 2
	exitFailure  = 3 // input or output failed, or a bug of ours
)

// An app is the world a command sees.
type app struct {
	stdout, stderr io.Writer
	env            func(string) string
	now            func() time.Time
	terminal       func(io.Writer) bool
	quiet          bool
}

// commands is the table of subcommands, in the order help lists them.
var commands = []func(*app) *cobra.Command{
	initCommand,
	buildCommand,
	checkCommand,
	explainCommand,
	listCommand,
	requestsCommand,
	evidenceCommand,
	fingerprintsCommand,
	versionCommand,
}

// errFindings ends a command whose findings are already printed.
var errFindings = errors.New("error findings")

// A usageError is a mistake on the command line.
type usageError struct{ error }

func usagef(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(150) // a build is short: an eighth less time for an eighth more memory
	}
	a := &app{stdout: os.Stdout, stderr: os.Stderr, env: os.Getenv, now: time.Now, terminal: isTerminal}
	os.Exit(a.run(os.Args[1:]))
}

// run executes one command line and returns the exit code. A panic is our bug
// and must not end with the exit code of wrong usage, which is Go's own for it.
func (a *app) run(args []string) (code int) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintf(a.stderr, "socdraft: internal error: %v\n%s", p, debug.Stack())
			code = exitFailure
		}
	}()
	root := a.rootCommand()
	root.SetArgs(args)
	err := root.Execute()
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &usage):
		fmt.Fprintf(a.stderr, "socdraft: %v\n", err)
		return exitUsage
	default:
		fmt.Fprintf(a.stderr, "socdraft: %v\n", err)
		return exitFailure
	}
}

const longHelp = `socdraft compiles the Markdown and TOML files of a service organization into a
draft SOC 2 report (PDF), a SOC 3 summary (PDF) and the auditor's request list
(XLSX). PROJECT is the folder that holds socdraft.toml; without it, the nearest
parent of the present folder that does.

Exit codes: 0 fine; 1 check found errors, or what --fail-on names, or more
than gate.toml accepts, or build did not write what was asked because of errors,
or a merge left a conflict; 2 wrong usage; 3 input or output failed.`

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "socdraft",
		Short:         "Compile SOC 2 and SOC 3 drafts and the request list from Markdown and TOML",
		Long:          longHelp,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownName("command", args[0], subcommandNames(cmd))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.PersistentFlags().BoolVarP(&a.quiet, "quiet", "q", false, "print errors only")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return usageError{flagHint(cmd, err)} })
	for _, command := range commands {
		root.AddCommand(command(a))
	}
	root.SetHelpCommand(helpCommand(root))
	root.Version = version()
	root.SetVersionTemplate("{{ .Version }}\n")
	return root
}

// helpCommand is cobra's, but for a name that is no command: that is a mistake
// to tell, not a reason to print the general help.
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Print help about a command",
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return subcommandNames(root), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return unknownName("command", args[len(args)-max(len(rest), 1)], subcommandNames(root))
			}
			return cmd.Help()
		},
	}
}

// flagHint adds the nearest flag to an error about an unknown one.
func flagHint(cmd *cobra.Command, err error) error {
	name, unknown := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !unknown {
		return err
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := diag.Nearest(name, names); near != "" {
		return fmt.Errorf("%w; a similar one is --%s", err, near)
	}
	return err
}

func subcommandNames(cmd *cobra.Command) []string {
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	return names
}

// isTerminal reports whether w is a terminal that people read.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// colour reports whether to colour what goes to w.
func (a *app) colour(w io.Writer) bool {
	if a.env("NO_COLOR") != "" || a.env("TERM") == "dumb" {
		return false
	}
	return a.env("FORCE_COLOR") != "" || a.terminal(w)
}
