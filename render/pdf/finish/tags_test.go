package finish

import (
	"encoding/binary"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/render/structure"
)

func TestStringsOfTheFile(t *testing.T) {
	for words, want := range map[string]string{
		"plain (a\\b)": `(plain \(a\\b\))`,
		"ü":            "<FEFF00FC>",
		"\U0001F600":   "<FEFFD83DDE00>",
		"":             "()",
	} {
		if got := string(text(nil, words)); got != want {
			t.Errorf("%q is written %s, want %s", words, got, want)
		}
	}
}

func TestLengths(t *testing.T) {
	for n, want := range map[int]string{0: "0", 1000: "1", -1500: "-1.5", 12345: "12.345", 12045: "12.045", 50: "0.050"} {
		if got := string(number(nil, n)); got != want {
			t.Errorf("%d is written %s, want %s", n, got, want)
		}
	}
}

func TestMetadataIsXMLWhateverTheTitle(t *testing.T) {
	tags := &Tags{Title: "DRAFT <b> & \x01 ü", Date: "2026-11-12T08:30:00Z"}
	d := xml.NewDecoder(strings.NewReader(string(tags.metadata())))
	var title string
	for {
		token, err := d.Token()
		if token == nil {
			if err.Error() != "EOF" {
				t.Fatal(err)
			}
			break
		}
		if words, ok := token.(xml.CharData); ok && strings.HasPrefix(string(words), "DRAFT") {
			title = string(words)
		}
	}
	if title != "DRAFT <b> & \ufffd ü" {
		t.Errorf("the title is %q", title)
	}
}

// The sizes and places in a profile must be those of its parts.
func TestProfileHoldsTogether(t *testing.T) {
	p := profile()
	at := func(i int) int { return int(binary.BigEndian.Uint32(p[i:])) }
	if at(0) != len(p) || string(p[36:40]) != "acsp" || len(p) > 1000 {
		t.Fatalf("the profile of %d bytes says that it has %d", len(p), at(0))
	}
	for i := range at(128) {
		entry := 132 + 12*i
		offset, size := at(entry+4), at(entry+8)
		if offset%4 != 0 || offset+size > len(p) || offset < 132 {
			t.Errorf("the tag %s lies at %d and is %d long", p[entry:entry+4], offset, size)
		}
	}
	// The three primaries make the white they are adapted to.
	for axis, white := range []int{63190, 65536, 54061} {
		sum := 0
		for i := range at(128) {
			if entry := 132 + 12*i; strings.HasSuffix(string(p[entry:entry+4]), "XYZ") {
				sum += at(at(entry+4) + 8 + 4*axis)
			}
		}
		if sum < white-3 || sum > white+3 {
			t.Errorf("the primaries add up to %d on axis %d, want %d", sum, axis, white)
		}
	}
}

// Words of a paragraph and links in it come in the order of painting, and
// elements that nothing belongs to are left out.
func TestKidsStandInTheirOrder(t *testing.T) {
	tree := structure.New()
	p := tree.Add(structure.Root, structure.P)
	link := tree.Add(p, structure.Link)
	tree.Add(p, structure.Link) // without words
	tree.Add(structure.Root, structure.P)
	tg := &tagger{Tags: &Tags{Tree: tree, Marks: [][]int32{{p, link, p}, {p}}, Links: make([][]Link, 2)}, pages: []int{3, 5},
		links: make([][]int32, len(tree.Elements)), objects: make([]object, 10)}
	tg.collect()
	tg.elements()
	got := string(tg.b)
	for _, want := range []string{"<</S/P/P 11 0 R/Pg 3 0 R/K[0 13 0 R 2 <</Type/MCR/Pg 5 0 R/MCID 0>>]>>", "<</S/Document/P 10 0 R/K[12 0 R ]>>",
		"[12 0 R 13 0 R 12 0 R ]"} {
		if !strings.Contains(got, want) {
			t.Errorf("the elements lack %s:\n%s", want, got)
		}
	}
}
