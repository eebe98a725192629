// Package strict checks a finished workbook as hard as an application that
// would rather repair it: Check is its only entry. It reads the package alone
// and knows nothing of how it was written. Tests use it.
//
// What it accepts, spreadsheets open without a word; each of its rules is one
// that some application holds against a file.
package strict

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Check returns what is wrong with the workbook, nothing where all is well.
func Check(data []byte) []string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return []string{"not a package: " + err.Error()}
	}
	c := &checker{parts: map[string]*node{}, raw: map[string]bool{}}
	c.read(z)
	c.contentTypes()
	c.relations()
	c.workbook()
	c.drawings()
	slices.Sort(c.problems)
	return slices.Compact(c.problems)
}

type checker struct {
	problems []string
	parts    map[string]*node // XML parts
	raw      map[string]bool  // all parts
	rels     map[string]map[string]relation
	sheets   map[string]*sheet // by name
	order    []string          // names of the sheets
	strings  []string          // shared
	formats  int               // of cells
	dxfs     int               // conditional formats
	names    map[string]bool   // of tables and names, lower case
}

func (c *checker) report(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

// read takes the parts from the package.
func (c *checker) read(z *zip.Reader) {
	seen := map[string]bool{}
	for i, f := range z.File {
		if i == 0 && f.Name != contentTypes {
			c.report("the first part is %s", f.Name)
		}
		if key := strings.ToLower(f.Name); seen[key] {
			c.report("part %s is there twice", f.Name)
		} else {
			seen[key] = true
		}
		if strings.HasPrefix(f.Name, "/") || strings.Contains(f.Name, "..") || strings.Contains(f.Name, `\`) {
			c.report("part %s has no legal name", f.Name)
		}
		c.raw[f.Name] = true
		r, err := f.Open()
		if err != nil {
			c.report("part %s: %v", f.Name, err)
			continue
		}
		content, err := io.ReadAll(r)
		if err != nil {
			c.report("part %s: %v", f.Name, err)
			continue
		}
		if !strings.HasSuffix(f.Name, ".xml") && !strings.HasSuffix(f.Name, ".rels") && !strings.HasSuffix(f.Name, ".vml") {
			continue
		}
		root, err := parse(content)
		if err != nil {
			c.report("part %s is no XML: %v", f.Name, err)
			continue
		}
		c.parts[f.Name] = root
	}
}
