package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func versionCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("version takes no arguments, got %q", args[0])
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.stdout, version())
			return err
		},
	}
}

// version names the module's version and the Go release it was built with.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "socdraft (unknown version)"
	}
	return fmt.Sprintf("socdraft %s %s", info.Main.Version, info.GoVersion)
}
