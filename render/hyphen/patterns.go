package hyphen

import (
	"cmp"
	"math/bits"
	"slices"
)

// A pattern is letters and the votes between them, each packed into one number
// so that preparing thousands of patterns takes few allocations.
type pattern struct {
	letters uint64 // five bits a letter, the first one highest, then zeros
	votes   votes
}

// votes holds four bits for each place of a pattern, the place before its
// first letter lowest. An odd vote is for a break, an even one against it.
type votes uint64

// A letter is 1 to 26 for a to z, and edge for either end of a word.
const (
	letterBits = 5
	lettersMax = 12 // that fit into pattern.letters
	edge       = 27
)

// letter returns the code of a lower-case letter or of the dot that stands for
// an end of the word in a pattern.
func letter(c byte) uint64 {
	if c == '.' {
		return edge
	}
	return uint64(c-'a') + 1
}

// at returns the pattern's letter at depth, 0 past the last.
func (p pattern) at(depth int) uint64 {
	return p.letters << (letterBits * depth) >> (64 - letterBits)
}

// parsePattern reads a pattern as the file writes it: "1na", ".ach4".
func parsePattern(s []byte) (p pattern, ok bool) {
	n := 0
	for _, c := range s {
		switch {
		case '0' <= c && c <= '9':
			p.votes |= votes(c-'0') << (4 * n)
		case n < lettersMax && (c == '.' || 'a' <= c && c <= 'z'):
			n++
			p.letters |= letter(c) << (64 - letterBits*n)
		default:
			return pattern{}, false
		}
	}
	return p, n > 0
}

// A trie finds all patterns that start at a place in a word.
type trie []node

// A node's children lie side by side in the order of their letters, so that a
// set of letters and the first child's index tell where each is.
type node struct {
	letters uint32
	first   uint32
	votes   votes // of the pattern that ends here
}

// newTrie builds the trie of the patterns, which it sorts.
func newTrie(patterns []pattern) trie {
	slices.SortFunc(patterns, func(a, b pattern) int { return cmp.Compare(a.letters, b.letters) })
	// span is the patterns that a node of t leads to.
	type span struct{ from, to, depth int }
	size := 2 * len(patterns)
	t := append(make(trie, 0, size), node{})
	spans := append(make([]span, 0, size), span{0, len(patterns), 0})
	for i := 0; i < len(t); i++ {
		s := spans[i]
		t[i].first = uint32(len(t))
		for s.from < s.to {
			l := patterns[s.from].at(s.depth)
			if l == 0 {
				t[i].votes = patterns[s.from].votes
				s.from++
				continue
			}
			end := s.from + 1
			for end < s.to && patterns[end].at(s.depth) == l {
				end++
			}
			t[i].letters |= 1 << l
			t = append(t, node{})
			spans = append(spans, span{s.from, end, s.depth + 1})
			s.from = end
		}
	}
	return t
}

// child returns the node that the letter leads to from the node at.
func (t trie) child(at uint32, letter uint8) (uint32, bool) {
	bit := uint32(1) << letter
	if t[at].letters&bit == 0 {
		return 0, false
	}
	return t[at].first + uint32(bits.OnesCount32(t[at].letters&(bit-1))), true
}

// places returns where the patterns break a word of lower-case letters.
func (t trie) places(word []byte) places {
	// The word stands between two edges here, so that the place before its
	// letter i is i+1.
	var codes [wordMax + 2]uint8
	n := len(word) + 2
	codes[0], codes[n-1] = edge, edge
	for i, c := range word {
		codes[i+1] = uint8(letter(c))
	}
	var won [wordMax + 2 + lettersMax]uint8
	for from := range n {
		at := uint32(0)
		for _, c := range codes[from:n] {
			next, ok := t.child(at, c)
			if !ok {
				break
			}
			at = next
			t[at].votes.count(won[from:])
		}
	}
	var found places
	for i := range word {
		if won[i+1]&1 != 0 {
			found = found.with(i)
		}
	}
	return found
}

// count raises each place's highest vote to the pattern's, from its first
// place on.
func (v votes) count(won []uint8) {
	for i := 0; v != 0; i, v = i+1, v>>4 {
		won[i] = max(won[i], uint8(v&15))
	}
}
