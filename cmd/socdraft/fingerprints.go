package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// fingerprintsHead explains the file to whoever opens it.
const fingerprintsHead = "# Fingerprints of paragraphs in other reports, for fingerprints.txt of a project. They tell nothing of the words.\n"

func fingerprintsCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "fingerprints PROJECT...",
		Short: "Print hashes of paragraphs, to find what was copied",
		Long: `fingerprints prints a hash of each longer paragraph of the projects. Put into
fingerprints.txt of another project, they let check find paragraphs that stand
there word for word, whatever the names and numbers in them. The hashes tell
nothing of the words, so they can be given to others.`,
		Example: `  socdraft fingerprints clients/* > new-client/fingerprints.txt`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("fingerprints of which projects?")
			}
			var b strings.Builder
			b.WriteString(fingerprintsHead)
			for _, dir := range args {
				lines, err := a.fingerprints(dir)
				if err != nil {
					return err
				}
				b.WriteString(lines)
			}
			_, err := io.WriteString(a.stdout, b.String())
			return err
		},
	}
}

// fingerprints returns those of one project.
func (a *app) fingerprints(dir string) (string, error) {
	project, err := a.open([]string{dir})
	if err != nil {
		return "", err
	}
	defer project.Close()
	lines, findings, err := project.Fingerprints()
	if err != nil {
		return "", err
	}
	if len(findings) > 0 {
		a.printFindings(findings, nil, project.Dir())
		return "", errFindings
	}
	return lines, nil
}
