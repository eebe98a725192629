package soc2_test

import (
	"testing"

	"github.com/socdraft/socdraft/content"
)

// layouts are the layouts of Section 4.
var layouts = []string{content.ByProcess, content.ByCriterion}

// laidOut gives the project a layout of Section 4.
func (p project) laidOut(t *testing.T, layout string) project {
	t.Helper()
	return p.edit(t, "socdraft.toml", "categories = ", "layout = \""+layout+"\"\ncategories = ")
}

// A base returns the base project with files replaced.
type base func(t *testing.T, files ...string) project

// inEachLayout runs a test on the base project in each layout of Section 4.
func inEachLayout(t *testing.T, test func(t *testing.T, baseProject base)) {
	for _, layout := range layouts {
		t.Run(layout, func(t *testing.T) {
			test(t, func(t *testing.T, files ...string) project {
				t.Helper()
				return baseProject(t, files...).laidOut(t, layout)
			})
		})
	}
}

// everyDraft returns the drafts of the base project and of the examples in each
// edition and layout.
func everyDraft(t *testing.T) map[string]*draft {
	t.Helper()
	drafts := map[string]*draft{}
	for _, layout := range layouts {
		drafts["base "+layout] = baseProject(t).laidOut(t, layout).build(t)
		drafts["type 1 "+layout] = baseProject(t).asType1(t).laidOut(t, layout).build(t)
		for _, name := range []string{"wrenfield", "startup", "allfive"} {
			e := example(t, name)
			e.Report.Layout.Value = layout
			for _, edition := range editions {
				drafts[name+" "+layout+" "+string(edition)] = draftOf(t, e, edition, e.Draft.Date)
			}
		}
	}
	return drafts
}
