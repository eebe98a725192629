package layout

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// coverWith lays out a cover whose logo has the given size in pixels.
func coverWith(width, height int, public bool) (*Page, *Item) {
	const name = "Quill Ledger, Inc."
	doc := &render.Document{
		Images: map[string]render.Image{"logo.png": {Format: "png", Width: width, Height: height}},
		Blocks: []render.Block{&render.Cover{Band: prose.Plain("This is a draft."), Logo: render.Logo{Name: "logo.png", Alt: "Logo of " + name},
			Name: name, Kind: "Draft", Title: "Report on controls", Facts: []render.Fact{{Label: "System", Value: prose.Plain("Ledger")}}, Public: public}},
	}
	res, _ := Pages(doc, render.DefaultTheme(), font.Embedded())
	page := &res.Pages[0]
	for i := range page.Items {
		if page.Items[i].Kind == Image {
			return page, &page.Items[i]
		}
	}
	return page, nil
}

func TestLogoIsNeverEnlargedAndNeverLarge(t *testing.T) {
	for _, c := range []struct{ width, height, w, h int }{
		{100, 40, 75_000, 30_000},    // 96 pixels an inch
		{8, 8, 6_000, 6_000},         //
		{400, 184, 100_000, 46_000},  // by height
		{1000, 100, 190_000, 19_000}, // by width
		{1900, 460, 190_000, 46_000}, // by both
		{1, 20_000, 2, 46_000},       //
		{20_000, 1, 190_000, 9},      //
		{20_000, 20_000, 46_000, 46_000},
	} {
		for _, public := range []bool{false, true} {
			page, logo := coverWith(c.width, c.height, public)
			if logo == nil {
				t.Fatalf("%d x %d: no logo", c.width, c.height)
			}
			if logo.W != c.w || logo.H != c.h || logo.Art.Alt != "Logo of Quill Ledger, Inc." {
				t.Errorf("%d x %d pixels are %d x %d, alt %q; want %d x %d", c.width, c.height, logo.W, logo.H, logo.Art.Alt, c.w, c.h)
			}
			checkCover(t, page, logo)
		}
	}
}

// checkCover demands that the logo stands on the paper at the left margin and
// that the name stands beneath it as text, smaller than without a logo.
func checkCover(t *testing.T, page *Page, logo *Item) {
	t.Helper()
	theme := render.DefaultTheme()
	if logo.X != theme.Page.Left.Len() {
		t.Errorf("the logo stands at %d", logo.X)
	}
	named := false
	for i := range page.Items {
		it := &page.Items[i]
		if it.Kind == Rect && it.Y+it.H > logo.Y && it.Y < logo.Y+logo.H {
			t.Errorf("the logo stands on a fill: %+v and %+v", logo, it)
		}
		if it.Kind == Text && strings.Contains("Quill Ledger, Inc.", it.Text) && it.X == logo.X {
			named = true
			if it.Size != theme.Text["cover-name-small"].Size.Len() || it.Y-it.Size < logo.Y+logo.H {
				t.Errorf("the name %+v stands in the logo %+v", it, logo)
			}
		}
	}
	if !named {
		t.Error("the name does not stand beneath the logo")
	}
}

func TestCoverWithoutLogoHasTheNameInItsPlace(t *testing.T) {
	page, logo := coverWith(0, 0, false) // no image of the name
	if logo != nil {
		t.Fatal("a logo without pixels is shown")
	}
	size := render.DefaultTheme().Text["cover-name"].Size.Len()
	for i := range page.Items {
		if it := &page.Items[i]; it.Kind == Text && it.Size == size && strings.HasPrefix(it.Text, "Quill") {
			return
		}
	}
	t.Error("no name of its full size")
}
