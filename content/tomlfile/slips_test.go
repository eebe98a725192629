package tomlfile

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

// However a date is written elsewhere, the finding marks all of it and gives
// the date in our form where there is one reading, and both where there are two.
func TestDatesInOtherForms(t *testing.T) {
	for _, c := range []struct{ written, help string }{
		{"31.01.2026", "2026-01-31"},
		{"1.2.2026", "2026-02-01"},
		{"01/31/2026", "2026-01-31"},
		{"31/01/2026", "2026-01-31"},
		{"31-01-2026", "2026-01-31"},
		{"01/01/2026", "2026-01-01"},
		{"01/02/2026", "2026-01-02 for January 2, 2026, or 2026-02-01 for February 1, 2026"},
		{"2026-1-1", "2026-01-01"},
		{"2026-01-1", "2026-01-01"},
		{"2026/01/02", "2026-01-02"},
		{"2026.01.31", "2026-01-31"},
		{"1 January 2026", "2026-01-01"},
		{"31-Jan-2026", "2026-01-31"},
		{"Sept 30, 2026", "2026-09-30"},
	} {
		for _, around := range [][2]string{{"a = ", "\n"}, {"a = { b = ", ", c = 1 }\n"}, {"a = [", "]\n"}, {"b = 1 # 1\na =   ", " # when\nc = 2\n"}} {
			var list diag.List
			_, ok := Parse(diag.NewSource("a.toml", []byte(around[0]+c.written+around[1])), &list)
			if ok || list.Len() != 1 {
				t.Fatalf("%s: ok %v, %d findings", c.written, ok, list.Len())
			}
			f := list.All()[0]
			if got := f.Span.Source.Text[f.Span.Start:f.Span.End]; f.Rule != ImpossibleDate || string(got) != c.written {
				t.Errorf("%q: %s at %q", around[0]+c.written, f.Rule.Name, got)
			}
			if want := "write it as year, month and day: " + c.help; f.Help != want {
				t.Errorf("%s: help %q, want %q", c.written, f.Help, want)
			}
		}
	}
}

func TestOtherTextIsNoDate(t *testing.T) {
	for _, text := range []string{"a = 1.2.3\n", "a = 10.0.0.1\n", "a = 32.13.2026\n", "a = 5 Mai 2026\n", "a = 31.01.26\n", "a = version 2 of 2026\n"} {
		var list diag.List
		if _, ok := Parse(diag.NewSource("a.toml", []byte(text)), &list); ok || list.All()[0].Rule != SyntaxError {
			t.Errorf("%q: %s", text, list.All()[0].Message)
		}
	}
}

func TestAQuotedDateInAnotherFormIsTakenWhereItIsClear(t *testing.T) {
	for text, want := range map[string]string{
		`"31.01.2026"`: "write the date without quotes: 2026-01-31",
		`"2026-06-30"`: "write the date without quotes: 2026-06-30",
		`"01/02/2026"`: "2026-01-02 for January 2, 2026, or 2026-02-01",
		`"July 2026"`:  "write a date as year, month and day: 2026-06-30",
		`20260630`:     "write a date as year, month and day: 2026-06-30",
	} {
		var list diag.List
		root, ok := Parse(diag.NewSource("a.toml", []byte("a = "+text+"\n")), &list)
		if !ok {
			t.Fatal(text)
		}
		d := root.Date("a")
		root.Done()
		if f := list.All()[0]; f.Rule != WrongType || !strings.Contains(f.Help, want) {
			t.Errorf("%s: %s: %q", text, f.Rule.Name, f.Help)
		}
		if named := strings.Contains(want, "without quotes"); named && d.Year != 2026 {
			t.Errorf("%s: %v", text, d)
		}
	}
}

func TestADayThatNeverComesNamesTheLastOfItsMonth(t *testing.T) {
	if got := dateAdvice("2026-06-31"); got != "June 2026 has 30 days" {
		t.Error(got)
	}
}
