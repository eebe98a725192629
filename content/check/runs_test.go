package check

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
)

func copiesIn(text string) []string {
	var copies []string
	for _, h := range read([]passage{{text: text}}, standardLexicon(), exampleRuns()).copied {
		copies = append(copies, h.text())
	}
	return copies
}

func TestTwelveWordsInARowAreCopied(t *testing.T) {
	words := strings.Fields("they keep state in the databases and in object storage and exchange work through queues the table after")
	for from := range words {
		for to := from + 1; to <= len(words); to++ {
			text := "Zyx " + strings.Join(words[from:to], " ") + " xyz"
			got := copiesIn(text)
			if want := to-from >= copiedWords; (len(got) == 1) != want {
				t.Errorf("%d words %q: copies are %q", to-from, text, got)
			}
		}
	}
}

func TestCopiesAreFoundInAnyDress(t *testing.T) {
	for text, want := range map[string]string{
		"THEY KEEP state, in the “databases” and in object storage and exchange work": "THEY KEEP state, in the “databases” and in object storage and exchange work",
		"They keep 2 state in the databases and in object storage and exchange work.": "They keep 2 state in the databases and in object storage and exchange work",
		"They keep some state in the databases and in object storage and so on.":      "",
	} {
		if got := strings.Join(copiesIn(text), "|"); got != want {
			t.Errorf("%q: copies are %q", text, got)
		}
	}
}

// Whatever is long in the examples is known, so that no source of theirs is
// left out.
func TestTheExamplesAreKnown(t *testing.T) {
	for _, name := range []string{"wrenfield", "startup", "allfive"} {
		result, err := load.Project(os.DirFS("../../examples/"+name), &diag.List{})
		if err != nil {
			t.Fatal(err)
		}
		if examplesFor(result.Engagement) != nil {
			t.Errorf("%s is taken for somebody else's project", name)
		}
		result.Engagement.Organization.Name.Value = "Ownwords, Inc."
		all := passages(result.Engagement)
		r := read(all, standardLexicon(), examplesFor(result.Engagement))
		copied := map[*passage]bool{}
		for _, h := range r.copied {
			copied[h.passage] = true
		}
		for i := range all {
			g := &all[i]
			if len(g.text) > 200 && g.part != assertion && !copied[g] {
				t.Errorf("%s: %q is not found", name, g.text)
			}
		}
	}
	if names := exampleNames(); len(names) != 3 || slices.Contains(names, "") {
		t.Errorf("the organizations of the examples are %q", names)
	}
}

// One rolling hash must be that of the words it stands for.
func TestEachGramIsFoundWhereItStands(t *testing.T) {
	x := exampleRuns()
	for at := 0; at+gramWords <= len(x.words); at += gramEvery {
		h, last := uint64(0), uint64(0)
		for i, w := range x.words[max(at-1, 0) : at+gramWords] {
			if h = h*gramPrime + uint64(w); i >= gramWords {
				last = uint64(x.words[at-1]) * gramLast
			}
		}
		if h-last != gramAt(x.words[at:]) {
			t.Fatal("the hashes differ at ", at)
		}
	}
}

func BenchmarkExampleRuns(b *testing.B) {
	for b.Loop() {
		newExampleRuns()
	}
}

func BenchmarkLexicon(b *testing.B) {
	for b.Loop() {
		newLexicon(nil)
	}
}
