package soc3

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word of a text as the guard compares it: lower case, without apostrophes,
// marks of direction and soft hyphens.
type word struct {
	text       string
	start, end int  // bytes in the text
	first      bool // of its line
	apart      bool // more than space, a hyphen or a quotation mark stands before it
}

// wordsOf returns the words of a text. Letters and digits make words; all else
// stands between them.
func wordsOf(text string) []word {
	var words []word
	var b strings.Builder
	next := word{first: true, apart: true}
	flush := func(end int) {
		if b.Len() == 0 {
			return
		}
		next.text, next.end = b.String(), end
		words = append(words, next)
		b.Reset()
		next = word{}
	}
	end := 0 // of the last letter
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r):
			if b.Len() == 0 {
				next.start = i
			}
			b.WriteRune(unicode.ToLower(r))
			end = i + utf8.RuneLen(r)
		case ignored(r):
		case apostrophe(r) && b.Len() > 0 && letterAt(text, i+utf8.RuneLen(r)):
		default:
			flush(end)
			if r == '\n' {
				next.first, next.apart = true, true
			}
			next.apart = next.apart || !joining(r)
		}
	}
	flush(end)
	return words
}

// ignored reports whether readers see nothing of the character within a word.
func ignored(r rune) bool { return unicode.Is(unicode.Cf, r) }

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// joining reports whether words on both sides of the character still read as
// one phrase: "type-2", “strictly” confidential.
func joining(r rune) bool {
	return unicode.IsSpace(r) || hyphen(r) || apostrophe(r) || strings.ContainsRune("\"“”„‘«»®™*_", r)
}

func hyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '‒' }

func letterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// maxID is how long an id can be, in bytes.
const maxID = 40

// idsOf calls visit for everything in the text that could be an id: each run of
// the characters of ids, and each part of it that hyphens set off, so that
// "pre-AC-01" holds "AC-01" while "AC-010" does not.
func idsOf(text string, visit func(id string, start, end int)) {
	run := func(id []byte, at []int) {
		id = bytes.TrimRight(id, ".-")
		for i := range id {
			if id[i] == '-' || id[i] == '.' || i > 0 && id[i-1] != '-' {
				continue
			}
			for j := i + 1; j <= min(len(id), i+maxID); j++ {
				if j == len(id) || id[j] == '-' {
					visit(string(id[i:j]), at[i], at[j-1]+1)
				}
			}
		}
	}
	var id []byte
	var at []int
	for i, r := range text {
		switch {
		case r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == '_'):
			id, at = append(id, byte(r)), append(at, i)
		case hyphen(r):
			id, at = append(id, '-'), append(at, i)
		case ignored(r):
		default:
			run(id, at)
			id, at = id[:0], at[:0]
		}
	}
	run(id, at)
}
