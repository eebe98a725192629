package check

import (
	"io/fs"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content"
	ours "github.com/socdraft/socdraft/examples"
)

// copiedWords is how many words in a row nobody writes twice by chance.
const copiedWords = 12

// A run of copiedWords words has, at one of every gramEvery places, gramWords
// words in a row: it is enough to keep those of the examples.
const (
	gramWords = 8
	gramEvery = copiedWords - gramWords + 1
)

// runs are the words of the examples, in their order, as hashes.
type runs struct {
	words  []uint32
	seen   [gramBits / 64]uint64 // bits of the hashes of grams
	last   [gramSlots]int32      // for each slot of hashes, the last place of a gram, counted from 1; 0 is none
	before []int32               // for each gram, the place before it in its slot
}

const (
	gramBits  = 1 << 18
	gramSlots = 1 << 15
)

// gramPrime and gramLast make the rolling hash of a gram: the hash of a word is
// multiplied once for each word after it.
const gramPrime uint64 = 0x9E3779B97F4A7C15

var gramLast = func() uint64 {
	power := uint64(1)
	for range gramWords {
		power *= gramPrime
	}
	return power
}()

// examplesFor returns the words of the examples, nil for a project of one of
// their organizations.
func examplesFor(e *content.Engagement) *runs {
	name := strings.TrimSpace(e.Organization.Name.Value)
	for _, own := range exampleNames() {
		if name == "" || strings.EqualFold(name, own) {
			return nil
		}
	}
	return exampleRuns()
}

// exampleNames returns the names of the organizations of the examples.
var exampleNames = sync.OnceValue(func() []string {
	files, err := fs.Glob(ours.Sources, "*/socdraft.toml")
	if err != nil {
		panic(err) // the pattern is well formed
	}
	var names []string
	for _, file := range files {
		_, rest, _ := strings.Cut(exampleText(file), "[organization]")
		_, rest, _ = strings.Cut(rest, `name = "`)
		if name, _, _ := strings.Cut(rest, `"`); !placeholder.MatchString(name) { // the skeleton's organization has none yet
			names = append(names, name)
		}
	}
	return names
})

func exampleText(file string) string {
	data, err := ours.Sources.ReadFile(file)
	if err != nil {
		panic(err) // an embedded file cannot be missing
	}
	return string(data)
}

// exampleRuns reads the examples, once and only where it is needed.
var exampleRuns = sync.OnceValue(newExampleRuns)

func newExampleRuns() *runs {
	x := &runs{words: make([]uint32, 0, 80_000), before: make([]int32, 0, 16_000)}
	err := fs.WalkDir(ours.Sources, ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			x.addSource(exampleText(path))
			x.words = append(x.words, 0)
		}
		return err
	})
	if err != nil {
		panic(err) // embedded folders can be read
	}
	for at := 0; at+gramWords <= len(x.words); at += gramEvery {
		h := gramAt(x.words[at:])
		x.seen[h>>32%gramBits/64] |= 1 << (h >> 32 % 64)
		slot := &x.last[h>>40%gramSlots]
		x.before = append(x.before, *slot)
		*slot = int32(at) + 1
	}
	return x
}

func gramAt(words []uint32) uint64 {
	h := uint64(0)
	for _, w := range words[:gramWords] {
		h = h*gramPrime + uint64(w)
	}
	return h
}

// addSource adds the words of a TOML or Markdown file as a reader sees them:
// without the targets of links, and with a gap where a variable stands.
func (x *runs) addSource(text string) {
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == ']' && strings.HasPrefix(text[i:], "]("):
			i += max(strings.IndexByte(text[i:], ')'), 1)
		case c == '{' && strings.HasPrefix(text[i:], "{{"):
			i += max(strings.Index(text[i:], "}}"), 1)
			x.words = append(x.words, 0)
		case folded[c] == 0 && c < utf8.RuneSelf:
			i++
		default:
			i = x.addWord(text, i)
		}
	}
}

// addWord adds the word at the offset if it is of letters, and returns where it
// ends.
func (x *runs) addWord(text string, at int) int {
	h, letters, i := hashSeed, byte(letterBit), at
	for i < len(text) && folded[text[i]] != 0 {
		h = (h ^ uint32(folded[text[i]])) * hashPrime
		letters &= folded[text[i]]
		i++
	}
	if i < len(text) && text[i] >= utf8.RuneSelf {
		if i = wordEnd(text, at); i == at {
			_, n := utf8.DecodeRuneInString(text[i:])
			return i + n
		}
		h = hashOf(text[at:i])
	}
	if letters != 0 {
		x.words = append(x.words, h)
	}
	return i
}

// A trail is the words of a passage that are of letters: numbers are what
// somebody who copies a sentence changes.
type trail struct {
	words  []uint32
	places [][2]int32
}

func (t *trail) add(h uint32, start, end int) {
	t.words = append(t.words, h)
	t.places = append(t.places, [2]int32{int32(start), int32(end)})
}

// follow records the runs of words in the passage that the examples have, and
// forgets its words.
func (r *reading) follow() {
	t, x := &r.trail, r.examples
	h := uint64(0)
	for i := 0; i < len(t.words); i++ {
		h = h*gramPrime + uint64(t.words[i])
		if i >= gramWords {
			h -= uint64(t.words[i-gramWords]) * gramLast
		}
		if i < gramWords-1 || x.seen[h>>32%gramBits/64]>>(h>>32%64)&1 == 0 {
			continue
		}
		for at := x.last[h>>40%gramSlots] - 1; at >= 0; at = x.before[at/gramEvery] - 1 {
			if from, to := extent(t.words, i-gramWords+1, x.words, int(at)); to-from >= copiedWords {
				r.copy(int(t.places[from][0]), int(t.places[to-1][1]))
			}
		}
	}
	t.words, t.places = t.words[:0], t.places[:0]
}

// copy records a run of the passage, joined to the one before where they touch.
func (r *reading) copy(start, end int) {
	if n := len(r.copied); n > 0 && r.copied[n-1].passage == r.passage && start <= r.copied[n-1].end {
		r.copied[n-1].start = min(start, r.copied[n-1].start)
		r.copied[n-1].end = max(end, r.copied[n-1].end)
		return
	}
	r.copied = append(r.copied, hit{passage: r.passage, start: start, end: end})
}

// extent returns the run of words of a around i that b has around k.
func extent(a []uint32, i int, b []uint32, k int) (from, to int) {
	back := 0
	for back < i && back < k && a[i-back-1] == b[k-back-1] && a[i-back-1] != 0 {
		back++
	}
	on := 0
	for i+on < len(a) && k+on < len(b) && a[i+on] == b[k+on] && a[i+on] != 0 {
		on++
	}
	return i - back, i + on
}
