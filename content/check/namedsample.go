package check

import (
	"strings"
	"unicode"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var namedSample = Check{
	Rule: diag.SameInBoth("S2-191", "named-sample", diag.Warning, "the items of a sample are named after persons"),
	run: func(p *project) {
		for _, d := range p.RequestList.Draws {
			var first content.Text
			n := 0
			for _, item := range d.Items {
				if !personLike(item.Key.Value) || p.namesComponent(item.Key.Value) {
					continue
				}
				if n++; n == 1 {
					first = item.Key
				}
			}
			if n == 0 {
				continue
			}
			f := p.add(first.Span, "item %q of the draw for request %q reads like a person", first.Value, d.Request.Value)
			if n > 1 {
				f.Note(first.Span, "%d of %d items of the draw do", n, len(d.Items))
			}
			f.Suggest("draw with pseudonyms, or make a number the first column of the population: the list travels by e-mail")
		}
	},
}

// personLike reports whether the key of an item is an e-mail address, or two or
// three words written like a name.
func personLike(key string) bool {
	if address.MatchString(key) {
		return true
	}
	words := strings.FieldsFunc(key, func(r rune) bool { return r == ' ' || r == ',' || r == '\u00a0' })
	if len(words) < 2 || len(words) > 3 {
		return false
	}
	for _, w := range words {
		if !nameLike(w) {
			return false
		}
	}
	return true
}

// nameLike reports whether a word is written like a name: a capital, then
// small letters, with a hyphen or an apostrophe at most; or an initial.
func nameLike(word string) bool {
	if initial := strings.TrimSuffix(word, "."); len(initial) == 1 && initial != word {
		return unicode.IsUpper(rune(initial[0]))
	}
	small := false
	for i, r := range word {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return false
		case unicode.IsLower(r):
			small = true
		case !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’':
			return false
		}
	}
	return small
}

// namesComponent reports whether a text is the name of a part of the system.
func (p *project) namesComponent(text string) bool {
	for _, c := range p.Components.All() {
		if strings.EqualFold(c.Name.Value, text) {
			return true
		}
	}
	return false
}
