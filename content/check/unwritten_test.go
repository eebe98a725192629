package check

import (
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

func TestPlacesStillToBeWritten(t *testing.T) {
	source := diag.NewSource("a.toml", make([]byte, 100))
	u := unwritten{source: {source.At(10, 20), source.At(30, 40)}}
	for _, tt := range []struct {
		at   diag.Span
		want bool
	}{
		{source.At(0, 9), false}, {source.At(9, 21), true}, {source.At(15, 15), true}, {source.At(22, 28), false},
		{source.At(22, 60), true}, {source.At(35, 36), true}, {source.At(41, 50), false},
		{diag.NewSource("b.toml", nil).At(15, 16), false}, {diag.Span{}, false},
	} {
		if got := u.has(tt.at); got != tt.want {
			t.Errorf("has(%d, %d) is %t", tt.at.Start, tt.at.End, got)
		}
	}
}
