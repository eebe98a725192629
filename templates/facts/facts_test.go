package facts_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
	"github.com/socdraft/socdraft/render/plain"
	"github.com/socdraft/socdraft/templates/facts"
	"github.com/socdraft/socdraft/templates/soc2"
)

// example reads one of the examples.
func example(t *testing.T, name string) *content.Engagement {
	t.Helper()
	root, err := load.Open("../../examples/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var list diag.List
	result, err := load.Project(root, &list)
	if err != nil {
		t.Fatal(err)
	}
	return result.Engagement
}

// A pair is the facts of a report and the draft they are of.
type pair struct {
	json  []byte
	draft string
}

func jsonOf(t *testing.T, e *content.Engagement, edition string) pair {
	t.Helper()
	var list diag.List
	c := coverage.Of(e)
	doc := soc2.Document(soc2.Input{Engagement: e, Coverage: c, Edition: soc2.Edition(edition), Today: e.Draft.Date}, &list)
	data, err := facts.JSON(facts.Input{Engagement: e, Coverage: c, Edition: edition, Mark: doc.Mark})
	if err != nil {
		t.Fatal(err)
	}
	return pair{data, string(plain.Document(doc))}
}

// address is that of a link, which plain text shows behind its words.
var address = regexp.MustCompile(` <[^<> ]+>`)

// tokens returns the words and numbers of a text between spaces, in one case.
func tokens(text string) string {
	words := strings.FieldsFunc(strings.ToLower(address.ReplaceAllString(text, "")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ','
	})
	for i := range words {
		words[i] = strings.Trim(words[i], ",")
	}
	return " " + strings.Join(words, " ") + " "
}

// unprinted returns the facts whose words do not stand in the draft. Numbers
// and dates count as a report writes them; what the schema fixes is no fact.
func unprinted(t *testing.T, p pair) []string {
	t.Helper()
	draft := tokens(p.draft)
	var missing []string
	for _, l := range validated(t, p.json) {
		var says string
		switch value := l.value.(type) {
		case float64:
			says = thousands(int(value))
		case string:
			says = value
			if l.is.Format == "date" {
				day, _ := time.Parse(time.DateOnly, value) // the schema holds it
				says = day.Format("January 2, 2006")
			}
		}
		if l.is.Const != nil || l.value == "summary" {
			continue // words of the format
		}
		for line := range strings.SplitSeq(says, "\n") {
			if words := tokens(line); strings.TrimSpace(words) != "" && !strings.Contains(draft, words) {
				missing = append(missing, fmt.Sprintf("%s: %q", l.at, line))
			}
		}
	}
	return missing
}

func thousands(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

func TestTheFactsSayNothingThatTheDraftDoesNot(t *testing.T) {
	for _, name := range []string{"wrenfield", "startup", "allfive", "broken", "skeleton"} {
		for _, edition := range []string{"working", "auditor"} {
			t.Run(name+" "+edition, func(t *testing.T) {
				for _, missing := range unprinted(t, jsonOf(t, example(t, name), edition)) {
					t.Error("the draft does not print " + missing)
				}
			})
		}
	}
}

func TestWhatTheDraftDoesNotPrintIsFound(t *testing.T) {
	p := jsonOf(t, example(t, "startup"), "working")
	for _, change := range [][2]string{
		{`"title": "`, `"title": "Zebra `}, {`"statement": "`, `"statement": "Zebra `},
		{`"frequency": "`, `"frequency": "Zebra `}, {`"as_of": "20`, `"as_of": "19`},
	} {
		changed := p
		changed.json = bytes.Replace(p.json, []byte(change[0]), []byte(change[1]), 1)
		if len(unprinted(t, changed)) != 1 {
			t.Errorf("%s is not missed", change[1])
		}
	}
}

// What management keeps to itself stands in the working edition or nowhere, and
// never among the facts.
func TestTheFactsKeepWhatIsInternal(t *testing.T) {
	e := secretive(t)
	for _, edition := range []string{"working", "auditor"} {
		p := jsonOf(t, e, edition)
		if bytes.Contains(p.json, []byte("zebra")) {
			at := bytes.Index(p.json, []byte("zebra"))
			t.Errorf("%s: the facts hold %q", edition, p.json[max(0, at-60):min(len(p.json), at+60)])
		}
		if !bytes.Contains(p.json, []byte("Access is granted by the owner.")) {
			t.Errorf("%s: the control is missing", edition)
		}
		for _, missing := range unprinted(t, p) {
			t.Error("the draft does not print " + missing)
		}
	}
}

// secretive is a project full of what must not get out, with "zebra" in it.
func secretive(t *testing.T) *content.Engagement {
	t.Helper()
	e, findings := read(t, map[string]string{
		"socdraft.toml": `[organization]
name = "Quill, Inc."
[system]
name = "Ledger"
[report]
type = 2
period = { start = 2025-07-01, end = 2026-06-30 }
categories = ["security"]
[prior_report]
exceptions = ["zebra prior"]
`,
		"controls/access.toml": `[[control]]
id = "AC-01"
title = "Grant of access"
statement = "Access is granted by the owner."
criteria = ["CC6.1"]
owner_role = "Owner"
frequency = "daily"
evidence = ["zebra evidence"]
risks = ["R-zebra"]
[[control]]
id = "AC-02"
title = "zebra retired"
statement = "The zebra is asked."
criteria = ["CC6.1"]
owner_role = "Owner"
frequency = "daily"
retired_on = 2024-01-01
`,
		"tests/2026/own.toml": `source = "management"
[[test]]
id = "zebra-own"
control = "AC-01"
methods = ["inspection"]
procedure = "zebra procedure"
result = "exception"
text = "zebra text"
`,
		"tests/2026/forged.toml": `source = "service_auditor"
[received]
file = "absent.txt"
sha256 = "00"
received_on = 2026-08-01
firm = "zebra LLP"
[[test]]
id = "zebra-forged"
control = "AC-01"
methods = ["inspection"]
procedure = "zebra procedure"
result = "exception"
text = "zebra text"
`,
		"changes.toml": `[[change]]
id = "CH-1"
title = "zebra change"
date = 2026-01-01
description = "zebra moved"
significant = false
reason = "zebra reason"
`,
		"incidents.toml": `[[undisclosed]]
id = "IN-9"
title = "zebra incident"
started = 2026-01-01
reason = "zebra reason"
`,
		"responses.toml": `[[response]]
test = "zebra-own"
text = "zebra response"
`,
	})
	if len(e.TestFiles) != 2 || len(e.Responses) != 1 || len(e.Changes.List) != 1 || len(e.Incidents.Undisclosed) != 1 || len(e.Controls) != 2 {
		t.Fatalf("not all was read: %d findings", findings)
	}
	return e
}

// read reads a project from memory and counts what is found on the way.
func read(t *testing.T, texts map[string]string) (*content.Engagement, int) {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range texts {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	var list diag.List
	result, err := load.Project(files, &list)
	if err != nil {
		t.Fatal(err)
	}
	return result.Engagement, len(list.All())
}

// What came or went within the period is told, what was so before is not; a
// criterion that is not relevant has a reason and no controls.
func TestHistoryAndRelevanceAreTold(t *testing.T) {
	e, _ := read(t, map[string]string{
		"socdraft.toml": `[organization]
name = "Quill, Inc."
[system]
name = "Ledger"
[report]
type = 2
period = { start = 2025-07-01, end = 2026-06-30 }
categories = ["security"]
`,
		"criteria.toml": `[[not_relevant]]
criterion = "CC6.5"
reason = "Nothing is kept on devices."
`,
		"controls/access.toml": `[[control]]
id = "AC-01"
title = "Grant of access"
statement = "Access is granted by the owner."
criteria = ["CC6.1", "CC6.5"]
owner_role = "Owner"
frequency = "daily"
effective_from = 2024-01-01
[[control]]
id = "AC-02"
title = "End of access"
statement = "Access is ended by the ~~manager~~ owner."
criteria = ["CC6.1"]
owner_role = "Owner"
frequency = "daily"
effective_from = 2025-09-01
`,
	})
	p := jsonOf(t, e, "auditor")
	for _, missing := range unprinted(t, p) {
		t.Error("the draft does not print " + missing)
	}
	got := map[string]any{}
	for _, l := range validated(t, p.json) {
		got[l.at] = l.value
	}
	for at, want := range map[string]any{
		"$.controls[0].introduced": nil, "$.controls[1].introduced": "2025-09-01",
		"$.controls[1].statement": "Access is ended by the ~~manager~~ owner.",
	} {
		if got[at] != want {
			t.Errorf("%s is %v, want %v", at, got[at], want)
		}
	}
	for at, id := range got {
		criterion, ok := strings.CutSuffix(at, ".id")
		if !ok || !strings.HasPrefix(at, "$.criteria[") {
			continue
		}
		wantWhy, wantControl := any(nil), any(nil)
		switch id {
		case "CC6.5":
			wantWhy = "Nothing is kept on devices."
		case "CC6.1":
			wantControl = "AC-01"
		}
		if got[criterion+".why_not_relevant"] != wantWhy || got[criterion+".relevant"] != (wantWhy == nil) || got[criterion+".controls[0]"] != wantControl {
			t.Errorf("%s: %v, %v", id, got[criterion+".why_not_relevant"], got[criterion+".controls[0]"])
		}
	}
}

func TestTheFactsAreTheSameEachTime(t *testing.T) {
	first := jsonOf(t, example(t, "allfive"), "working").json
	again := jsonOf(t, example(t, "allfive"), "working").json
	if !bytes.Equal(first, again) {
		t.Error("two files of one project differ")
	}
	if !bytes.HasSuffix(first, []byte("\n}\n")) || !bytes.HasPrefix(first, []byte("{\n  \"$schema\"")) {
		t.Errorf("the file is %.20q … %q", first, first[len(first)-5:])
	}
}

func TestReceivedResultsAreAmongTheFacts(t *testing.T) {
	e := example(t, "wrenfield")
	leaves := validated(t, jsonOf(t, e, "auditor").json)
	has := func(value any) bool {
		for _, l := range leaves {
			if l.value == value {
				return true
			}
		}
		return false
	}
	exceptions := e.Exceptions()
	if len(exceptions) == 0 {
		t.Fatal("the example has no exception")
	}
	for _, x := range exceptions {
		if !has(x.ID.Value) || !has(plain.Prose(x.Text.Blocks)) || !has(plain.Prose(e.Response(x.ID.Value).Correction.Blocks)) {
			t.Errorf("exception %s is not told with its response", x.ID.Value)
		}
	}
	for _, c := range e.Controls {
		if e.InScope(c) && !has(plain.Prose(c.Statement.Blocks)) {
			t.Errorf("control %s is not told", c.ID.Value)
		}
	}
}
