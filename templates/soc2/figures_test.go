package soc2

import (
	"slices"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
)

// Figures of the model stand before the first heading of a part.
func TestFiguresLead(t *testing.T) {
	text, heading, notes, figure := prose.Para(), &prose.Heading{}, &prose.Notes{}, &prose.Diagram{}
	for _, tt := range []struct{ text, want []prose.Block }{
		{nil, []prose.Block{figure}},
		{[]prose.Block{text}, []prose.Block{text, figure}},
		{[]prose.Block{text, notes}, []prose.Block{text, figure, notes}},
		{[]prose.Block{text, heading, text}, []prose.Block{text, figure, heading, text}},
		{[]prose.Block{heading}, []prose.Block{figure, heading}},
	} {
		if got := leading(tt.text, []prose.Block{figure}); !slices.Equal(got, tt.want) {
			t.Errorf("%v becomes %v", tt.text, got)
		}
	}
}
