package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// S2-190: what authors write into the cells of the request list is read for
// secrets and for persons, wherever it stands.
func TestS2190CellsOfTheRequestListAreRead(t *testing.T) {
	const token, person = "glpat-" + "x9Yt2mKq7WvB4nRs6PdL", "maria.lopez@wrenfield.com"
	population := "[[population]]\nid = \"POP-1\"\ntitle = \"Hires\"\ntrigger = \"hire\"\nsource_system = \"HR\"\nquery = \"Starts\"\nfields = [\"number\"]\n"
	for _, words := range []string{`title = "Hires`, `source_system = "HR`, `query = "Starts`, `fields = ["number`} {
		fsys := overlay(t, &txtar.Archive{}, "good")
		fsys["populations.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(population, words, words+" "+token+" "+person, 1))}
		foundInCell(t, fsys, words)
	}
	for _, key := range []string{"evidence", "uses_reports"} {
		fsys := overlay(t, &txtar.Archive{}, "good")
		f := fsys["controls/access.toml"]
		f.Data = append(f.Data, key+" = [\"Listing "+token+" "+person+"\"]\n"...)
		foundInCell(t, fsys, key)
	}
}

func foundInCell(t *testing.T, fsys fstest.MapFS, where string) {
	t.Helper()
	if findings(t, fsys, leakedSecret.Rule) == "" || findings(t, fsys, personalContact.Rule) == "" {
		t.Errorf("%s is not read", where)
	}
}
