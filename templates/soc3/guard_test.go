package soc3

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
)

func secret(kind public.Kind, value string) public.Secret {
	return public.Secret{Kind: kind, Label: "the secret", Text: text(value)}
}

// leaked returns the rules and words of the leaks of a text.
func leaked(t *testing.T, finished string, secrets ...public.Secret) string {
	t.Helper()
	var got []string
	for _, l := range Guard(finished, &render.Document{}, someFacts(), secrets) {
		got = append(got, l.Rule.Name+": "+l.Words)
	}
	return strings.Join(got, "; ")
}

func TestEveryPhraseOfTheListIsALeak(t *testing.T) {
	for _, p := range phrases {
		before := ""
		if p.near != nil {
			before = "This " + p.near[0] + " is "
		}
		for _, text := range []string{p.text, strings.ToUpper(p.text), strings.ReplaceAll(p.text, " ", "-"),
			strings.ReplaceAll(p.text, " ", "\u00a0"), "“" + p.text + ",”"} {
			if got := leaked(t, before+text); !strings.HasPrefix(got, p.rule.Name+": ") {
				t.Errorf("%q leaks %q", before+text, got)
			}
		}
		if p.alone {
			continue
		}
		for _, text := range []string{"x" + p.text, p.text + "x", strings.Replace(p.text, " ", ". ", 1) + "x"} {
			if got := leaked(t, before+text); strings.Contains(got, ": "+p.text+";") || strings.HasSuffix(got, ": "+p.text) {
				t.Errorf("%q leaks %q", before+text, got)
			}
		}
	}
}

func TestHarmlessNeighborsOfPhrases(t *testing.T) {
	for _, text := range []string{
		"Access is restricted to named users.", "Confidentiality and confidential data", "This is confidential data.", "The data is confidential.", "The portal is intended solely for employers.",
		"TLS certificates and the certificate authority", "an X.509 certificate", "certified public accountants",
		"of that type. 2 regions", "the type\n2 regions", "exceptional service", "a sampled rate",
		"This report covers three services of the company and none of its affiliates. Access is restricted to users.",
	} {
		if got := leaked(t, text); got != "" {
			t.Errorf("%q leaks %q", text, got)
		}
	}
}

func TestMeaningfulNeighborsOfPhrases(t *testing.T) {
	for text, want := range map[string]string{
		"The use of this report is restricted to the parties below.": "restricted-use: restricted to",
		"This report is confidential.":                               "restricted-use: is confidential",
		"The report is intended solely for customers.":               "restricted-use: intended solely for",
		"one\nCONFIDENTIAL\ntwo":                                     "restricted-use: CONFIDENTIAL",
		"a certified product":                                        "wrong-form: certified",
		"a SOC 2® Type II report":                                    "wrong-form: Type II",
		"No exceptions noted.":                                       "leaked-test: No exceptions noted",
		"We received a certificate from X.":                          "wrong-form: certificate",
		"strictly con\u00adfidential matter":                         "restricted-use: strictly con\u00adfidential",
	} {
		if got := leaked(t, text); got != want {
			t.Errorf("%q leaks %q, want %q", text, got, want)
		}
	}
}

func TestControlIDIsALeakAsAWholeOnly(t *testing.T) {
	ids := []public.Secret{secret(public.ControlID, "AC-01"), secret(public.ControlID, "backup"),
		secret(public.ControlID, "LOG"), secret(public.ControlID, "Ops.7_b"), secret(public.ControlID, "14")}
	for text, want := range map[string]string{
		"see AC-01.":             "AC-01",
		"(ac-01)":                "ac-01",
		"AC‑01’s owner":          "AC‑01",
		"pre-AC-01-based":        "AC-01",
		"AC-01/AC-01":            "AC-01 AC-01",
		"http://x/AC-01/y":       "AC-01",
		"AC-010 AC-01x XAC-01":   "",
		"AC 01, AC-0":            "",
		"AC-01.2":                "",
		"a backup and a Backup":  "",
		"LOG files, log files":   "LOG",
		"CATALOG of 14 items":    "",
		"ops.7_b, Ops.7_b.":      "ops.7_b Ops.7_b",
		"AC-01–AC-05, “AC-01”":   "AC-01 AC-01",
		"A\u200bC-01":            "A\u200bC-01",
		"éAC-01 and AC-01\u00e9": "AC-01 AC-01",
	} {
		var got []string
		for _, l := range Guard(text, &render.Document{}, someFacts(), ids) {
			if l.Rule == LeakedControl {
				got = append(got, l.Words)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q leaks %q, want %q", text, got, want)
		}
	}
}

func TestEightWordsOfASecretAreALeak(t *testing.T) {
	statement := secret(public.ControlText, "The IT Manager reviews each user's access to production, every quarter, and removes what is not needed.")
	procedure := secret(public.TestText, "Selected four quarters and read the records of the access review for approval.")
	for text, want := range map[string]string{
		"It manager reviews each user’s “access” to production daily.":                                       "leaked-statement: It manager reviews each user’s “access” to production",
		"Manager reviews each user's access to production":                                                   "",
		"We say: the IT manager reviews each user's access to\nproduction every quarter and removes nothing": "leaked-statement: the IT manager reviews each user's access to\nproduction every quarter and removes",
		"They read the records of the access review for Alder":                                               "leaked-test: read the records of the access review for",
		"The manager reviews access each quarter and removes what is not needed":                             "",
	} {
		if got := leaked(t, text, statement, procedure); got != want {
			t.Errorf("%q leaks %q, want %q", text, got, want)
		}
	}
}

func TestPublicNamesAreNoSecret(t *testing.T) {
	result := secret(public.TestText, "Throughout the period July 1, 2025 to June 30, 2026 Alder Systems, Inc. ran the Payroll Exchange")
	text := "effective throughout the period July 1, 2025 to June 30, 2026. Alder Systems, Inc. ran it"
	if got := leaked(t, text, result); got != "" {
		t.Errorf("leaks %q", got)
	}
}

func TestDraftNoticeMaySpeakOfRestrictedUse(t *testing.T) {
	notice := "This draft is for restricted use, strictly confidential."
	doc := &render.Document{Mark: "DRAFT · restricted use", Blocks: []render.Block{&render.Cover{Band: prose.Plain(notice)}}}
	text := notice + "\nDRAFT · restricted use\nWords of the report: restricted use."
	got := Guard(text, doc, someFacts(), nil)
	if len(got) != 1 || got[0].Words != "restricted use" {
		t.Errorf("got %v", got)
	}
	if got := Guard("This is certified. "+notice, doc, someFacts(), nil); len(got) != 1 || got[0].Rule != WrongForm {
		t.Errorf("got %v", got)
	}
}

func TestAlternativeTextOfAFigureIsGuarded(t *testing.T) {
	doc := &render.Document{Blocks: []render.Block{render.NewProse(render.ByManagement, &prose.Figure{Alt: "How AC-01 works"})}}
	if got := Guard("", doc, someFacts(), []public.Secret{secret(public.ControlID, "AC-01")}); len(got) != 1 {
		t.Errorf("got %v", got)
	}
}

func TestWordsOfADiagramAreGuarded(t *testing.T) {
	for i, d := range []*prose.Diagram{
		{Nodes: []prose.DiagramNode{{Label: prose.Plain("AC-01")}}},
		{Groups: []prose.DiagramGroup{{Label: prose.Plain("AC-01")}}},
		{Nodes: []prose.DiagramNode{{}}, Edges: []prose.DiagramEdge{{Label: prose.Plain("AC-01")}}},
		{Nodes: []prose.DiagramNode{{}}, Edges: []prose.DiagramEdge{{Detail: prose.Plain("AC-01")}}},
		{Caption: prose.Plain("AC-01")}, {Alt: prose.Plain("AC-01")},
	} {
		doc := &render.Document{Blocks: []render.Block{render.NewProse(render.ByManagement, d)}}
		if got := Guard("", doc, someFacts(), []public.Secret{secret(public.ControlID, "AC-01")}); len(got) != 1 {
			t.Errorf("diagram %d: got %v", i, got)
		}
	}
}

func TestBuiltInWordsLeakNothing(t *testing.T) {
	for i := range 64 {
		f := someFacts()
		f.HasCUECs = i&1 != 0
		f.Weigh = i&2 != 0
		if i&4 != 0 {
			f.Subservice = append(f.Subservice, public.Subservice{Name: text("Corvane"), CarveOut: true})
		}
		if i&8 != 0 {
			f.Subservice = append(f.Subservice, public.Subservice{Name: text("Quillhaven")})
		}
		if i&16 != 0 {
			f = &public.Facts{HasCUECs: f.HasCUECs, Weigh: f.Weigh, Subservice: f.Subservice}
		}
		in := Input{}
		if i&32 != 0 {
			in = afterPeriod
		}
		doc, all := draft(t, f, in)
		for _, l := range Guard(all, doc, f, nil) {
			t.Errorf("case %d: %s: %q", i, l.Rule.Name, l.Words)
		}
	}
}

func TestLeakIsShownWhereItWasWritten(t *testing.T) {
	boundaries := diag.NewSource("soc3/boundaries.md", []byte("Staff are certified. See AC-01 and certified goods.\n"))
	controls := diag.NewSource("controls/access.toml", []byte("id = \"AC-01\"\n"))
	run := prose.Inline{Text: "Staff are certified. See AC-01 and certified goods.", Span: boundaries.At(0, 51)}
	f := someFacts()
	f.Boundaries.Blocks = []prose.Block{prose.Para(run)}
	id := public.Secret{Kind: public.ControlID, Label: `the id of control "AC-01"`,
		Text: diag.NewText("AC-01", controls.At(6, 11))}

	var list diag.List
	for _, l := range Guard(run.Text+"\nMore by AC-01.", &render.Document{}, f, []public.Secret{id}) {
		l.AddTo(&list)
	}
	list.Resolve(false)
	var got []string
	for _, finding := range list.All() {
		line, col := finding.Span.Position()
		got = append(got, fmt.Sprintf("%s:%d:%d %s, %d notes", finding.Span.Name(), line, col, finding.Message, len(finding.Notes)))
		if finding.Severity != diag.Error || finding.Help == "" {
			t.Errorf("%q: severity %v, help %q", finding.Message, finding.Severity, finding.Help)
		}
	}
	want := []string{
		`soc3/boundaries.md:1:11 the SOC 3 says "certified", 0 notes`,
		`soc3/boundaries.md:1:26 the SOC 3 holds the id of control "AC-01", 1 notes`,
		`soc3/boundaries.md:1:36 the SOC 3 says "certified", 0 notes`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLeakThatNobodyWroteIsShownAtTheSecret(t *testing.T) {
	controls := diag.NewSource("controls/access.toml", []byte("id = \"AC-01\"\n"))
	id := public.Secret{Kind: public.ControlID, Label: "the id", Text: diag.NewText("AC-01", controls.At(6, 11))}
	var list diag.List
	for _, l := range Guard("by AC-01", &render.Document{}, someFacts(), []public.Secret{id}) {
		l.AddTo(&list)
	}
	if list.Len() != 1 || list.All()[0].Span != controls.At(6, 11) {
		t.Errorf("got %v", list.All())
	}
}

func TestGuardTakesLinearTime(t *testing.T) {
	same := strings.Repeat("word ", 200_000)
	ids := strings.Repeat("a-", 200_000)
	start := time.Now()
	leaks := Guard(same+"\n"+ids, &render.Document{}, someFacts(),
		[]public.Secret{secret(public.ControlText, same), secret(public.TestText, same), secret(public.ControlID, "A-1")})
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
	if len(leaks) != 1 {
		t.Errorf("%d leaks", len(leaks))
	}
}

func FuzzGuardFindsWhatItIsGiven(f *testing.F) {
	f.Add("before ", " after", "one two three four five six seven eight")
	f.Fuzz(func(t *testing.T, before, after, statement string) {
		n := len(wordsOf(statement))
		leaks := Guard(before+"\n"+statement+"\n"+after, &render.Document{}, &public.Facts{}, []public.Secret{secret(public.ControlText, statement)})
		for _, l := range leaks {
			if l.Rule == LeakedStatement {
				return
			}
		}
		if n >= shingleWords {
			t.Errorf("no leak of %d words", n)
		}
	})
}
