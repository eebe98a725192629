package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/diag/report"
)

// A reportFile is a file to write findings to.
type reportFile struct{ format, path string }

// parseReports reads the values of --report, FORMAT=FILE each.
func parseReports(values []string) ([]reportFile, error) {
	var all []reportFile
	for _, value := range values {
		format, path, ok := strings.Cut(value, "=")
		if !ok || path == "" {
			return nil, usagef("--report is %q, not FORMAT=FILE like sarif=out/socdraft.sarif", value)
		}
		if _, err := oneOf("report format", format, report.Formats()); err != nil {
			return nil, err
		}
		r := reportFile{format, filepath.Clean(path)}
		if slices.ContainsFunc(all, func(other reportFile) bool { return other.path == r.path }) {
			return nil, usagef("two reports go to %s", r.path)
		}
		all = append(all, r)
	}
	return all, nil
}

// writeReports writes each report whole or not at all.
func writeReports(project *socdraft.Project, reports []reportFile, findings []*diag.Finding, opts report.Options) error {
	for _, r := range reports {
		if err := r.spareOthers(); err != nil {
			return err
		}
		var text bytes.Buffer
		if err := report.Write(&text, r.format, findings, opts); err != nil {
			return err
		}
		out := &output{filepath.Dir(r.path), project}
		if err := out.write([]socdraft.File{{Name: filepath.Base(r.path), Data: text.Bytes()}}); err != nil {
			return err
		}
	}
	return nil
}

// moreCommand is what readers of findings run to learn about one.
const moreCommand = "socdraft explain"

// explainer returns what tells why a rule matters and what to do. It reads the
// explanations when first asked, since few formats do.
func explainer() func(*diag.Rule) string {
	pages := sync.OnceValue(func() map[string]*socdraft.Explanation {
		byNumber := map[string]*socdraft.Explanation{}
		for _, p := range socdraft.Explanations() {
			byNumber[p.Number] = p
		}
		return byNumber
	})
	return func(r *diag.Rule) string {
		return pages()[r.Number].Why + "\n\n" + pages()[r.Number].Fix
	}
}

// spareOthers refuses to replace what is no file, such as a device.
func (r reportFile) spareOthers() error {
	info, err := os.Lstat(r.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot write the report: %w", err)
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("cannot write the report %s: something that is not a file is there; name another", r.path)
	}
	return nil
}
