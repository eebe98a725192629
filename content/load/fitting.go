package load

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// MistakenReference stands apart from DanglingReference: what it names is
// there, and a figure drawn from it would be wrong without a sign.
var MistakenReference = diag.SameInBoth("LD-048", "mistaken-reference", diag.Error, "an id is cited of something that does not fit there")

// parts lists the kinds of components, which share their ids.
var parts = []kind{infrastructure, software, role, data}

// mistakable lists the kinds that authors take for each other, those of
// components before what is also one.
var mistakable = append(slices.Clone(parts), zone, external, party)

// one names a thing of the kind, as in "X is a role".
func (k kind) one() string {
	switch k {
	case infrastructure, software, data:
		return string(k)
	case external:
		return "an " + string(k)
	}
	return "a " + string(k)
}

// anyOf names things that may stand in the same place.
func anyOf(kinds []kind, name func(kind) string) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = name(k)
	}
	if last := len(words) - 1; last > 0 {
		return strings.Join(words[:last], ", ") + " or " + words[last]
	}
	return words[0]
}

// mistaken reports a cited id of something that is there and does not fit. It
// returns false where nothing has the id.
func (s *ids) mistaken(c citation) bool {
	at := slices.IndexFunc(mistakable, func(k kind) bool { return s.has(k, c.id.Value) })
	if at < 0 {
		return false
	}
	is := mistakable[at]
	f := s.list.Add(MistakenReference, c.id.Span, "%q is %s; %s takes %s", c.id.Value, is.one(), c.key, anyOf(c.kinds, kind.one)).
		Note(s.byKind[is][c.id.Value].Span, "it is given here")
	known := s.known(c.kinds)
	switch near := s.suggest.word(c.id.Value, known); {
	case is == zone && slices.Contains(c.kinds, component):
		f.Suggest("name what stands in it")
	case near != "":
		f.Suggest("%s with a similar id exists: %q", anyOf(c.kinds, kind.one), near)
	case len(known) > 0 && len(known) <= maxListed:
		f.Suggest("the ids that fit: %s", strings.Join(known, ", "))
	default:
		f.Suggest("name one that fits, or take the key away")
	}
	return true
}

// maxListed is how many ids a finding lists.
const maxListed = 8
