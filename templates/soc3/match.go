package soc3

import (
	"slices"
	"strings"
	"unicode"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/public"
)

// shingleWords is how many consecutive words of a secret are too many.
const shingleWords = 8

// A hit is a place of a text that must not stand there.
type hit struct {
	rule       *diag.Rule
	start, end int            // bytes in the text
	secret     *public.Secret // whose words they are; nil for a phrase of the list
}

// textRules are the rules that repeated secrets break, by their kind.
var textRules = map[public.Kind]*diag.Rule{
	public.ControlID: LeakedControl, public.ControlText: LeakedStatement, public.TestText: LeakedTest,
}

// idHits returns the control ids in the text.
func idHits(text string, secrets []public.Secret) []hit {
	ids := map[string]*public.Secret{}
	for i, s := range secrets {
		if key := idKey(s.Text.Value); s.Kind == public.ControlID && key != "" && ids[key] == nil {
			ids[key] = &secrets[i]
		}
	}
	var hits []hit
	idsOf(text, func(id string, start, end int) {
		s := ids[id]
		if s == nil {
			s = ids[strings.ToLower(id)]
		}
		if s != nil {
			hits = append(hits, hit{LeakedControl, start, end, s})
		}
	})
	return hits
}

// idKey returns the form under which an id is looked for: in any case where it
// has a digit or a sign, as written where it is all capitals. An id that reads
// like a plain word ("backup") or number ("14") cannot be told from it and
// gives "".
func idKey(id string) string {
	letters := strings.IndexFunc(id, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
	switch {
	case strings.IndexFunc(id, unicode.IsLetter) < 0:
		return ""
	case !letters:
		return strings.ToLower(id)
	case len(id) > 1 && id == strings.ToUpper(id):
		return id
	}
	return ""
}

// phraseHits returns where phrases of the list stand. Words of a place already
// taken by a longer phrase are not taken again.
func phraseHits(words []word) []hit {
	byFirst := map[string][]int{}
	texts := make([][]word, len(phrases))
	for i, p := range phrases {
		texts[i] = wordsOf(p.text)
		byFirst[texts[i][0].text] = append(byFirst[texts[i][0].text], i)
	}
	var hits []hit
	for at := 0; at < len(words); at++ {
		for _, i := range byFirst[words[at].text] {
			n := len(texts[i])
			if stands(texts[i], words, at) && phrases[i].counts(words, at, at+n) {
				hits = append(hits, hit{phrases[i].rule, words[at].start, words[at+n-1].end, nil})
				at += n - 1
				break
			}
		}
	}
	return hits
}

// stands reports whether the wanted words stand at a place, with nothing
// between them that ends a phrase.
func stands(wanted, words []word, at int) bool {
	if at+len(wanted) > len(words) {
		return false
	}
	for i, w := range wanted {
		if got := words[at+i]; got.text != w.text || i > 0 && got.apart {
			return false
		}
	}
	return true
}

// counts reports whether the phrase means what it is listed for.
func (p phrase) counts(words []word, from, to int) bool {
	if p.alone {
		return words[from].first && (to == len(words) || words[to].first)
	}
	if from > 0 && !words[from].apart && slices.Contains(p.after, words[from-1].text) {
		return false
	}
	if to < len(words) && !words[to].apart && slices.Contains(p.before, words[to].text) {
		return false
	}
	if p.near == nil {
		return true
	}
	for i := from; i > 0 && from-i < nearby && !words[i].first; i-- {
		if slices.Contains(p.near, words[i-1].text) {
			return true
		}
	}
	return false
}
