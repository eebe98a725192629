package check

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"github.com/socdraft/socdraft/content"
)

// A wordList is one of the lists under words. The first ones, as many as
// content.WordLists has, are the project's to change.
type wordList uint8

const (
	absoluteWords wordList = iota
	marketingWords
	vagueWords
	wrongTerms
	futureWords
	sampleNames
	vagueTests
	standards
	roleMailboxes
	internalHosts
	customerNames
	personalFields
	periodWords
	asOfWords
	verifiedFixes
	examinedClaims
	unpatchedWords
	honorifics
	privateKeys
	customerTerms
	clientTerms
	exceptionTerms
	deviationTerms
	secretNamed
	cues      // words of what expressions are then matched against
	wordLists // how many there are
)

// fixedLists names the lists that no project changes: what they find is never
// a matter of taste.
var fixedLists = []string{"period", "as_of", "verified_fixes", "examined_claims", "unpatched",
	"honorifics", "private_keys", "term_customer", "term_client", "term_exception", "term_deviation", "secret_names", "cues"}

//go:embed words/*.txt
var wordFiles embed.FS

// A phrase is one entry of a list. One that excepts is passed over, and so is
// any shorter phrase of its list within it.
type phrase struct {
	list    wordList
	excepts bool
	text    string // as listed; a word with a capital letter stands for itself alone, "#" is any number
	use     string // what to write instead, if the list says so
	next    int32  // the phrase with the same hash, or -1
}

// A lexicon finds phrases by the hash of their words, of the first three where
// there are more.
type lexicon struct {
	seen    [lexiconBits / 64]uint64 // bits of the hashes
	first   map[uint32]int32         // places among the phrases
	phrases []phrase
	parts   [wordLists]map[string]bool // of addresses, which are no words of a text
	untaken []untaken
}

// An untaken word is one that a project takes from a list that does not have it.
type untaken struct {
	list string
	word content.Text
}

const lexiconBits = 1 << 16

// standardLexicon has the lists of the program alone, which most projects use.
var standardLexicon = sync.OnceValue(func() *lexicon { return newLexicon(nil) })

// lexiconOf returns the lists as the project changes them.
func lexiconOf(e *content.Engagement) *lexicon {
	if len(e.Words) == 0 {
		return standardLexicon()
	}
	return newLexicon(e.Words)
}

func newLexicon(changes []content.WordChange) *lexicon {
	x := &lexicon{first: make(map[uint32]int32, 1024), phrases: make([]phrase, 0, 2048)}
	room := maxAdded
	for list, name := range slices.Concat(content.WordLists, fixedLists) {
		data, err := wordFiles.ReadFile("words/" + name + ".txt")
		if err != nil {
			panic(err) // an embedded file cannot be missing
		}
		removed := map[string]bool{} // and whether the list has the phrase
		var added, taken []content.Text
		for _, c := range changes {
			if c.List != name {
				continue
			}
			added = append(added, c.Add...)
			taken = append(taken, c.Remove...)
			for _, word := range c.Remove {
				removed[plainly(word.Value)] = false
			}
		}
		x.parts[list] = map[string]bool{}
		for line := range strings.Lines(string(data)) {
			x.line(wordList(list), line, removed)
		}
		for _, word := range taken {
			if !removed[plainly(word.Value)] {
				x.untaken = append(x.untaken, untaken{name, word})
			}
		}
		for _, word := range added {
			if len(alternatives(word.Value)) <= room {
				room -= x.line(wordList(list), word.Value, nil)
			}
		}
	}
	return x
}

// line adds what one line of a list says: a phrase with alternatives in
// braces, "!" before one that is passed over, "->" before what to write
// instead, "#" at the start of a remark.
func (x *lexicon) line(list wordList, line string, removed map[string]bool) (added int) {
	line = strings.TrimSpace(line)
	if line == "" || line[0] == '#' {
		return 0
	}
	text, use, _ := strings.Cut(line, "->")
	text, excepts := strings.CutPrefix(text, "!")
	all := alternatives(strings.TrimSpace(text))
	for _, text := range all {
		if len(removed) > 0 && !excepts {
			if _, ok := removed[plainly(text)]; ok {
				removed[plainly(text)] = true
				continue
			}
		}
		x.add(phrase{list: list, excepts: excepts, text: text, use: strings.TrimSpace(use)})
	}
	return len(all)
}

// plainly returns a phrase as it is compared with what a project takes away.
func plainly(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

func (x *lexicon) add(p phrase) {
	if p.list == roleMailboxes || p.list == internalHosts {
		x.parts[p.list][strings.ToLower(p.text)] = true
		return
	}
	var h uint32
	for words, end := 0, 0; words < keyWords; words++ {
		var start int
		if start, end = nextWord(p.text, end); start == end {
			break
		}
		h = joined(h, keyOf(p.text[start:], hashOf(p.text[start:end])))
	}
	if h == 0 {
		return
	}
	x.seen[h%lexiconBits/64] |= 1 << (h % 64)
	p.next = -1
	if same, ok := x.first[h]; ok {
		p.next = same
	}
	x.first[h] = int32(len(x.phrases))
	x.phrases = append(x.phrases, p)
}

// keyWords is how many words of a phrase its hash is of.
const keyWords = 3

// joined returns the hash of the words before, 0 where there are none, and one
// more.
func joined(before, word uint32) uint32 { return (before*hashPrime ^ word) * hashPrime }

// keyOf returns the hash of a word in phrases: all numbers are alike, since "#"
// stands for any.
func keyOf(word string, h uint32) uint32 {
	if c := word[0]; c == '#' || c >= '0' && c <= '9' {
		return hashSeed
	}
	return h
}

// at returns the place of the first phrase of a hash, or -1.
func (x *lexicon) at(h uint32) int32 {
	if x.seen[h%lexiconBits/64]>>(h%64)&1 == 0 {
		return -1
	}
	if at, ok := x.first[h]; ok {
		return at
	}
	return -1
}

// maxAdded is how many phrases a project can add: each is compared with each
// place of the text that begins like it.
const maxAdded = 1000

// alternatives returns the texts that one with braces stands for:
// "is {a,b}" is "is a" and "is b".
func alternatives(text string) []string {
	before, rest, found := strings.Cut(text, "{")
	inside, after, closed := strings.Cut(rest, "}")
	if !found || !closed {
		return []string{text}
	}
	ends := alternatives(after)
	if len(ends)*(strings.Count(inside, ",")+1) > maxAdded {
		return []string{text}
	}
	var all []string
	for one := range strings.SplitSeq(inside, ",") {
		for _, end := range ends {
			all = append(all, before+one+end)
		}
	}
	return all
}

// match returns the end of the phrase where it stands in the text with its
// first word from start up to end, or -1.
func (p *phrase) match(text string, start, end int) int {
	from, to := nextWord(p.text, 0)
	if !sameWord(p.text[from:to], text[start:end]) {
		return -1
	}
	for {
		next, after := nextWord(p.text, to)
		if next == after {
			return end
		}
		start, stop := nextWord(text, end)
		if start == stop || !parted(p.text[to:next], text[end:start]) || !sameWord(p.text[next:after], text[start:stop]) {
			return -1
		}
		to, end = after, stop
	}
}

// sameWord reports whether a word of a list stands for one of a text.
func sameWord(listed, word string) bool {
	if listed == word {
		return true
	}
	if listed == "#" {
		return word[0] >= '0' && word[0] <= '9'
	}
	return strings.EqualFold(listed, word) && listed == strings.ToLower(listed)
}

// parted reports whether what stands between two words of a text is what
// stands there in the list. For a space it may be a hyphen or nothing too.
func parted(listed, between string) bool {
	listed, between = strings.TrimSpace(listed), strings.TrimSpace(between)
	hyphen := between == "-" || between == "\u2011"
	return listed == between || hyphen && (listed == "" || listed == "-")
}
