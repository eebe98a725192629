package report

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

// someWaived returns three findings of which a hostile waiver silences two.
func someWaived() (standing []*diag.Finding, opts Options) {
	src := diag.NewSource("a.toml", []byte("id = \"a\"\nid = \"b\"\nid = \"c\"\n"))
	waiver := &diag.Waiver{Reason: "later\n::error ::forged \x1b[31m ]]> <b>", ApprovedBy: "Security @Lead", Until: "2026-12-31"}
	var list diag.List
	list.Add(rule, src.At(5, 8), "first is wrong").Waiver = waiver
	list.Add(warned, src.At(14, 17), "second is wrong")
	list.Add(warned, src.At(23, 26), "third is wrong").Waiver = waiver
	list.Resolve(false)
	waived := list.TakeWaived()
	return list.All(), Options{Waived: waived, Rules: []*diag.Rule{rule, warned, silent}}
}

func TestWaivedFindingsInEachFormat(t *testing.T) {
	standing, opts := someWaived()
	for _, name := range Formats() {
		got := printed(t, name, opts, standing...)
		if !strings.Contains(got, "second is wrong") {
			t.Errorf("%s lacks what counts:\n%s", name, got)
		}
		lists := slices.Contains([]string{"text", "json", "jsonl", "sarif"}, name)
		if strings.Contains(got, "first is wrong") != lists || strings.Contains(got, "third is wrong") != lists {
			t.Errorf("%s lists what is waived, or not:\n%s", name, got)
		}
		if strings.Contains(got, "\n::error ::forged") || strings.ContainsRune(got, '\x1b') {
			t.Errorf("%s passes on what a reader obeys:\n%s", name, got)
		}
	}
}

func TestTextListsWaivedFindingsApart(t *testing.T) {
	_, opts := someWaived()
	for _, f := range opts.Waived {
		f.Waiver.Reason = "it starts in October"
	}
	want := `waived: 2 findings, by Security @Lead
  until 2026-12-31, Security @Lead: it starts in October
    a.toml:1:6: error[unknown-criterion]: first is wrong
    a.toml:3:6: warning[copied-text]: third is wrong
`
	if got := printed(t, "text", opts); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestTextNamesTenFindingsOfAWaiver(t *testing.T) {
	findings := many(12)
	waiver := &diag.Waiver{Reason: "r", ApprovedBy: "CISO", Until: "2026-12-31"}
	for _, f := range findings {
		f.Waiver = waiver
	}
	got := printed(t, "text", Options{Waived: findings})
	if strings.Count(got, "is wrong\n") != 10 || !strings.HasSuffix(got, "is wrong\n    and 2 more, which the format json lists\n") {
		t.Errorf("got %s", got)
	}
}

func TestJSONTellsWhatIsWaived(t *testing.T) {
	standing, opts := someWaived()
	var all []struct {
		Message string
		Waived  bool
		Waiver  *struct {
			ApprovedBy string `json:"approved_by"`
			Until      string
		}
	}
	if err := json.Unmarshal([]byte(printed(t, "json", opts, standing...)), &all); err != nil || len(all) != 3 {
		t.Fatalf("%v, %v", all, err)
	}
	for i, waived := range []bool{true, false, true} { // in the order of the sources
		f := all[i]
		if f.Waived != waived || (f.Waiver != nil) != waived || waived && (f.Waiver.ApprovedBy != "Security @Lead" || f.Waiver.Until != "2026-12-31") {
			t.Errorf("%+v", f)
		}
	}
}

func TestSARIFSuppressesWhatIsWaived(t *testing.T) {
	standing, opts := someWaived()
	n := 0
	parsed(t, printed(t, "sarif", opts, standing...)).get("runs").each(func(run tree) {
		run.get("results").each(func(r tree) {
			r.get("suppressions").each(func(s tree) {
				n++
				s.get("kind").text("external")
				s.get("status").text("accepted")
				s.get("justification").text("until 2026-12-31, Security @Lead: later .*")
			})
		})
	})
	if n != 2 {
		t.Errorf("%d suppressions", n)
	}
	if got := printed(t, "sarif", Options{}, standing...); strings.Contains(got, "suppressions") {
		t.Error("suppressions without a waiver")
	}
}

func TestJUnitSkipsWhatPassesByWaiversAlone(t *testing.T) {
	standing, opts := someWaived()
	opts.FailOn = diag.Warning
	got := printed(t, "junit", opts, standing...)
	if !strings.Contains(got, `<skipped message="1 finding waived, by Security @Lead">`) || strings.Count(got, "<skipped") != 1 ||
		!strings.Contains(got, `failures="1" errors="0" skipped="1"`) {
		t.Errorf("got %s", got)
	}
}

// What a gate accepts fails no check, and what was not looked for did not pass.
func TestJUnitSkipsWhatIsAcceptedOrNotApplied(t *testing.T) {
	findings, opts := someWaived()
	opts.FailOn, opts.Waived = diag.Warning, nil
	opts.Accepted, opts.Unapplied = map[*diag.Rule]bool{warned: true}, []*diag.Rule{silent}
	got := printed(t, "junit", opts, findings...)
	for _, want := range []string{`<skipped message="1 finding accepted by gate.toml">`, `<skipped message="not applied, since a file could not be read as a whole">`,
		`failures="0"`, "second is wrong"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	opts.Accepted = nil
	if got := printed(t, "junit", opts, findings...); !strings.Contains(got, `failures="1"`) {
		t.Errorf("what is not accepted passes: %s", got)
	}
}
