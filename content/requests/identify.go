package requests

import (
	"cmp"
	"fmt"
	"strings"
)

// An ident is what a request's id is made from: the key of what it is about,
// "" for the first control it serves, and a suffix that says what is asked. No
// part counts, so that a new policy or system changes no other id: names of
// files and comments hang on them.
type ident struct{ stem, suffix string }

// identify gives every draft its key, unique whatever the case, and its id. Only
// keys that the sources use twice are counted.
func (b *builder) identify() {
	numbers := numbersOf(b.e)
	taken := map[string]bool{}
	for _, d := range b.drafts {
		stem := d.name.stem
		if stem == "" && len(d.lines) > 0 {
			stem = d.lines[0].control.ID.Value
		}
		rest := "control"
		if d.Engagement {
			rest = "ENG"
		}
		stem = cmp.Or(ascii(stem), rest)
		id := stem + "." + d.name.suffix
		for n := 2; taken[strings.ToLower(id)]; n++ {
			id = fmt.Sprintf("%s.%s-%d", stem, d.name.suffix, n)
		}
		taken[strings.ToLower(id)] = true
		d.Key, d.ID = id, numbers.id(id)
	}
}

// ascii returns the text as names of files can hold it: letters, digits, and
// hyphens for the rest.
func ascii(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '.'
	})
	return strings.Trim(strings.Join(words, "-"), ".")
}

// maxSlug is how long the key made from words is at most.
const maxSlug = 32

// slug returns the words as a key: small letters, cut after a word.
func slug(words string) string {
	key := strings.ToLower(ascii(words))
	if len(key) <= maxSlug {
		return key
	}
	if cut := strings.LastIndexByte(key[:maxSlug+1], '-'); cut > 0 {
		return key[:cut]
	}
	return key[:maxSlug]
}
