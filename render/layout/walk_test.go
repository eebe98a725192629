package layout_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/templates/soc2"
	"github.com/socdraft/socdraft/templates/soc3"
)

// TestPagesOfExamples walks every page of the examples, in both editions and
// on both papers: no last line is shorter than three ems, no paragraph leaves a
// line alone on a page, and nothing that names what follows ends a page.
func TestPagesOfExamples(t *testing.T) {
	folders, err := filepath.Glob("../../examples/*/socdraft.toml")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, file := range folders {
		folder := filepath.Dir(file)
		switch filepath.Base(folder) {
		case "skeleton", "broken":
			continue // too short to tell
		}
		for _, doc := range documents(t, folder) {
			for _, paper := range []render.Paper{render.Letter, render.A4} {
				doc.Paper = paper
				res, _ := layout.Pages(doc, render.DefaultTheme(), font.Embedded())
				name := fmt.Sprintf("%s %s on paper %d", filepath.Base(folder), doc.Name, paper)
				walk(t, name, res)
			}
		}
	}
}

// documents returns what the templates make of a project.
func documents(t *testing.T, folder string) []*render.Document {
	t.Helper()
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var list diag.List
	loaded, err := load.Project(root.FS(), &list)
	if err != nil {
		t.Fatal(err)
	}
	images := make(map[string]render.Image)
	for path, i := range loaded.Images {
		images[path] = render.Image{Data: i.Data, Format: i.Format, Width: i.Width, Height: i.Height}
	}
	e := loaded.Engagement
	var out []*render.Document
	for _, edition := range []string{"working", "auditor"} {
		out = append(out, soc2.Document(soc2.Input{Engagement: e, Coverage: coverage.Of(e), Edition: soc2.Edition(edition), Today: e.Draft.Date, Images: images}, &list))
		if e.Report.Type != content.Type1 {
			out = append(out, soc3.Document(public.Of(e), soc3.Input{Edition: soc3.Edition(edition), Today: e.Draft.Date, Images: images}, &list))
		}
	}
	return out
}

func walk(t *testing.T, name string, res *layout.Result) {
	t.Helper()
	lowest := make([]layout.SetLine, len(res.Pages)+1)
	over := make([]bool, len(res.Pages)+1)
	paragraphs := res.SetParagraphs()
	if len(paragraphs) < 100 {
		t.Fatalf("%s: only %d paragraphs", name, len(paragraphs))
	}
	for _, p := range paragraphs {
		n := len(p.Lines)
		last := p.Lines[n-1]
		if n > 1 && last.W < 3*p.Size && strings.Contains(strings.TrimSpace(p.Lines[n-2].Text), " ") {
			t.Errorf("%s, page %d: the last line %q is %d wide, after %q", name, last.Page, last.Text, last.W/1000, p.Lines[n-2].Text)
		}
		onPage := make(map[int]int)
		for _, l := range p.Lines {
			onPage[l.Page]++
			if l.Y > lowest[l.Page].Y {
				lowest[l.Page], over[l.Page] = l, p.Over
			}
		}
		for page, count := range onPage {
			if count == 1 && n > 1 {
				t.Errorf("%s, page %d: a line stands alone, of the paragraph that ends %q", name, page, last.Text)
			}
		}
	}
	for page := range lowest {
		if over[page] {
			t.Errorf("%s, page %d: ends with the heading %q", name, page, lowest[page].Text)
		}
	}
}
