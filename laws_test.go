package socdraft_test

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/socdraft/socdraft"
)

// The draft conventions D1 to D12 hold in the packages that keep them; here
// stand those about finished files and about all deliverables at once.

func TestD6FileNamesSayDraft(t *testing.T) {
	for _, f := range build(t, "examples/wrenfield", socdraft.Options{}).Files {
		if f.Target != "requests" && !strings.Contains(f.Name, "draft") {
			t.Errorf("%s is not named a draft", f.Name)
		}
	}
}

func TestD9TheSOC3FollowsTheSameRules(t *testing.T) {
	for _, name := range []string{"wrenfield", "allfive"} {
		text := string(target(t, filepath.Join("examples", name), "soc3"))
		for _, want := range []string{"Mark: DRAFT · ", "not a report of an independent service auditor", "[SERVICE AUDITOR TO PROVIDE – opinion"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the SOC 3 lacks %q", name, want)
			}
		}
		if strings.Contains(text, "Halloway") {
			t.Errorf("%s: the SOC 3 names the firm", name)
		}
	}
}

var conclusive = regexp.MustCompile(`(?i)\bcriteri(on|a) (is|are|was|were) (met|satisfied|achieved)\b|\bcompliant\b|\bcertified\b|\bwe have examined\b|\bin our opinion\b`)

func TestD10NoDeliverableConcludes(t *testing.T) {
	for _, name := range examples {
		result := build(t, filepath.Join("examples", name), socdraft.Options{Plain: true})
		for _, f := range result.Files {
			if found := conclusive.Find(f.Data); found != nil {
				t.Errorf("%s: %s says %q", name, f.Name, found)
			}
		}
	}
}

func TestTheSameSourcesGiveTheSameBytes(t *testing.T) {
	for _, name := range examples {
		dir := filepath.Join("examples", name)
		first := build(t, dir, socdraft.Options{Now: time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)})
		second := build(t, dir, socdraft.Options{Now: time.Date(2027, 3, 4, 5, 6, 7, 8, time.FixedZone("far", 13*3600))})
		for i, f := range first.Files {
			if !bytes.Equal(f.Data, second.Files[i].Data) {
				t.Errorf("%s: %s differs between two builds", name, f.Name)
			}
		}
	}
}

func TestCheckReportsWhatBuildReports(t *testing.T) {
	for _, name := range examples {
		for _, edition := range []socdraft.Edition{socdraft.Working, socdraft.Auditor} {
			o := socdraft.Options{Edition: edition}
			project, err := socdraft.Open(filepath.Join("examples", name))
			if err != nil {
				t.Fatal(err)
			}
			checked, err := project.Check(o)
			if err != nil {
				t.Fatal(err)
			}
			project.Close()
			built := build(t, filepath.Join("examples", name), o)
			if got, want := findingList(checked, checked), findingList(built, built); !bytes.Equal(got, want) {
				t.Errorf("%s, %s edition: check and build differ\n%s\n%s", name, edition, got, want)
			}
		}
	}
}

// target returns the plain form of one target.
func target(t *testing.T, dir, name string) []byte {
	t.Helper()
	files := build(t, dir, socdraft.Options{Plain: true, Targets: []string{name}}).Files
	if len(files) != 1 {
		t.Fatalf("%s: built %d files of target %s", dir, len(files), name)
	}
	return files[0].Data
}

// Coverage is a preparer's view: it stands in the working edition of the SOC 2
// draft and in no other document.
func TestD8CoverageStandsInTheWorkingEditionAlone(t *testing.T) {
	for _, edition := range []socdraft.Edition{socdraft.Working, socdraft.Auditor} {
		result := build(t, "examples/wrenfield", socdraft.Options{Edition: edition, Plain: true})
		if len(result.Files) != len(socdraft.Targets()) {
			t.Fatalf("%s edition: %d files", edition, len(result.Files))
		}
		for _, f := range result.Files {
			for _, head := range []string{"What is mapped to each criterion", "Where the description criteria are answered"} {
				want := edition == socdraft.Working && f.Target == "soc2"
				if got := bytes.Contains(f.Data, []byte(head)); got != want {
					t.Errorf("%s edition, %s: %q stands there: %t, want %t", edition, f.Name, head, got, want)
				}
			}
		}
	}
}
