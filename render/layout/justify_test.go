package layout

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

const passage = "The organization’s representatives consider the authorization of administrators, and “management” reviews " +
	"the configuration of AC-02 and CC6.1 with Wrenfield Representatives, Inc., each quarter: 25 of 40 requests – selected by " +
	"the auditor – were approved in Section 3 on June 30, 2026, before implementation. "

// setLines sets a text to both edges and returns its lines, each with its
// items.
func setLines(t *testing.T, text string, w int) (*composer, [][]Item) {
	t.Helper()
	c := newComposer(&render.Document{}, render.DefaultTheme(), font.Embedded())
	var out [][]Item
	for _, e := range c.paragraph(prose.Plain(text), c.style("body"), 0, w, alignJustify) {
		out = append(out, e.items)
	}
	return c, out
}

func joined(items []Item) string {
	var b strings.Builder
	for i := range items {
		b.WriteString(items[i].Text)
	}
	return b.String()
}

func TestJustifiedLinesReachTheEdge(t *testing.T) {
	for w := 280 * render.Point; w < 520*render.Point; w += 7 * render.Point {
		c, lines := setLines(t, strings.Repeat(passage, 3), w)
		for i, items := range lines {
			last := items[len(items)-1]
			edge := last.X + last.W
			text := strings.TrimRight(joined(items), " ")
			hang := c.width(c.style("body"), text[len(text)-1:])
			if strings.HasSuffix(text, softHyphen) {
				hang = c.width(c.style("body"), softHyphen)
			}
			if i < len(lines)-1 && (edge < w-200 || edge > w+hang/2+200) {
				t.Errorf("%d wide: line %d ends at %d: %q", w, i, edge, text)
			}
			if i == len(lines)-1 && edge > w+200 {
				t.Errorf("%d wide: the last line ends at %d", w, edge)
			}
			if track := last.Track; track > 10250*stretchLetter/1000+1 || track < -10250*shrinkLetter/1000-1 {
				t.Errorf("%d wide: letters of line %d are moved by %d", w, i, track)
			}
		}
	}
}

// What belongs together is never parted, and only plain words are divided.
func TestBreaksOfJustifiedText(t *testing.T) {
	divided := 0
	for w := 270 * render.Point; w < 520*render.Point; w += 3 * render.Point {
		_, lines := setLines(t, strings.Repeat(passage, 2), w)
		for i, items := range lines {
			text := joined(items)
			trimmed := strings.TrimRight(text, " ")
			for _, end := range []string{"Section", "25", "25 of", "Representatives,", "June", "June 30,", "Wren" + softHyphen, "AC-", "Representa" + softHyphen, "’" + softHyphen} {
				if i < len(lines)-1 && strings.HasSuffix(trimmed, end) {
					t.Errorf("%d wide: a line ends %q", w, text)
				}
			}
			if strings.HasPrefix(text, "–") {
				t.Errorf("%d wide: a line starts %q", w, text)
			}
			if strings.HasSuffix(text, softHyphen) {
				divided++
			} else if strings.Contains(text, softHyphen) {
				t.Errorf("%d wide: a hyphen stands within %q", w, text)
			}
		}
	}
	if divided == 0 {
		t.Error("no word was divided")
	}
}

func TestDividedWordsComeBackWhole(t *testing.T) {
	doc := &render.Document{Blocks: []render.Block{authored(prose.Para(prose.Plain(strings.Repeat(passage, 4))...))}}
	res, _ := Pages(doc, render.DefaultTheme(), font.Embedded())
	if got, want := strings.Join(strings.Fields(res.Text()), " "), strings.TrimSpace(strings.Repeat(passage, 4)); got != want {
		t.Errorf("text differs at %s", difference(got, want))
	}
}

// A column with a ragged edge divides words only where it is narrow and would
// gape.
func TestRaggedTextDividesInNarrowColumnsOnly(t *testing.T) {
	c := newComposer(&render.Document{}, render.DefaultTheme(), font.Embedded())
	for _, x := range []struct {
		width int
		want  bool
	}{{70, true}, {300, false}} {
		found := false
		for _, e := range c.paragraph(prose.Plain("the identification of responsibilities is its acknowledgement"), c.style("table"), 0, x.width*render.Point, alignLeft) {
			found = found || strings.HasSuffix(joined(e.items), softHyphen)
		}
		if found != x.want {
			t.Errorf("%d pt wide: divided %v, want %v", x.width, found, x.want)
		}
	}
}
