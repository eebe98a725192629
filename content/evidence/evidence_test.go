package evidence_test

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/evidence"
)

func TestNames(t *testing.T) {
	known := func(id string) bool { return id == "R-044" || id == "AC_02.sample" }
	for name, want := range map[string]string{
		"R-044_CM-03_production-changes_20260101-20260630_01_v1.csv": "R-044 CM-03 2026-01-01 2026-06-30",
		"R-044_ENG_org-chart_2026-06-30_12_v3.pdf":                   "R-044 ENG  2026-06-30",
		"AC_02.sample_AC_02_items_2026-06-30_01_v1.zip":              "AC_02.sample AC_02  2026-06-30",
		"R-999_AC_02_items_2026-06-30_01_v1.zip":                     "R-999_AC 02  2026-06-30",
		"access/R-044_CM-03_x_2026-06-30_01_v1.png":                  "R-044 CM-03  2026-06-30",
	} {
		n, err := evidence.Parse(name, known)
		if got := n.Request + " " + n.Control + " " + n.From.String() + " " + n.To.String(); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
	for _, name := range []string{"", "screenshot.png", "R-044_CM-03_Changes_2026-06-30_01_v1.csv", "R-044_x_2026-06-30_01_v1.csv",
		"R-044_CM-03_x_2026-02-30_01_v1.csv", "R-044_CM-03_x_20260630-20260101_01_v1.csv", "R-044_CM-03_x_2026-06-30_1_v1.csv",
		"R-044_CM-03_x_2026-06-30_01_v1", "_CM-03_x_2026-06-30_01_v1.csv", "R-044_CM-03_a b_2026-06-30_01_v1.csv"} {
		if n, err := evidence.Parse(name, known); err == nil {
			t.Errorf("%q is taken for %+v", name, n)
		}
	}
}

func TestANameGoesThroughItsWords(t *testing.T) {
	for _, name := range []string{"R-044_CM-03_production-changes_20260101-20260630_01_v1.csv", "R-1_ENG_x_2026-06-30_12_v3.pdf"} {
		n, err := evidence.Parse(name, nil)
		if err != nil || n.String() != name {
			t.Errorf("%s became %s (%v)", name, n, err)
		}
	}
}

func TestDated(t *testing.T) {
	for name, want := range map[string]bool{
		"mfa 2026-06-30.png": true, "20260630 mfa.png": true, "mfa.png": false, "ticket-20269999.pdf": false, "CHG-12345678.pdf": false,
	} {
		if evidence.Dated(name) != want {
			t.Errorf("%s: dated %v", name, !want)
		}
	}
}

func TestIndex(t *testing.T) {
	item := func(file, sum string) *content.EvidenceItem {
		return &content.EvidenceItem{File: content.Text{Value: file}, SHA256: content.Text{Value: sum}}
	}
	known := []*content.EvidenceItem{item("b.csv", "22"), item("a.csv", "11"), item("gone.csv", "99")}
	entries := evidence.Index([]evidence.File{{"c.csv", "33", 3}, {"a.csv", "11", 1}, {"b.csv", "XX", 2}}, known, nil)
	want := []struct {
		path   string
		change evidence.Change
	}{{"a.csv", evidence.Same}, {"b.csv", evidence.Swapped}, {"c.csv", evidence.Added}, {"gone.csv", evidence.Gone}}
	if len(entries) != len(want) {
		t.Fatalf("%d entries, want %d", len(entries), len(want))
	}
	for i, w := range want {
		if entries[i].Path != w.path || entries[i].Change != w.change {
			t.Errorf("entry %d: %s, change %d; want %s, %d", i, entries[i].Path, entries[i].Change, w.path, w.change)
		}
	}
	if entries[1].Known != known[0] {
		t.Error("a swapped file lost what people wrote of it")
	}
}

func FuzzParse(f *testing.F) {
	f.Add("R-044_CM-03_production-changes_20260101-20260630_01_v1.csv")
	f.Fuzz(func(t *testing.T, name string) {
		n, err := evidence.Parse(name, nil)
		if err != nil {
			return
		}
		if again, err := evidence.Parse(n.String(), nil); err != nil || again != n {
			t.Errorf("%q: %+v became %+v (%v)", name, n, again, err)
		}
	})
}

func TestReadTheFolder(t *testing.T) {
	files, skipped, err := evidence.Read(fstest.MapFS{
		"socdraft.toml":        {Data: []byte("x")},
		"evidence/b.csv":       {Data: []byte("abc")},
		"evidence/a/c.csv":     {},
		"evidence/.DS_Store":   {Data: []byte("x")},
		"evidence/.git/config": {Data: []byte("x")},
		"evidence/link":        {Mode: fs.ModeSymlink},
	})
	if err != nil {
		t.Fatal(err)
	}
	const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	if len(files) != 2 || files[0].Path != "a/c.csv" || files[0].Size != 0 || files[1] != (evidence.File{Path: "b.csv", SHA256: abc, Size: 3}) {
		t.Errorf("read %+v", files)
	}
	if len(skipped) != 1 || skipped[0].Path != "link" {
		t.Errorf("skipped %+v", skipped)
	}
}

func TestWithoutTheFolder(t *testing.T) {
	for _, project := range []fstest.MapFS{{}, {"evidence": {Data: []byte("a file")}}} {
		if _, _, err := evidence.Read(project); !errors.Is(err, evidence.ErrNoFolder) {
			t.Errorf("%v: %v", project, err)
		}
	}
}
