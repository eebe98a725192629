package layout

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/structure"
)

func TestWhatStandsBeforeTheFirstSectionCountsApart(t *testing.T) {
	res, _ := square(t, &render.Section{ID: "glance", Title: "At a glance"}, &render.Contents{Title: "Contents", Levels: 2},
		&render.Section{ID: "s1", Number: "Section 1", Title: "One"}, &render.Section{ID: "end", Title: "Navigation aids"})
	var feet []string
	for i := range res.Pages {
		for _, it := range res.Pages[i].Items {
			if it.Furniture && strings.HasPrefix(it.Text, "Page ") {
				feet = append(feet, strings.TrimSpace(it.Text))
			}
		}
	}
	if got := strings.Join(feet, ", "); got != "Page i of ii, Page ii of ii, Page 1 of 2, Page 2 of 2" {
		t.Errorf("the pages say %q", got)
	}
	if res.Front != 2 || res.Number(2) != "ii" || res.Number(4) != "2" {
		t.Errorf("%d pages in front; page 2 is %s, page 4 is %s", res.Front, res.Number(2), res.Number(4))
	}
}

func TestPagesCountOnceWhereNoSectionBeginsAPage(t *testing.T) {
	res, _ := square(t, heading("Assertion"), &render.Section{ID: "a", Number: "A", Title: "Boundaries", Run: true})
	if res.Front != 0 || res.Number(1) != "1" {
		t.Errorf("%d pages in front; page 1 is %s", res.Front, res.Number(1))
	}
}

func TestRomanNumbers(t *testing.T) {
	res := &Result{Front: 4000}
	for page, want := range map[int]string{1: "i", 4: "iv", 9: "ix", 14: "xiv", 40: "xl", 99: "xcix", 448: "cdxlviii", 1900: "mcm"} {
		if got := res.Number(page); got != want {
			t.Errorf("page %d is %q, want %q", page, got, want)
		}
	}
}

// Headings of one level stay of one level where the level above was skipped.
func TestSkippedHeadingLevelsAreClosed(t *testing.T) {
	at := func(level int) render.Block { return &render.Heading{Level: level, Text: prose.Plain("x")} }
	res, _ := square(t, &render.Section{ID: "s", Number: "Section 2", Title: "Assertion"}, at(3), at(3), at(4), at(2), at(4), at(3), at(2))
	var got []string
	for _, e := range res.Tree.Elements {
		if e.Tag >= structure.H1 && e.Tag <= structure.H4 {
			got = append(got, e.Tag.String())
		}
	}
	if want := "H1 H2 H2 H3 H2 H3 H3 H2"; strings.Join(got, " ") != want {
		t.Errorf("the headings are %v, want %s", got, want)
	}
}
