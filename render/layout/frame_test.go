package layout

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

func TestOneColumnStandsInTheMiddleOfThePage(t *testing.T) {
	theme := render.DefaultTheme()
	for _, paper := range []render.Paper{render.Letter, render.A4} {
		beside := newComposer(&render.Document{Paper: paper}, theme, font.Fixed(500))
		c := newComposer(&render.Document{Paper: paper, OneColumn: true}, theme, font.Fixed(500))
		if c.left != c.right || c.left+c.full+c.right != c.pageW {
			t.Errorf("paper %d: %d left, %d wide, %d right", paper, c.left, c.full, c.right)
		}
		if c.measure != beside.measure || c.full != c.measure || c.measureX != 0 {
			t.Errorf("paper %d: the measure is %d of %d at %d, want %d", paper, c.measure, c.full, c.measureX, beside.measure)
		}
	}
}

// The running header holds more than the one column is wide.
func TestRunningHeaderIsAsWideInOneColumn(t *testing.T) {
	at := func(one bool) (x []int) {
		doc := &render.Document{Header: "Header", Mark: "DRAFT", Footer: "Footer", OneColumn: one,
			Blocks: []render.Block{render.NewProse(render.ByManagement, prose.Para(prose.Plain("Text")...))}}
		res, _ := Pages(doc, render.DefaultTheme(), font.Fixed(500))
		for _, it := range res.Pages[0].Items {
			if it.Furniture {
				x = append(x, it.X)
			}
		}
		return x
	}
	beside, one := at(false), at(true)
	if len(one) == 0 || len(one) != len(beside) {
		t.Fatalf("%d running items, %d in one column", len(beside), len(one))
	}
	for i := range one {
		if one[i] != beside[i] {
			t.Errorf("item %d stands at %d, in one column at %d", i, beside[i], one[i])
		}
	}
}

// What the margin column would say stands over the heading or before the entry.
func TestOneColumnSaysWhatTheMarginWould(t *testing.T) {
	doc := &render.Document{OneColumn: true, Blocks: []render.Block{
		&render.Contents{Title: "Contents", Levels: 1},
		&render.Section{ID: "s", Number: "Section 1", Title: "One"},
		&render.Heading{ID: "h", Level: 2, Text: prose.Plain("Services"), Margin: []string{"DC 1"}},
	}}
	res, _ := Pages(doc, render.DefaultTheme(), font.Fixed(500))
	var note, heading Item
	entry := ""
	for i, page := range res.Pages {
		for _, it := range page.Items {
			switch text := strings.TrimSpace(it.Text); {
			case i == 0 && !it.Furniture:
				entry += it.Text
			case text == "DC 1":
				note = it
			case text == "Services":
				heading = it
			}
		}
	}
	if !strings.Contains(entry, "Section 1 – One ") {
		t.Errorf("the contents say %q", entry)
	}
	if note.Y == 0 || note.Y >= heading.Y {
		t.Errorf("the note stands at %d, its heading at %d", note.Y, heading.Y)
	}
}

// Headings in a row that no page can hold are parted, and their notes in the
// margin still stand on their page.
func TestNotesInTheMarginStayOnThePage(t *testing.T) {
	noted := &render.Heading{Level: 2, Text: lines("noted", 40).Inlines, Margin: strings.Fields("DC 1 DC 2 DC 3 DC 4 DC 5")}
	for n := 10; n < 44; n++ {
		res, _ := square(t, &render.Heading{Level: 2, Text: lines("head", n).Inlines}, noted)
		for i := range res.Pages {
			for _, it := range res.Pages[i].Items {
				if it.Kind == Text && !it.Furniture && it.Y > res.Pages[i].Height-68*render.Point {
					t.Fatalf("after %d lines, %q stands in the footer of page %d, at %d", n, it.Text, i+1, it.Y)
				}
			}
		}
	}
}
