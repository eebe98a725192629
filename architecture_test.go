package socdraft_test

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/socdraft/socdraft"

// allowed lists, for each package, the packages of this module it may import.
// ARCHITECTURE.md tells why.
var allowed = map[string][]string{
	"content/diag":        {},
	"content/diag/report": {"content/diag"},
	"content/prose":       {"content/diag"},
	"content/markdown":    {"content/diag", "content/mermaid", "content/prose"},
	"content/mermaid":     {"content/diag", "content/prose"},
	"content/tomlfile":    {"content/diag"},
	"content":             {"content/diag", "content/prose"},
	"content/criteria":    {},
	"content/load": {"content", "content/criteria", "content/diag", "content/markdown",
		"content/prose", "content/tomlfile"},
	"content/figures":  {"content", "content/prose"},
	"content/revision": {"content/diag"},
	"content/requests": {"content", "content/diag"},
	"content/sample":   {"content/csvfile"},
	"content/csvfile":  {},
	"content/evidence": {"content"},
	"content/coverage": {"content", "content/prose"},
	"content/public":   {"content"},
	"content/score":    {"content", "content/coverage", "content/diag", "content/prose"},
	"content/explain":  {"content/check", "content/diag", "content/load", "content/prose"},
	"content/check": {"content", "content/coverage", "content/evidence", "content/requests", "content/diag",
		"content/figures", "content/prose", "examples"},
	"render":             {"content/diag", "content/prose"},
	"render/diagram":     {"content/prose", "render", "render/font"},
	"render/font":        {},
	"render/hyphen":      {},
	"render/structure":   {},
	"render/layout":      {"content/diag", "content/prose", "render", "render/diagram", "render/font", "render/hyphen", "render/structure"},
	"render/pdf":         {"render", "render/layout", "render/font", "render/pdf/finish", "render/structure"},
	"render/pdf/finish":  {"render/structure"},
	"render/pdf/pdftext": {},
	"render/xlsx":        {"render", "content/prose", "content/returned"},
	"content/returned":   {},
	"content/merge":      {"content", "content/diag", "content/requests", "content/returned", "content/tomlfile"},
	"content/tracker":    {"content", "content/csvfile", "content/diag", "content/merge", "content/requests", "content/returned", "content/tomlfile"},
	"render/xlsx/strict": {},
	"render/plain":       {"render", "content/prose"},
	"templates/soc2": {"content", "content/coverage", "content/figures", "content/requests", "content/diag",
		"content/markdown", "content/prose", "render"},
	"templates/requests": {"content", "content/coverage", "content/requests", "content/sample", "content/diag",
		"content/markdown", "content/prose", "render"},
	"templates/facts": {"content", "content/coverage", "content/figures", "content/prose", "render/plain"},
	"templates/soc3":  {"content/public", "content/diag", "content/markdown", "content/prose", "render"},
	"golden":          {},
	"examples":        {},
	"cmd/socdraft":    {"", "content/diag", "content/diag/report", "content/revision", "examples"},
}

// home gives the one package that may import each third-party module at run
// time.
var home = map[string]string{
	"github.com/yuin/goldmark":        "content/markdown",
	"github.com/BurntSushi/toml":      "content/tomlfile",
	"github.com/pelletier/go-toml":    "content/tomlfile",
	"github.com/go-pdf/fpdf":          "render/pdf",
	"github.com/xuri/excelize":        "render/xlsx",
	"github.com/klauspost/compress":   "render/pdf/finish",
	"github.com/spf13/cobra":          "cmd/socdraft",
	"github.com/spf13/pflag":          "cmd/socdraft",
	"github.com/rogpeppe/go-internal": "content/explain",
}

type listedPackage struct {
	ImportPath string
	Doc        string
	Imports    []string
}

func TestImportsFollowTheArchitecture(t *testing.T) {
	for _, p := range listPackages(t) {
		name := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
		may, known := allowed[name]
		if !known && name != "" {
			t.Errorf("package %s is not in the table of rooms", name)
			continue
		}
		if p.Doc == "" {
			t.Errorf("package %s has no package comment", p.ImportPath)
		}
		for _, path := range p.Imports {
			if own, ok := strings.CutPrefix(path, module); ok {
				own = strings.TrimPrefix(own, "/")
				if name != "" && !slices.Contains(may, own) {
					t.Errorf("%s imports %s, which the architecture does not allow", name, path)
				}
				continue
			}
			if !strings.Contains(strings.SplitN(path, "/", 2)[0], ".") {
				continue // standard library
			}
			if at := homeOf(path); at != name {
				t.Errorf("%s imports %s, whose home is %q", name, path, at)
			}
		}
	}
}

func homeOf(path string) string {
	for prefix, at := range home {
		if path == prefix || strings.HasPrefix(path, prefix+"/") {
			return at
		}
	}
	return "no package"
}

func listPackages(t *testing.T) []listedPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Doc,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listedPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listedPackage
		if err := dec.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
