package check

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var similarControls = Check{
	Rule: diag.SameInBoth("S2-086", "similar-controls", diag.Warning,
		"two control statements say nearly the same"),
	run: func(p *project) {
		index := newSketches()
		for _, c := range p.Controls {
			first := index.near(c, c.Statement.String())
			if first == nil || succeeds(c, first) || succeeds(first, c) || c.PerformedBy.Value != first.PerformedBy.Value {
				continue
			}
			p.add(c.Statement.Raw.Span, "control %s says nearly the same as control %s", called(c.ID, c.Title), called(first.ID, first.Title)).
				Note(first.Statement.Raw.Span, "the other statement stands here").
				Suggest("keep one of them, mapped to the criteria of both, or say what sets them apart")
		}
	},
}

// succeeds reports whether one control replaced the other.
func succeeds(c, earlier *content.Control) bool {
	return c.Replaces.Value != "" && c.Replaces.Value == earlier.ID.Value
}

// alikeTests is of how many controls a test procedure may be without being a
// formula.
const alikeTests = 3

var copiedProcedure = Check{
	Rule: diag.SameInBoth("S2-129", "copied-procedure", diag.Warning,
		"management tests many controls by one and the same procedure"),
	run: func(p *project) {
		byText := map[string][]*content.Test{}
		var texts []string
		for _, t := range p.Tests() {
			// How the service auditor writes is not ours to judge.
			if !t.File.Managements() || t.Procedure.IsZero() {
				continue
			}
			text := normalized(t.Procedure.String())
			if !slices.ContainsFunc(byText[text], func(other *content.Test) bool { return other.Control.Value == t.Control.Value }) {
				byText[text] = append(byText[text], t)
			}
			if len(byText[text]) == alikeTests {
				texts = append(texts, text)
			}
		}
		slices.Sort(texts)
		for _, text := range slices.Compact(texts) {
			tests := byText[text]
			f := p.add(tests[0].Procedure.Raw.Span, "%d controls are tested by the procedure of test %q, word for word", len(tests), tests[0].ID.Value)
			for _, t := range tests[1:alikeTests] {
				f.Note(t.Procedure.Raw.Span, "test %q has it too", t.ID.Value)
			}
			f.Suggest("say what was looked at for each control, in how many items and for which property")
		}
	},
}

// shingleWords is how many words in a row make one shingle.
const shingleWords = 3

// alike is from which share of common shingles on, in percent, two texts say
// nearly the same. One word of twenty that differs changes three shingles.
const alike = 70

// Sketches of texts: of each hash function the least value over all shingles.
// Texts that agree in a band of them are compared, with the first of their
// band alone, so that the time is linear whatever the texts.
const (
	bands    = 8
	bandRows = 3
)

// sketches finds texts that are nearly alike.
type sketches struct {
	first map[[bandRows + 1]uint64]*sketch
}

type sketch struct {
	control  *content.Control
	shingles []uint64 // sorted, each once
}

func newSketches() *sketches { return &sketches{map[[bandRows + 1]uint64]*sketch{}} }

// near returns a control added before whose text is nearly the same, or nil,
// and adds this one.
func (s *sketches) near(c *content.Control, text string) *content.Control {
	own := &sketch{c, shingles(text)}
	if len(own.shingles) < 2 {
		return nil
	}
	var least [bands * bandRows]uint64
	for i := range least {
		least[i] = ^uint64(0)
	}
	for _, h := range own.shingles {
		for i := range least {
			h = scatter(h)
			least[i] = min(least[i], h)
		}
	}
	var found *content.Control
	for band := range bands {
		key := [bandRows + 1]uint64{uint64(band)}
		copy(key[1:], least[band*bandRows:])
		other := s.first[key]
		if other == nil {
			s.first[key] = own
		} else if found == nil && common(own.shingles, other.shingles) >= alike {
			found = other.control
		}
	}
	return found
}

// scatter is the last step of the splitmix64 generator: each value has one
// image, which looks random.
func scatter(h uint64) uint64 {
	h += 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// shingles returns the hashes of all runs of words in the text.
func shingles(text string) []uint64 {
	words := strings.Fields(normalized(text))
	var all []uint64
	for i := 0; i+shingleWords <= len(words); i++ {
		h := uint64(14695981039346656037) // FNV-1a
		for _, w := range words[i : i+shingleWords] {
			for _, b := range []byte(w) {
				h = (h ^ uint64(b)) * 1099511628211
			}
			h = (h ^ ' ') * 1099511628211
		}
		all = append(all, h)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// common returns how many percent of the shingles of two texts are in both.
func common(a, b []uint64) int {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			both++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 100 * both / (len(a) + len(b) - both)
}
