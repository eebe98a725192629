package coverage

import (
	"slices"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
)

func told(s string) content.Prose {
	return content.Prose{Raw: text(s), Blocks: []prose.Block{&prose.Paragraph{Inlines: []prose.Inline{{Text: s}}}}}
}

func TestWritten(t *testing.T) {
	for s, want := range map[string]bool{
		"":                           false,
		" \n":                        false,
		"TODO 6: who asks for it":    false,
		" TBD":                       false,
		"FIXME: numbers":             false,
		"The team keeps a TODO list": true,
		"Todo is our product":        true,
	} {
		if got := Written(s); got != want {
			t.Errorf("Written(%q) is %t", s, got)
		}
	}
	if WrittenDocument(nil) || WrittenDocument(&content.Document{}) {
		t.Error("a document that is missing or empty counts as written")
	}
}

// What the skeleton of a project holds answers nothing.
func TestControlsStillToBeWrittenAreGaps(t *testing.T) {
	e := sample()
	begun := told("TODO 6: who asks for access.")
	for _, c := range e.Controls {
		c.Statement = begun
	}
	want := []string{"A1.1 nothing mapped", "CC6.1 to do", "CC6.4 ", "CC6.5 "}
	if got := gaps(Of(e)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Of(e).Entry("CC6.1").ToDo(); !slices.Equal(got, []string{"AC-01", "AC-02"}) {
		t.Errorf("to do: %q", got)
	}
	e.Controls[0].Statement = told("The security lead approves access.")
	e.Parties[0].CSOCs[0].Statement, e.Parties[0].CSOCs[1].Statement = begun, begun
	e.NotRelevant[0].Reason = told("TODO 7: why")
	want = []string{"A1.1 nothing mapped", "CC6.4 to do", "CC6.5 to do", "CC6.1 "}
	if got := gaps(Of(e)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPartsStillToBeWrittenAreGaps(t *testing.T) {
	e := sample()
	begun := told("TODO 4: name of the role")
	e.Description.Known["people"] = &content.Document{Blocks: begun.Blocks}
	e.Components.Roles = []*content.Component{{Name: text("TODO 4: name of the role")}}
	e.Components.Data = []*content.Component{{Name: text("Orders"), Description: told("What customers order.")}}
	for _, d := range Description(e) {
		if d.ID != "DC 3" {
			continue
		}
		if want := []string{"components", "description/people.md"}; !d.IsGap() || !slices.Equal(d.ToDo, want) || d.Unanswered() != "to do" {
			t.Errorf("DC 3: gap %t, %s: %q, want %q", d.IsGap(), d.Unanswered(), d.ToDo, want)
		}
		if want := []string{"description/boundaries.md"}; !slices.Equal(d.Where, want) {
			t.Errorf("DC 3: answered in %q, want %q", d.Where, want)
		}
	}
	e.Components.Data = nil
	e.Incidents = content.Incidents{}
	open := Of(e).DescriptionGapsFirst()
	if open[0].ID != "DC 2" || open[len(open)-1].ID != "DC 8" {
		t.Errorf("what nothing answers stands behind what is begun: %v", open)
	}
}
