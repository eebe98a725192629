package soc3

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
)

func TestMissingWordsBecomePlaceholders(t *testing.T) {
	for name, c := range map[string]struct {
		without func(*public.Facts)
		want    string
	}{
		"boundaries":   {func(f *public.Facts) { f.Boundaries = public.Prose{} }, "[MANAGEMENT TO PROVIDE – boundaries of the system, in soc3/boundaries.md]"},
		"services":     {func(f *public.Facts) { f.Services = nil }, "[MANAGEMENT TO PROVIDE – services of the system]"},
		"commitments":  {func(f *public.Facts) { f.Commitments = nil }, "[MANAGEMENT TO PROVIDE – principal service commitments]"},
		"requirements": {func(f *public.Facts) { f.Requirements = nil }, "[MANAGEMENT TO PROVIDE – principal system requirements]"},
	} {
		t.Run(name, func(t *testing.T) {
			f := someFacts()
			if _, all := draft(t, f, afterPeriod); strings.Contains(all, c.want) {
				t.Error("the placeholder stands without reason")
			}
			c.without(f)
			if _, all := draft(t, f, afterPeriod); !strings.Contains(all, c.want) {
				t.Errorf("%q is missing", c.want)
			}
		})
	}
}

func TestFactsOfNothingStillMakeADraft(t *testing.T) {
	doc, _ := draft(t, &public.Facts{}, Input{})
	if len(doc.Blocks) == 0 {
		t.Error("the draft is empty")
	}
}

func TestBoundariesKeepTheirHeadingsBelowTheAttachment(t *testing.T) {
	heading := func(level int, id string) prose.Block {
		return &prose.Heading{Level: level, ID: id, Inlines: prose.Plain(id)}
	}
	f := someFacts()
	f.Boundaries.Blocks = []prose.Block{heading(1, "top"), heading(4, "deep"), prose.Para(plain("text")),
		heading(2, "services"), heading(3, "sub"), heading(6, "deepest")}
	doc, _ := draft(t, f, afterPeriod)
	var got []string
	inside := false
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *render.Section:
			inside = b.ID == partBoundaries
		case *render.Heading:
			if inside {
				got = append(got, b.ID+" "+strings.Repeat("#", b.Level))
			}
		}
	}
	want := "top ##, deep ###, services ##, sub ###, deepest ####, by-name ##"
	if got := strings.Join(got, ", "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestNamesStandInGroups(t *testing.T) {
	f := someFacts()
	f.Components = []public.Component{{Kind: "infrastructure", Name: text("Regions")}, {Kind: "data", Name: text("Records")}, {Kind: "data", Name: text("Logs")}}
	f.Subservice = []public.Subservice{{Name: text("Corvane"), CarveOut: true}, {Name: text("Quillhaven")}}
	doc, _ := draft(t, f, afterPeriod)
	var got []string
	for _, b := range doc.Blocks {
		if tab, ok := b.(*render.Table); ok && tab.Columns[0].Head == "Name" {
			for _, row := range tab.Rows {
				got = append(got, row.Group+row.Key)
			}
		}
	}
	want := "Services, Intake, Infrastructure, Regions, Data, Records, Logs, Subservice organizations within the boundaries, Quillhaven, " +
		"Subservice organizations outside the boundaries; complementary controls there are necessary, Corvane"
	if got := strings.Join(got, ", "); got != want {
		t.Errorf("got %s", got)
	}
}

func TestLinkToWhatOnlyTheSOC2HasIsLeftOut(t *testing.T) {
	src := diag.NewSource("soc3/boundaries.md", []byte("data SC-1 site"))
	run := func(text, link string) prose.Inline {
		at := strings.Index(string(src.Text), text)
		return prose.Inline{Text: text, Link: link, Span: src.At(at, at+len(text))}
	}
	f := someFacts()
	f.Boundaries.Blocks = []prose.Block{prose.Para(run("data", "#data"), run("SC-1", "#SC-1"), run("site", "https://example.com"))}
	var list diag.List
	doc := Document(f, afterPeriod, &list)
	if list.Len() != 1 || list.All()[0].Rule != DeadLink || list.All()[0].Span.Start != 0 {
		t.Fatalf("findings: %v", list.All())
	}
	var links []string
	for _, b := range doc.Blocks {
		if p, ok := b.(*render.Prose); ok {
			prose.EachInlines(p.Blocks, func(runs *[]prose.Inline) {
				for _, r := range *runs {
					if !r.Span.IsZero() && r.Link != "" {
						links = append(links, r.Link)
					}
				}
			})
		}
	}
	if got := strings.Join(links, " "); got != "#SC-1 https://example.com" {
		t.Errorf("links are %s", got)
	}
	if prose.BlocksText(f.Boundaries.Blocks) != "dataSC-1site" || f.Boundaries.Blocks[0].(*prose.Paragraph).Inlines[0].Link != "#data" {
		t.Error("the facts were changed")
	}
}
