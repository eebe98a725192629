package main

import (
	"os"
	"os/exec"
	"path/filepath"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/race/draft"
	"github.com/socdraft/socdraft/render/race/typst"
)

// fontFolder is where the fonts of the reports are, from this module's folder.
const fontFolder = "../font"

// writeTypst writes the SOC 2 draft of a project with Typst.
func writeTypst(project, out string) error {
	dir, err := os.MkdirTemp("", "race")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	doc, theme, err := draft.Of(project)
	if err != nil {
		return err
	}
	source, err := typstSource(doc, theme, dir)
	if err != nil {
		return err
	}
	args := typstCommand(source, out)
	command := exec.Command(args[0], args[1:]...)
	command.Stderr = os.Stderr
	return command.Run()
}

// typstSource writes the Typst source of a document into a folder and
// returns its name.
func typstSource(doc *render.Document, theme *render.Theme, dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	text, files := typst.Source(doc, theme, font.Embedded())
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return "", err
		}
	}
	source := filepath.Join(dir, "report.typ")
	return source, os.WriteFile(source, text, 0o644)
}

func typstCommand(source, out string) []string {
	return []string{"node", "compile.mjs", fontFolder, source, out}
}
