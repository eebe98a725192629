package check

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

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

// A new project is told of its gaps once, at the top of the controls it has begun.
func TestGapsWaitForControlsThatAreBegun(t *testing.T) {
	const control = `-- bad/controls/access.toml --
[[control]]
id = "AC-01"
title = "Access review"
area = "Access"
statement = "%s"
criteria = ["CC6.1"]
owner_role = "Security Lead"
frequency = "quarterly"
`
	for statement, want := range map[string]int{
		"TODO 6: who asks for access.":                   1,
		"The security lead reviews access and files it.": 32,
	} {
		a := txtar.Parse(fmt.Appendf(nil, control, statement))
		got := findings(t, overlay(t, a, "bad"), uncoveredCriterion.Rule)
		if n := strings.Count(got, uncoveredCriterion.Rule.Name); n != want || n == 1 && !strings.HasPrefix(got, "controls/access.toml:1:1: ") {
			t.Errorf("%q: %d findings, want %d\n%s", statement, n, want, got)
		}
	}
}
