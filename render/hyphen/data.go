package hyphen

import (
	"bytes"
	_ "embed"
	"fmt"
	"iter"
	"sync"
)

//go:embed hyph-en-us.tex
var patternFile []byte

//go:embed exceptions.txt
var exceptionFile []byte

// A language is what is known of breaking its words.
type language struct {
	patterns   trie
	exceptions map[string]places
}

// english returns US English, prepared on first use.
var english = sync.OnceValue(func() *language {
	l, err := newLanguage(patternFile, exceptionFile)
	if err != nil {
		panic("hyphen: embedded data: " + err.Error())
	}
	return l
})

// newLanguage reads a TeX pattern file, then a list of exceptions, which
// outdo those of the pattern file.
func newLanguage(tex, extra []byte) (*language, error) {
	patterns := make([]pattern, 0, len(tex)/6)
	l := &language{exceptions: make(map[string]places)}
	var group string
	for w := range words(tex) {
		switch {
		case w[0] == '\\':
			group = string(w)
		case w[0] == '}':
			group = ""
		case group == `\patterns{`:
			p, ok := parsePattern(w)
			if !ok {
				return nil, fmt.Errorf("bad pattern %q", w)
			}
			patterns = append(patterns, p)
		case group == `\hyphenation{`:
			l.except(w)
		}
	}
	for w := range words(extra) {
		l.except(w)
	}
	l.patterns = newTrie(patterns)
	return l, nil
}

// except adds an exception: a word with all its breaks, "ta-ble".
func (l *language) except(marked []byte) {
	var whole []byte
	var at places
	for _, c := range marked {
		if c == '-' {
			at = at.with(len(whole))
			continue
		}
		whole = append(whole, c)
	}
	l.exceptions[string(whole)] = at
}

// words yields the words of a text in the syntax of TeX, where a percent sign
// hides the rest of its line.
func words(text []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for line := range bytes.Lines(text) {
			line, _, _ = bytes.Cut(line, []byte{'%'})
			for w := range bytes.FieldsSeq(line) {
				if !yield(w) {
					return
				}
			}
		}
	}
}
