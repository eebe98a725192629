package socdraft_test

import (
	"bytes"
	"crypto/md5"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/render/pdf/pdftext"
)

// attachmentsOf returns what a finished PDF carries.
func attachmentsOf(t *testing.T, f socdraft.File) []pdftext.Attachment {
	t.Helper()
	in, err := pdftext.Open(f.Data)
	if err != nil {
		t.Fatal(err)
	}
	all, err := in.Attachments()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestTheReportCarriesItsFacts(t *testing.T) {
	for _, edition := range []socdraft.Edition{socdraft.Working, socdraft.Auditor} {
		alone := build(t, "examples/startup", socdraft.Options{Edition: edition, Facts: true}).Files
		if len(alone) != 1 || alone[0].Name != "soc2-facts.json" {
			t.Fatalf("%s: %d files", edition, len(alone))
		}
		o := socdraft.Options{Edition: edition, Attach: []string{"facts"}, Targets: []string{"soc2"}}
		report := build(t, "examples/startup", o).Files[0]
		all := attachmentsOf(t, report)
		if len(all) != 1 {
			t.Fatalf("%s: %d attachments", edition, len(all))
		}
		a := all[0]
		sum := md5.Sum(a.Data)
		if !bytes.Equal(a.Data, alone[0].Data) || a.Size != len(a.Data) || !bytes.Equal(a.Sum, sum[:]) {
			t.Errorf("%s: the attached facts differ, or their size %d or sum %x", edition, a.Size, a.Sum)
		}
		a.Data, a.Sum, a.Size = nil, nil, 0
		if a.Name != "soc2-facts.json" || a.Type != "application#2Fjson" || a.Relation != "Data" || a.About == "" || a.Modified != "D:20260420000000Z" {
			t.Errorf("%s: %+v", edition, a)
		}
		if again := build(t, "examples/startup", o).Files[0]; !bytes.Equal(again.Data, report.Data) {
			t.Errorf("%s: two builds differ", edition)
		}
	}
}

// A SOC 3 is for anybody, and the workbook holds samples: only the report
// carries facts, and nothing does that was not asked to.
func TestOnlyTheReportCarriesFacts(t *testing.T) {
	usual := build(t, "examples/wrenfield", socdraft.Options{}).Files
	carrying := build(t, "examples/wrenfield", socdraft.Options{Attach: []string{"facts"}}).Files
	for i := range usual {
		if same := bytes.Equal(usual[i].Data, carrying[i].Data); same != (usual[i].Target != "soc2") {
			t.Errorf("%s is the same: %v", usual[i].Name, same)
		}
	}
	if n := len(attachmentsOf(t, usual[0])); n != 0 {
		t.Errorf("%d attachments that nobody asked for", n)
	}
	public := build(t, "examples/wrenfield", socdraft.Options{Attach: []string{"facts"}, Targets: []string{"soc3"}})
	if len(public.Files) != 1 || !bytes.Equal(public.Files[0].Data, usual[1].Data) || len(public.Notes) != 1 {
		t.Errorf("%d files, notes %q", len(public.Files), public.Notes)
	}
}

// The drafts are whole without what they carry, so they are written.
func TestFactsThatAreTooLargeAreLeftOut(t *testing.T) {
	for _, edition := range []socdraft.Edition{socdraft.Working, socdraft.Auditor} {
		size := len(build(t, "examples/startup", socdraft.Options{Edition: edition, Facts: true}).Files[0].Data)
		usual := build(t, "examples/startup", socdraft.Options{Edition: edition}).Files
		for _, limit := range []int{size, size - 1} {
			o := socdraft.WithAttachmentLimit(socdraft.Options{Edition: edition, Attach: []string{"facts"}}, limit)
			result := build(t, "examples/startup", o)
			large := slices.ContainsFunc(result.Findings, func(f *diag.Finding) bool {
				return f.Rule.Name == "large-attachment" && f.Severity == diag.Error
			})
			over := size > limit
			if large != over || result.Refused != over || len(result.Files) != len(usual) {
				t.Fatalf("%s, limit %d: found %v, refused %v, %d files", edition, limit, large, result.Refused, len(result.Files))
			}
			if n := len(attachmentsOf(t, result.Files[0])); (n == 0) != over {
				t.Errorf("%s, limit %d: %d attachments", edition, limit, n)
			}
		}
	}
}

func TestAnUnknownAttachmentIsAnError(t *testing.T) {
	project, err := socdraft.Open("examples/startup")
	if err != nil {
		t.Fatal(err)
	}
	defer project.Close()
	if _, err := project.Build(socdraft.Options{Attach: []string{"workbook"}}); err == nil {
		t.Error("the workbook can be attached")
	}
}

// The text of the finding is held here, since a project that has it with the
// usual limit takes long to build.
func TestTheFindingOfALargeAttachment(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/large-attachment.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	want := strings.TrimSpace(files["finding"])
	delete(files, "finding")
	dir := t.TempDir()
	writeFiles(t, dir, files)
	o := socdraft.WithAttachmentLimit(socdraft.Options{Attach: []string{"facts"}, Targets: []string{"soc2"}}, 100)
	var got []string
	for _, f := range build(t, dir, o).Findings {
		if f.Rule.Name == "large-attachment" {
			words := f.Severity.String() + "[" + f.Rule.Name + "]: " + f.Message
			got = append(got, regexp.MustCompile(`have \d+ bytes`).ReplaceAllString(words, "have N bytes"))
		}
	}
	if len(got) != 1 || got[0] != want {
		t.Errorf("found %q, want %q", got, want)
	}
}
