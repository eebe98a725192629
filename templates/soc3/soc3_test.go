package soc3

import (
	"go/build"
	"reflect"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
)

func text(s string) public.Text { return public.Text{Value: s} }

func said(s string) public.Prose {
	return public.Prose{Raw: text(s), Blocks: []prose.Block{prose.Para(prose.Inline{Text: s})}}
}

func day(year, month, day int) public.Date { return public.Date{Year: year, Month: month, Day: day} }

// someFacts returns facts without complementary controls.
func someFacts() *public.Facts {
	return &public.Facts{
		Organization: text("Alder Systems, Inc."), ShortName: text("Alder"), System: text("Payroll Exchange"),
		Categories: []string{"security", "availability", "confidentiality"},
		Period:     public.Period{Start: day(2025, 7, 1), End: day(2026, 6, 30), Words: "July 1, 2025 to June 30, 2026"},
		Criteria:   "TSP section 100, 2017 Trust Services Criteria",
		Services:   []public.Service{{Name: text("Intake"), Summary: text("Takes records in.")}},
		Components: []public.Component{{Kind: "software", Name: text("Console"), Summary: text("A web application.")}},
		Commitments: []public.Promise{{ID: text("SC-1"), Text: said("Alder keeps customer data apart."),
			Categories: []string{"security"}}},
		Requirements: []public.Promise{{ID: text("SR-1"), Text: said("Personnel sign in with two factors."),
			Categories: []string{"security"}}},
		Boundaries:  said("The exchange and its console belong to the system."),
		Signatories: []public.Text{text("Chief Executive Officer")},
		Draft:       public.Draft{Number: 3, Date: day(2026, 8, 14), Revision: "0123456789ab"},
	}
}

var afterPeriod = Input{Edition: Auditor, Today: day(2026, 7, 1)}

// draft returns the document and all its texts, a text a line.
func draft(t *testing.T, f *public.Facts, in Input) (*render.Document, string) {
	t.Helper()
	var list diag.List
	doc := Document(f, in, &list)
	for _, finding := range list.All() {
		t.Errorf("finding: %s", finding.Message)
	}
	return doc, textOf(doc)
}

func textOf(doc *render.Document) string {
	var lines []string
	eachString(reflect.ValueOf(doc), func(s string) { lines = append(lines, s) })
	return strings.Join(lines, "\n")
}

// eachString visits what a document says: paragraphs as one string.
func eachString(v reflect.Value, visit func(string)) {
	if runs, ok := v.Interface().([]prose.Inline); ok {
		visit(prose.Text(runs))
		return
	}
	switch v.Kind() {
	case reflect.String:
		visit(v.String())
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			eachString(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachString(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachString(v.Field(i), visit)
			}
		}
	}
}

func TestTemplateNeverImportsContent(t *testing.T) {
	pkg, err := build.ImportDir(".", 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range pkg.Imports {
		if path == reflect.TypeFor[content.Engagement]().PkgPath() {
			t.Error("the template imports package content")
		}
	}
}

func TestPartsFollowTheChosenOrder(t *testing.T) {
	for first, want := range map[bool]string{
		false: "Section 1 Independent service auditor’s report; Section 2 Assertion of the management of Alder Systems, Inc.; " +
			"Attachment A Boundaries of the system; Attachment B Principal service commitments and system requirements",
		true: "Section 1 Assertion of the management of Alder Systems, Inc.; Section 2 Independent service auditor’s report; " +
			"Attachment A Boundaries of the system; Attachment B Principal service commitments and system requirements",
	} {
		f := someFacts()
		f.AssertionFirst = first
		doc, _ := draft(t, f, afterPeriod)
		var got []string
		for _, b := range doc.Blocks {
			if s, ok := b.(*render.Section); ok {
				got = append(got, s.Number+" "+s.Title)
			}
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("assertion first %t: got %s", first, got)
		}
	}
}

func TestReportRefersToTheAssertionByItsNumber(t *testing.T) {
	f := someFacts()
	f.AssertionFirst = true
	_, all := draft(t, f, afterPeriod)
	if want := "Assertion of the management of Alder Systems, Inc., Section 1"; !strings.Contains(all, want) {
		t.Errorf("%q is missing", want)
	}
}

func TestCoverSaysWhatTheDraftIs(t *testing.T) {
	doc, all := draft(t, someFacts(), afterPeriod)
	cover, ok := doc.Blocks[0].(*render.Cover)
	if !ok || !cover.Public {
		t.Fatal("the draft does not begin with a public cover")
	}
	if want := "System and Organization Controls (SOC) 3 report on Alder Systems, Inc.’s Payroll Exchange relevant to " +
		"security, availability, and confidentiality, for the period July 1, 2025 to June 30, 2026"; cover.Title != want {
		t.Errorf("title is %q", cover.Title)
	}
	for _, want := range []string{"not a report of an independent service auditor", "0123456789ab, auditor edition"} {
		if !strings.Contains(prose.Text(cover.Band), want) {
			t.Errorf("the notice does not say %q", want)
		}
	}
	for _, s := range []string{doc.Mark, doc.Title} {
		if !strings.HasPrefix(s, "DRAFT") {
			t.Errorf("%q does not begin with DRAFT", s)
		}
	}
	if strings.Contains(all, "Halloway") {
		t.Error("the firm is named")
	}
}

func TestAuditorsSectionHoldsPlaceholdersOnly(t *testing.T) {
	doc, all := draft(t, someFacts(), afterPeriod)
	for _, b := range doc.Blocks {
		if b.Owner() != render.ByServiceAuditor {
			continue
		}
		switch b := b.(type) {
		case *render.Section, *render.Heading:
		case *render.Placeholder:
			if !strings.HasPrefix(b.Text, "[SERVICE AUDITOR TO PROVIDE – ") {
				t.Errorf("placeholder %q", b.Text)
			}
		default:
			t.Errorf("the service auditor is made to say %T", b)
		}
	}
	for _, phrase := range []string{"in our opinion", "we have examined", "fairly stated", "presents fairly", "restricted"} {
		if strings.Contains(strings.ToLower(all), phrase) {
			t.Errorf("the draft says %q", phrase)
		}
	}
}

func TestAuditorsScopeFollowsTheConditions(t *testing.T) {
	f := someFacts()
	_, all := draft(t, f, afterPeriod)
	for _, not := range []string{"carve-out", "inclusion", "complementary"} {
		if strings.Contains(all, not) {
			t.Errorf("%q is asked for without reason", not)
		}
	}
	f.Subservice = []public.Subservice{{Name: text("Corvane"), CarveOut: true}, {Name: text("Quillhaven")}}
	f.HasCUECs = true
	_, all = draft(t, f, afterPeriod)
	for _, want := range []string{
		"[SERVICE AUDITOR TO PROVIDE – scope: subject matter; carve-out of Corvane; inclusion of Quillhaven; complementary user entity controls]",
		"controls at Corvane were not evaluated", "controls at Quillhaven were part of management’s evaluation",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is missing", want)
		}
	}
}

func TestOnlyTheWorkingEditionBearsAWatermark(t *testing.T) {
	working, _ := draft(t, someFacts(), Input{Today: afterPeriod.Today})
	clean, _ := draft(t, someFacts(), afterPeriod)
	if working.Watermark != "DRAFT" || clean.Watermark != "" {
		t.Errorf("watermarks are %q and %q", working.Watermark, clean.Watermark)
	}
}

// D2: every part of the report is asked for, and none is left to the draft.
func TestD2AuditorIsAskedForEachPart(t *testing.T) {
	_, all := draft(t, someFacts(), afterPeriod)
	for _, want := range []string{"title and addressee", "scope: subject matter",
		"responsibilities of the service organization and of the service auditor, with independence; inherent limitations",
		"opinion, and basis if modified; signature, city and state, date – at issue only"} {
		if !strings.Contains(all, "[SERVICE AUDITOR TO PROVIDE – "+want+"]") {
			t.Errorf("%q is not asked for", want)
		}
	}
}

func TestAuditorsReportSharesNoPage(t *testing.T) {
	for _, first := range []bool{false, true} {
		f := someFacts()
		f.AssertionFirst = first
		doc, _ := draft(t, f, afterPeriod)
		var before render.Owner
		for i, b := range doc.Blocks {
			s, ok := b.(*render.Section)
			if !ok {
				continue
			}
			_, opens := doc.Blocks[i-1].(*render.NewPage)
			if (s.Whose == render.ByServiceAuditor || before == render.ByServiceAuditor) && s.Run && !opens {
				t.Errorf("assertion first %t: %q begins on the page of another's words", first, s.Title)
			}
			before = s.Whose
		}
	}
}

func TestCoverListsTheParts(t *testing.T) {
	doc, _ := draft(t, someFacts(), afterPeriod)
	var got []string
	for _, f := range doc.Blocks[0].(*render.Cover).Facts {
		for _, in := range f.Value {
			if in.PageOf != "" {
				got = append(got, f.Label+" "+in.PageOf)
			}
		}
	}
	want := "Section 1 section-auditors-report, Section 2 section-assertion, Attachment A attachment-a, Attachment B attachment-b"
	if got := strings.Join(got, ", "); got != want {
		t.Errorf("got %s", got)
	}
}
