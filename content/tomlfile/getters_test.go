package tomlfile

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/socdraft/socdraft/content/diag"
)

const sample = `text = "one"
long = """
one
two"""
list = ["a", "b", "a"]
date = 2026-06-30
moment = 2026-07-02 09:30:00Z
quoted = "2026-07-02T09:30:00+02:00"
dates = [2026-01-31, 2026-02-28]
number = 1_000
numbers = [3, 1]
size = 5_000_000_000
hex = 0x10
truth = true

[table]
key = "value"
dotted.key = "deep"

[[things]]
id = "first"
[[things]]
id = "second"
[things.sub]
x = 1
`

func TestGettersReturnValuesAndTheirPlaces(t *testing.T) {
	root, list := parse(t, sample)
	check := func(what string, got, want any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	place := func(s diag.Span) string { return string(s.Source.Text[s.Start:s.End]) }

	check("text", root.Text("text").Value, "one")
	check("long", root.LongText("long").Value, "one\ntwo")
	check("list", len(root.Texts("list")), 3)
	check("is list", root.IsList("list") && !root.IsList("text"), true)
	check("list place", place(root.ValueSpan("list")), `["a", "b", "a"]`)
	check("date", place(root.Date("date").Span), "2026-06-30")
	check("day", root.Date("date").Day, 30)
	check("dates", root.Dates("dates")[1].Month, 2)
	check("moment", root.Moment("moment").Value, "2026-07-02T09:30:00Z")
	check("moment place", place(root.Moment("moment").Span), "2026-07-02 09:30:00Z")
	check("moment in quotes", root.Moment("quoted").Value, "2026-07-02T09:30:00+02:00")
	n, span := root.Int("number")
	check("number", n, 1000)
	check("number place", place(span), "1_000")
	n, _ = root.Int("hex")
	check("hex", n, 16)
	check("numbers", []int{root.Ints("numbers")[0].Value, root.Ints("numbers")[1].Value}, []int{3, 1})
	size, _ := root.Bytes("size")
	check("size", size, int64(5_000_000_000))
	check("truth", root.Bool("truth", false), true)
	check("absent truth", root.Bool("absent", true), true)
	check("header", place(root.Table("table").Span()), "[table]")
	check("dotted", root.Table("table").Table("dotted").Text("key").Value, "deep")
	check("key place", place(root.Table("table").KeySpan("key")), "key")
	check("keys", root.Table("table").Keys(), []string{"key", "dotted"})
	things := root.Tables("things")
	check("things", len(things), 2)
	check("second header", place(things[1].Span()), "[[things]]")
	check("second", things[1].Text("id").Value, "second")
	things[0].Text("id")
	n, _ = things[1].Table("sub").Int("x")
	check("below a list", n, 1)
	if root.Done(); list.Len() > 0 {
		t.Error(show(list))
	}
}

func TestDerivedPlaces(t *testing.T) {
	cases := []struct{ text, want string }{
		{"a = [1, [2, 3]] # x\n", "[1, [2, 3]]"},
		{"a = []\n", "[]"},
		{"a = [ [], [[]] ]\n", "[ [], [[]] ]"},
		{"a={x=1,y=[2]}\n", "{x=1,y=[2]}"},
		{"a = [\n  # one\n  1,\n]\n", "[\n  # one\n  1,\n]"},
		{"[ a ] # x\n", "[ a ]"},
		{"[a.b]\n", "[a.b]"},
		{"a.b = 1\n", "a"},
	}
	for _, c := range cases {
		root, _ := parse(t, c.text)
		span := root.ValueSpan("a")
		if got := string(span.Source.Text[span.Start:span.End]); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
		checkSpans(t, root)
	}
	root, _ := parse(t, "a = [ {x = 1 }, { } ]\n")
	for i, want := range []string{"{x = 1 }", "{ }"} {
		span := root.Tables("a")[i].Span()
		if got := string(span.Source.Text[span.Start:span.End]); got != want {
			t.Errorf("element %d is %q", i, got)
		}
	}
}

func TestANilTableIsEmptyAndSilent(t *testing.T) {
	var none *Table
	none.Require("a")
	none.Done()
	n, span := none.Int("a")
	empty := none.Text("a").IsZero() && none.LongText("a").IsZero() && none.Texts("a") == nil && none.Set("a") == nil &&
		none.Choice("a", "b").IsZero() && none.Choices("a", "b") == nil && none.Date("a") == Date{} && none.Dates("a") == nil &&
		none.Table("a") == nil && none.Tables("a") == nil && none.Keys() == nil && !none.Has("a") && !none.Bool("a", false) &&
		!none.IsList("a") && none.Span().IsZero() && none.KeySpan("a").IsZero() && none.ValueSpan("a").IsZero()
	if !empty || n != 0 || !span.IsZero() {
		t.Error("a nil table has something")
	}
}

func TestFindingsComeInSourceOrderWhateverTheOrderOfAsking(t *testing.T) {
	for range 1000 {
		root, list := parse(t, "d = 1\nc = 2\nb = 3\na = \"x\"\nz = 1\n")
		for _, key := range []string{"b", "d", "c"} {
			root.Text(key)
		}
		root.Int("a")
		root.Done()
		var got []string
		for _, f := range list.All() {
			got = append(got, f.Rule.Name+" "+strings.Fields(f.Message)[0])
		}
		want := []string{`wrong-type "d"`, `wrong-type "c"`, `wrong-type "b"`, `wrong-type "a"`, "unknown-key unknown"}
		if !reflect.DeepEqual(got, want) {
			t.Fatal(got)
		}
	}
}

func TestFilesThatCannotBeReadHaveOneFinding(t *testing.T) {
	deep := strings.Repeat("[", 65) + strings.Repeat("]", 65)
	cases := []struct{ name, text, want string }{
		{"impossible date", "a = 1\nb = 2026-02-30\n", `2:5: error[impossible-date]: "2026-02-30" is not a date of the calendar`},
		{"day without zero", "b = 2026-2-3\n", `1:5: error[impossible-date]`},
		{"leap day", "b = 2023-02-29\n", `1:5: error[impossible-date]`},
		{"key twice", "a = 1\nb = 1\na = 2\n", `3:1: error[duplicate-key]: key "a" is defined twice`},
		{"table twice", "[a]\n[b]\n[a]\n", `3:2: error[duplicate-key]`},
		{"list and table", "[[a]]\n[a]\n", `2:2: error[duplicate-key]`},
		{"unclosed text", "a = \"x\nb = 1\n", `1:7: error[syntax-error]: text in quotes does not end on its line`},
		{"number out of range", "a = 99999999999999999999\n", `1:5: error[syntax-error]`},
		{"time", "a = [1, 25:00:00]\n", `1:9: error[syntax-error]: no such date or time: "25:00:00"`},
		{"deep", "a = " + deep + "\n", `1:5: error[too-deep]`},
		{"long key", strings.Repeat("a.", 16) + "a = 1\n", `1:33: error[too-deep]: key has more than 16 parts`},
		{"stray return", "a = 1\rb = 2\n", `1:6: error[syntax-error]`},
		{"stray return in text", "a = \"\"\"x\ry\"\"\"\n", `1:9: error[syntax-error]`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var list diag.List
			root, ok := Parse(diag.NewSource("a.toml", []byte(c.text)), &list)
			if ok || root != nil || list.Len() != 1 || !strings.HasPrefix(show(&list), "a.toml:"+c.want) {
				t.Errorf("ok %v:\n%s", ok, show(&list))
			}
		})
	}
}

func TestAnEmptyTextInAListIsAFinding(t *testing.T) {
	var list diag.List
	root, ok := Parse(diag.NewSource("f.toml", []byte("ids = [\"a\", \"\", \" \", \"b\"]\n")), &list)
	if !ok {
		t.Fatal("not read")
	}
	if got := root.Texts("ids"); len(got) != 2 || got[1].Value != "b" {
		t.Errorf("got %v", got)
	}
	root.Done()
	if list.Len() != 2 || list.All()[0].Rule != WrongType || list.All()[0].Span.Start != 12 {
		t.Errorf("findings: %v", list.All())
	}
}

func TestUnknownKeysOfALongInlineTableAreReportedAtOnce(t *testing.T) {
	var b strings.Builder
	b.WriteString("table = { a0 = 1")
	for i := range 60_000 {
		fmt.Fprintf(&b, ", unknown%d = 1", i)
	}
	b.WriteString(" }\n")
	start := time.Now()
	var list diag.List
	root, ok := Parse(diag.NewSource("a.toml", []byte(b.String())), &list)
	if !ok {
		t.Fatal("not read")
	}
	root.Table("table").Int("a0")
	root.Done()
	if took := time.Since(start); list.Len() != 60_000 || took > 2*time.Second {
		t.Errorf("%d findings took %v", list.Len(), took)
	}
}
