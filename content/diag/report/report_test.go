package report

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

var rule = diag.SameInBoth("S2-012", "unknown-criterion", diag.Error, "a mapping names a criterion that does not exist")

// finding returns a finding at the first occurrence of marked in text.
func finding(text, marked string) *diag.Finding {
	src := diag.NewSource("controls/access.toml", []byte(text))
	at := strings.Index(text, marked)
	var list diag.List
	return list.Add(rule, src.At(at, at+len(marked)), "something is wrong")
}

func printed(t *testing.T, name string, opts Options, findings ...*diag.Finding) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, name, findings, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextIsTheLongForm(t *testing.T) {
	text := "[[control]]\nid = \"AC-2\"\ncriteria = [\"CC6.1\", \"CC6.9\"]\n"
	src := diag.NewSource("controls/access.toml", []byte(text))
	place := func(s string) diag.Span { i := strings.Index(text, s); return src.At(i, i+len(s)) }
	var list diag.List
	list.Add(rule, place(`"CC6.9"`), "control %q maps to unknown criterion %q", "AC-2", "CC6.9").
		Note(place(`"AC-2"`), "the control is stated here").
		Note(diag.Span{}, "the criteria are those of 2017").
		Suggest("a criterion with a similar name exists: %q", "CC6.8")
	list.Add(rule, diag.Span{}, "nobody wrote this")

	want := `error[unknown-criterion]: control "AC-2" maps to unknown criterion "CC6.9"
  project/controls/access.toml:3:22
  3 | criteria = ["CC6.1", "CC6.9"]
    |                      ^^^^^^^
  note: the control is stated here (project/controls/access.toml:2:6)
  2 | id = "AC-2"
    |      ^^^^^^
  note: the criteria are those of 2017
  help: a criterion with a similar name exists: "CC6.8"

error[unknown-criterion]: nobody wrote this
  built-in
`
	if got := printed(t, "text", Options{Dir: "project"}, list.All()...); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestColorMarksSeverityAndCarets(t *testing.T) {
	got := printed(t, "text", Options{Color: true}, finding("id = 5\n", "5"))
	for _, want := range []string{"\x1b[1;31merror[unknown-criterion]\x1b[0m", "\x1b[1;31m^\x1b[0m"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
}

func TestJSONHoldsEveryKey(t *testing.T) {
	f := finding("id = \"é\"\r\nx = \"ü<b>\"\r\n", `"ü<b>"`)
	f.Note(diag.Span{}, "a fact")
	got := printed(t, "json", Options{}, f)
	want := `[
  {
    "rule": "unknown-criterion",
    "number": "S2-012",
    "severity": "error",
    "file": "controls/access.toml",
    "line": 2,
    "col": 5,
    "end_line": 2,
    "end_col": 11,
    "message": "something is wrong",
    "notes": [
      {
        "file": "",
        "line": 0,
        "col": 0,
        "end_line": 0,
        "end_col": 0,
        "message": "a fact"
      }
    ],
    "help": "",
    "waived": false,
    "waiver": null
  }
]
`
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestJSONOfNothingIsAnEmptyArray(t *testing.T) {
	var array []any
	if err := json.Unmarshal([]byte(printed(t, "json", Options{})), &array); err != nil || array == nil {
		t.Errorf("no findings print %v, %v", array, err)
	}
}

func TestUnknownFormatNamesTheFormats(t *testing.T) {
	err := Write(os.Stdout, "yaml", nil, Options{})
	if err == nil || err.Error() != `unknown findings format "yaml": the formats are text, concise, json, jsonl, github, gitlab, sarif, rdjson, junit, checkstyle, markdown` {
		t.Errorf("got %v", err)
	}
}

func TestSummaryCounts(t *testing.T) {
	of := func(severities ...diag.Severity) []*diag.Finding {
		var fs []*diag.Finding
		for _, s := range severities {
			fs = append(fs, &diag.Finding{Rule: rule, Severity: s})
		}
		return fs
	}
	for want, findings := range map[string][]*diag.Finding{
		"0 errors, 0 warnings":        nil,
		"1 error, 2 warnings":         of(diag.Warning, diag.Error, diag.Warning),
		"2 errors, 1 warning, 1 info": of(diag.Error, diag.Error, diag.Warning, diag.Info),
	} {
		if got := Summary(findings); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestTextEndsWithWhereToReadOn(t *testing.T) {
	mild := finding("id = 5\n", "5")
	mild.Rule, mild.Severity = diag.SameInBoth("S2-088", "lone-control", diag.Warning, "one control alone"), diag.Warning
	worst := finding("id = 5\n", "5")
	worst.Severity = diag.Error
	got := printed(t, "text", Options{More: "socdraft explain"}, mild, worst)
	if want := "an example: socdraft explain unknown-criterion\n"; !strings.HasSuffix(got, want) {
		t.Errorf("%s\ndoes not end with %q", got, want)
	}
	if got := printed(t, "text", Options{More: "socdraft explain"}); got != "" {
		t.Errorf("without findings: %q", got)
	}
}
