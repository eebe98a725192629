package socdraft_test

import (
	"os"
	"testing"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag/report"
)

// A project is the same in a file system as on disk.
func TestAProjectInAFileSystemIsTheSame(t *testing.T) {
	const dir = "examples/allfive"
	project, err := socdraft.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer project.Close()
	onDisk, err := project.Check(socdraft.Options{Edition: socdraft.Auditor})
	if err != nil {
		t.Fatal(err)
	}
	inFS, err := socdraft.In(os.DirFS(dir)).Check(socdraft.Options{Edition: socdraft.Auditor})
	if err != nil {
		t.Fatal(err)
	}
	if want, got := report.Fingerprints(onDisk.Findings), report.Fingerprints(inFS.Findings); len(want) == 0 || len(want) != len(got) {
		t.Errorf("%d findings on disk, %d in a file system", len(want), len(got))
	}
	if !onDisk.Whole || !inFS.Whole {
		t.Error("the example was not read as a whole")
	}
}
