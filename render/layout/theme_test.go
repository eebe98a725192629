package layout

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// A name that the theme does not have would be 0, or nothing, without a word.
func TestThemeHasEveryNameInUse(t *testing.T) {
	theme := render.DefaultTheme()
	named := regexp.MustCompile(`\.(Length|Color|style|len)\("([a-z0-9-]+)"\)`)
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	used := map[string]bool{}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range named.FindAllStringSubmatch(string(text), -1) {
			var ok bool
			switch m[1] {
			case "Length":
				_, ok = theme.Lengths[m[2]]
			case "Color":
				_, ok = theme.Colors[m[2]]
			case "style":
				_, ok = theme.Text[m[2]]
			}
			used[m[2]] = true
			if !ok {
				t.Errorf("%s names %s %q, which the theme lacks", name, m[1], m[2])
			}
		}
	}
	checkFills(t, theme, files)
	for _, h := range []string{"h2", "h3", "h4"} {
		for _, name := range []string{"above-" + h, "below-" + h} {
			if _, ok := theme.Lengths[name]; !ok {
				t.Errorf("the theme lacks the length %q", name)
			}
			used[name] = true
		}
	}
	for name := range theme.Lengths {
		if !used[name] {
			t.Errorf("nothing uses the length %q", name)
		}
	}
	faces := newComposer(&render.Document{}, theme, font.Fixed(500)).faces
	for name, style := range theme.Text {
		if _, ok := faces[style.Face]; !ok {
			t.Errorf("text %q names the unknown face %q", name, style.Face)
		}
	}
}

// checkFills demands that what is filled behind text is among the grounds that
// text colours are held against.
func checkFills(t *testing.T, theme *render.Theme, files []string) {
	t.Helper()
	filled := regexp.MustCompile(`\bfill(?::| :=|,.*? =| =) .*?"([a-z0-9-]+)"`)
	found := 0
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range filled.FindAllStringSubmatch(string(text), -1) {
			found++
			if !slices.Contains(theme.Grounds(), m[1]) {
				t.Errorf("%s fills with %q, which is no ground of the theme", name, m[1])
			}
		}
	}
	if found < 6 {
		t.Errorf("only %d fills are found", found)
	}
}
