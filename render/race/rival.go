package main

import (
	"os"
	"os/exec"
	"path/filepath"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/race/typst"
)

// fontFolder is where the fonts of the reports are, from this module's folder.
const fontFolder = "../font"

// writeTypst writes the SOC 2 draft of a project with Typst.
func writeTypst(project, out string) error {
	if err := install(); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "race")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	source, err := typstSource(project, dir)
	if err != nil {
		return err
	}
	command := typstCommand(source, out)
	command.Stderr = os.Stderr
	return command.Run()
}

// typstSource writes the Typst source of a project's draft into a folder and
// returns its name.
func typstSource(project, dir string) (string, error) {
	doc, err := documentOf(project)
	if err != nil {
		return "", err
	}
	text, files := typst.Source(doc, render.DefaultTheme(), font.Embedded())
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return "", err
		}
	}
	source := filepath.Join(dir, "report.typ")
	return source, os.WriteFile(source, text, 0o644)
}

func typstCommand(source, out string) *exec.Cmd {
	return exec.Command("node", "compile.mjs", fontFolder, source, out)
}
