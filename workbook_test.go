package socdraft_test

import (
	"path/filepath"
	"testing"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/render/xlsx/strict"
)

// TestWorkbooksOpenWithoutRepair holds the workbook of each example and edition
// to all that some spreadsheet holds against a file.
func TestWorkbooksOpenWithoutRepair(t *testing.T) {
	for _, name := range examples {
		for _, edition := range []socdraft.Edition{socdraft.Working, socdraft.Auditor} {
			result := build(t, filepath.Join("examples", name), socdraft.Options{Targets: []string{"requests"}, Edition: edition})
			for _, f := range result.Files {
				for _, problem := range strict.Check(f.Data) {
					t.Errorf("%s, %s edition: %s", name, edition, problem)
				}
			}
			if len(result.Files) != 1 && edition == socdraft.Working {
				t.Errorf("%s has no workbook", name)
			}
		}
	}
}
