package main

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/diag/report"
)

// actionsFormats are those in whose place GitHub Actions shows annotations and
// a summary; the others go to programs.
var actionsFormats = []string{"text", "concise", "github"}

// inActions reports whether people read the format in GitHub Actions.
func (a *app) inActions(format string) bool {
	return a.env("GITHUB_ACTIONS") == "true" && slices.Contains(actionsFormats, format)
}

// annotate prints findings and, behind those that are text, annotations.
func (a *app) annotate(format string, findings []*diag.Finding, opts report.Options) error {
	if format != "github" {
		print := func(w io.Writer) error { return report.Write(w, format, findings, opts) }
		if err := withoutCommands(a.stdout, print); err != nil {
			return err
		}
	}
	return report.Write(a.stdout, "github", findings, opts)
}

// withoutCommands keeps GitHub Actions from obeying what is printed: any line
// of text may look like a workflow command, and the text quotes the project.
// The token that ends this is random, so that no text can hold it.
func withoutCommands(w io.Writer, print func(io.Writer) error) error {
	token := rand.Text()
	if _, err := fmt.Fprintf(w, "::stop-commands::%s\n", token); err != nil {
		return err
	}
	if err := print(w); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "::%s::\n", token)
	return err
}

// summaryBytes is what GitHub takes as the summary of a step. It drops a longer
// one without a word.
const summaryBytes = 1<<20 - 2

// summarize adds all findings to the step's summary, where there is one: of
// the annotations GitHub shows a few only.
func (a *app) summarize(findings []*diag.Finding, opts report.Options) error {
	name := a.env("GITHUB_STEP_SUMMARY")
	if name == "" || len(findings) == 0 {
		return nil
	}
	var text bytes.Buffer
	if err := report.Write(&text, "markdown", findings, opts); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return fmt.Errorf("cannot add to the step's summary: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("cannot add to the step's summary: %w", err)
	}
	if info.Size()+int64(text.Len()) > summaryBytes {
		a.say("note: the step's summary has no room for the findings")
		return nil
	}
	if _, err := f.Write(text.Bytes()); err != nil {
		return fmt.Errorf("cannot add to the step's summary: %w", err)
	}
	return nil
}
