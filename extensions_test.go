package socdraft_test

import (
	"slices"
	"testing"
)

// Each word of what goes beyond CommonMark is in the report, in order, and
// nothing else but marks of ours: want is what a reader sees, notes the text of
// footnotes, which stands at another place than where it was written.
func TestEachWordOfTheExtensionsIsInTheReport(t *testing.T) {
	for _, c := range []struct{ name, markdown, want, notes, finding string }{
		{"table", "| One | Two |\n|:--|--:|\n| three | four five |\n| six | seven |", "One Two three four five six seven", "", ""},
		{"table without outer bars", "One|Two\n-|-\nthree|four", "One Two three four", "", ""},
		{"table with marks", "|A|B|\n|-|-|\n|*c* **d**|`e` [f](https://example.com/x)|", "A B c d e f", "", ""},
		{"table with escaped bars", "|A|B|\n|-|-|\n|a \\| b|`c \\| d`|", "A B a | b c | d", "", ""},
		{"table with a short row", "|A|B|C|\n|-|-|-|\n|one|", "A B C one", "", ""},
		{"table with a long row", "|A|B|\n|-|-|\n|one|two|three|four|", "A B one two | three|four|", "", "extra-cell"},
		{"table with an empty head", "| | |\n|-|-|\n|one|two|", "one two", "", ""},
		{"table with empty rows", "|A|\n|-|\n| |\n|one|", "A one", "", ""},
		{"table of a head alone", "|A|B|\n|-|-|\n", "A B", "", ""},
		{"table after a paragraph", "before\n\n|A|\n|-|\n|b|\n\nafter", "before A b after", "", ""},
		{"table in a quote", "> |A|\n> |-|\n> |b|", "A b", "", ""},
		{"table in a list", "- one\n\n  |A|\n  |-|\n  |b|\n- two", "one A b two", "", ""},
		{"tasks", "- [ ] open\n- [x] done\n- [X] done too\n- [y] no task", "open done done too [y] no task", "", ""},
		{"tasks in numbers", "1. [ ] open\n2. [x] done", "open done", "", ""},
		{"task with more", "- [ ] open\n\n  more\n  - [x] inner", "open more inner", "", ""},
		{"strikethrough", "~~one~~ ~two~ th~~re~~e ~~~", "one two three ~~~", "", ""},
		{"strikethrough with marks", "~~a *b* `c`~~", "a b c", "", ""},
		{"footnote", "One[^a] two.\n\n[^a]: The note.", "One two.", "The note.", ""},
		{"footnotes out of order", "One[^b] two[^a].\n\n[^a]: First.\n[^b]: Second.", "One two.", "Second. First.", ""},
		{"footnote used twice", "One[^a] two[^a].\n\n[^a]: Note.", "One two.", "Note.", ""},
		{"footnote of many blocks", "One[^a].\n\n[^a]: Note.\n\n    More.\n\n    - item", "One.", "Note. More. item", ""},
		{"footnote in a footnote", "One[^a].\n\n[^a]: Note[^b].\n[^b]: Deep.", "One.", "Note. Deep.", ""},
		{"footnote in a table", "|A|\n|-|\n|b[^a]|\n\n[^a]: Note.", "A b", "Note.", ""},
		{"footnote in a list", "- one[^a]\n- two\n\n[^a]: Note.", "one two", "Note.", ""},
		{"footnote in an alert", "> [!NOTE]\n> one[^a]\n\n[^a]: Words.", "one", "Words.", ""},
		{"footnote in a footnote's own text", "One[^a].\n\n[^a]: Note[^a].", "One.", "Note.", ""},
		{"unused footnote", "One.\n\n[^a]: Note.", "One.", "Note.", "unused-footnote"},
		{"footnote without a definition", "One[^a].", "One[^a].", "", "unknown-footnote"},
		{"footnote defined twice", "One[^a].\n\n[^a]: Note.\n[^a]: Other.", "One.", "Note. Other.", "unused-footnote"},
		{"footnote without text", "One[^a].\n\n[^a]:\n", "One.", "", ""},
		{"footnote in a heading", "## One[^a]\n\ntwo\n\n[^a]: Note.", "One two", "Note.", ""},
		{"alert", "> [!WARNING]\n> One *two*.\n>\n> three", "One two. three", "", ""},
		{"alert with a title", "> [!NOTE] One\n> two", "[!NOTE] One two", "", ""},
		{"alert of an unknown kind", "> [!NOTHING]\n> one", "[!NOTHING] one", "", ""},
		{"alert without text", "> [!TIP]\n\none", "one", "", ""},
		{"alert in a list", "- one\n  > [!TIP]\n  > two", "one two", "", ""},
		{"alert with a list", "> [!TIP]\n> - one\n> - two", "one two", "", ""},
		{"definitions", "Term\n: One *two*.\n\nOther\n: Three\n: Four", "Term One two. Other Three Four", "", ""},
		{"definitions of one text", "Term\nOther\n: One", "Term Other One", "", ""},
		{"definition of many blocks", "Term\n\n: One\n\n  two\n\n  - three", "Term One two three", "", ""},
		{"definition with code", "Term `x`\n: `y`", "Term x y", "", ""},
		{"heading with an id", "## One two {#there}\n\nsee [three](#there)", "One two see three", "", ""},
		{"heading of an id alone", "## {#there}\n\none", "one", "", ""},
		{"heading with other attributes", "## One {.class}\n\ntwo", "One {.class} two", "", ""},
		{"heading with a broken id", "## One {#a b}\n\ntwo", "One {#a b} two", "", ""},
		{"link with a title", "[one](https://example.com \"two three\")", "one", "", "link-title"},
		{"variable", "One {{ system.name }} two", "One Ledger Service two", "", ""},
		{"variable that is unknown", "One {{ nothing.at.all }} two", "One {{ nothing.at.all }} two", "", "unknown-variable"},
		{"figure", "one ![two](none.png \"three *four*\") five", "one five [two] three *four*", "", "missing-image"},
		{"figure in a table", "|A|\n|-|\n|b ![c](none.png \"d\")|\n\nafter", "A b [c] d after", "", "missing-image"},
		{"figure in a heading", "## One ![c](none.png \"d\")\n\nafter", "One [c] d after", "", "missing-image"},
		{"figure in a list", "- one ![c](none.png \"d\")\n- two", "one [c] d two", "", "missing-image"},
		{"figure in a footnote", "One[^a].\n\n[^a]: Note ![c](none.png \"d\").", "One.", "Note . [c] d", "missing-image"},
		{"figure in a term", "Term ![c](none.png \"d\")\n: One", "Term [c] d One", "", "missing-image"},
		{"figure in a link", "[one ![c](none.png \"d\")](https://example.com)", "one [c] d", "", "missing-image"},
		{"image from elsewhere", "one ![c](https://example.com/x.png) two", "one c two", "", "remote-image"},
		{"front matter", "---\ntitle: One\n---\n\ntwo", "title: One two", "", ""},
		{"comment", "one <!-- two --> three", "one three", "", "raw-html"},
	} {
		d := draftOf(t, map[string]string{
			"description/a.md": "# HeadA\n\nStartA\n\n" + c.markdown + "\n",
			"description/b.md": "# HeadB\n\ntext\n",
		})
		text := d.between(t, "StartA", "HeadB")
		findings := d.about("description/a.md")
		if !d.reads(text, c.want, c.notes) {
			t.Errorf("%s: %q\nbecame %q, not %q and notes %q", c.name, c.markdown, text, c.want, c.notes)
		}
		if c.finding != "" && !hasRule(findings, c.finding) || c.finding == "" && len(findings) > 0 {
			t.Errorf("%s: findings %q, want %q", c.name, messages(findings), c.finding)
		}
	}
}

// reads reports whether the runs are the wanted text, and the notes stand at
// the foot of a page, or those that nothing refers to among the text.
func (d *draft) reads(text []string, want, notes string) bool {
	notes = solid(notes)
	for i := range len(text) + 1 {
		for j := i; j <= len(text); j++ {
			if !reads(slices.Concat(text[:i], text[j:]), want) {
				continue
			}
			for k := range len(notes) + 1 {
				if reads(text[i:j], notes[k:]) && d.holds(notes[:k]) {
					return true
				}
			}
		}
	}
	return false
}

// holds reports whether some runs that follow each other are a text.
func (d *draft) holds(want string) bool {
	const most = 12
	for i := range d.runs {
		for j := i; j < min(i+most, len(d.runs)); j++ {
			if reads(d.runs[i:j], want) {
				return true
			}
		}
	}
	return false
}

// A heading that a file does not begin with stays among its text.
func TestHeadingsKeepTheirPlace(t *testing.T) {
	d := draftOf(t, map[string]string{
		"description/a.md": "StartA\n\n# One\n\ntwo\n",
		"description/b.md": "# HeadB\n\ntext\n",
	})
	if text := d.between(t, "StartA", "HeadB"); !reads(text, "One two") {
		t.Errorf("the text is %q", text)
	}
}

// A title is text alone, but the words of its footnote are in the report.
func TestTitlesHaveNoFootnoteNumbers(t *testing.T) {
	d := draftOf(t, map[string]string{"description/a.md": "# One[^1] *two*\n\ntext\n\n[^1]: The note.\n"})
	if !slices.Contains(d.runs, "One two") || !slices.Contains(d.runs, "The note.") {
		t.Errorf("the report has no such title and note: %q", d.runs)
	}
}
