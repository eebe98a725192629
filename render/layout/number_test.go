package layout

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/render"
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
