package socdraft_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/check"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
)

// FuzzEditedExample runs all rules, for both editions, over an example after
// several edits of testdata/mutations.txt and some at random. Each two bytes
// choose an edit of the table.
func FuzzEditedExample(f *testing.F) {
	_, mutations := readMutations(f)
	original := readProject(f, "examples/wrenfield")
	for name := range original {
		if path.Ext(name) == ".png" {
			original[name] = original["brand/logo.png"] // decoding figures would take most of the time
		}
	}
	f.Add(uint64(1), []byte{})
	for i := range len(mutations) / 16 {
		f.Add(uint64(i), []byte{0, byte(i * 16), 0, byte(i*16 + 5), 0, byte(i*16 + 11)})
	}
	f.Fuzz(func(t *testing.T, seed uint64, choice []byte) {
		files := editedAtRandom(edited(original, mutations, choice), rand.New(rand.NewPCG(seed, 1)))
		first, second := judged(t, files), judged(t, files)
		for edition := range first {
			holdFindings(t, files, first[edition])
			if a, b := toldBy(first[edition]), toldBy(second[edition]); a != b {
				t.Errorf("two runs differ\n%s\n%s", a, b)
			}
		}
	})
}

// mostEdits keeps an input from being all edits at once.
const mostEdits = 8

// edited returns the files after the edits that are chosen, apart from those
// whose place another one took away.
func edited(files sources, mutations []*mutation, choice []byte) sources {
	for range min(len(choice)/2, mostEdits) {
		m := mutations[(int(choice[0])<<8|int(choice[1]))%len(mutations)]
		if next, err := m.apply(files); err == nil {
			files = next
		}
		choice = choice[2:]
	}
	return files
}

// editedAtRandom returns the files with up to three changes to their text.
func editedAtRandom(files sources, r *rand.Rand) sources {
	files = maps.Clone(files)
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(name string) bool {
		return path.Ext(name) != ".toml" && path.Ext(name) != ".md"
	})
	for range min(r.IntN(4), len(names)) {
		name := names[r.IntN(len(names))]
		files[name] = []byte(mutateText(string(files[name]), path.Ext(name) == ".toml", r))
	}
	return files
}

// judged returns the findings of reading and of the rules in the working and in
// the auditor edition.
func judged(t *testing.T, files sources) [2][]*diag.Finding {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	list := &diag.List{}
	loaded, err := load.Project(fsys, list)
	if err != nil {
		t.Fatal(err)
	}
	facts := check.Facts{Today: content.Date{Year: 2026, Month: 8, Day: 14}, Partial: !loaded.Loaded(), Rules: socdraft.Rules()}
	check.Run(loaded.Engagement, facts, list)
	waivers := check.WaiversOf(loaded.Engagement, facts)
	waivers.Mark(list.All())
	waivers.ReportUnused(list)
	var editions [2][]*diag.Finding
	for edition := range editions {
		var own diag.List
		own.Append(list)
		own.Resolve(edition == 1)
		for _, f := range own.All() {
			copied := *f // the next edition sets severities anew
			editions[edition] = append(editions[edition], &copied)
		}
	}
	return editions
}

// holdFindings fails where findings stand outside their files, are not in order,
// or are more than the text can bring.
func holdFindings(t *testing.T, files sources, findings []*diag.Finding) {
	t.Helper()
	size := 0
	for _, data := range files {
		size += len(data)
	}
	told := 0
	for _, f := range findings {
		holdFinding(t, f)
		told += len(f.Message) + len(remarks(f))
	}
	if !slices.Equal(findings, diag.Sorted(findings)) {
		t.Error("the findings are not sorted")
	}
	if len(findings) > 500+size/20 || told > 50*size {
		t.Errorf("%d findings of %d bytes about %d bytes", len(findings), told, size)
	}
}

// toldBy returns all that findings say.
func toldBy(findings []*diag.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s %s\n%s", severity(f), identity(f), remarks(f))
	}
	return b.String()
}
