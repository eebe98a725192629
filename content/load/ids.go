package load

import (
	"fmt"
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// A kind is what has ids, in the words of findings.
type kind string

// The kinds of things with ids.
const (
	service        kind = "service"
	commitment     kind = "commitment"
	requirement    kind = "requirement"
	component      kind = "component"
	infrastructure kind = "infrastructure"
	software       kind = "software"
	role           kind = "role"
	data           kind = "data"
	zone           kind = "zone"
	external       kind = "[[external]]"
	control        kind = "control"
	population     kind = "population"
	test           kind = "test"
	party          kind = "third party"
	csoc           kind = "CSOC"
	cuec           kind = "CUEC"
	responsibility kind = "user entity responsibility"
	incident       kind = "incident"
	change         kind = "change"
	policy         kind = "policy"
	risk           kind = "risk"
	request        kind = "request"
	openPoint      kind = "open point"

	// What stands once for something that has an id.
	response    kind = "response"
	notRelevant kind = "[[not_relevant]] entry"
)

// anchored lists the kinds that links in prose can lead to.
var anchored = []kind{control, commitment, requirement, component, incident, change, csoc, cuec, responsibility, party}

// maxID is the length of the longest id, in bytes.
const maxID = 40

// A citation is an id that something names.
type citation struct {
	owner string
	key   string
	id    content.Text
	kinds []kind
}

// ids holds what has which id, and what is cited until all files are read.
type ids struct {
	list      *diag.List
	byKind    map[kind]map[string]content.Text
	order     map[kind][]string
	citations []citation
	lost      map[kind]bool // an id of the kind, or a file that may have some, could not be read
	suggest   *suggester
}

func newIDs(list *diag.List, suggest *suggester) ids {
	return ids{list: list, suggest: suggest, byKind: map[kind]map[string]content.Text{}, order: map[kind][]string{}, lost: map[kind]bool{}}
}

// define records that something of the kind has the id. Where is its table.
func (s *ids) define(k kind, id content.Text, where diag.Span) {
	malformed, duplicate := MalformedID, DuplicateID
	if k == control {
		malformed, duplicate = InvalidControlID, InvalidControlID
	}
	switch {
	case id.Value == "":
		if k == control && !where.IsZero() {
			s.list.Add(InvalidControlID, where, "control has no id").Suggest("give it one that no other control has: id = \"AC-01\"")
		}
		s.lost[k] = true
		return
	case !wellFormed(id.Value):
		s.list.Add(malformed, id.Span, "id %q of a %s is malformed", id.Value, k).
			Suggest("an id is a letter, then letters, digits, \".\", \"_\" and \"-\", at most %d characters", maxID)
		s.lost[k] = true
	}
	for _, same := range sharing(k) {
		if first, ok := s.byKind[same][id.Value]; ok {
			s.list.Add(duplicate, id.Span, "id %q is that of two %s", id.Value, plural(k, same)).
				Note(first.Span, "first used here").
				Suggest("give one of them another id, which nobody has cited yet")
			return
		}
	}
	s.also(k, id)
}

// once records that something of the kind stands for an id that something else
// has, which it may do once.
func (s *ids) once(k kind, id content.Text) {
	if wellFormed(id.Value) {
		s.define(k, id, diag.Span{})
	}
}

// sharing returns the kinds that must not have the same ids as the kind.
func sharing(k kind) []kind {
	switch k {
	case commitment, requirement:
		return []kind{commitment, requirement}
	case component, external:
		return []kind{component, external}
	}
	return []kind{k}
}

func plural(k, other kind) string {
	if k != other {
		if k == component || k == external {
			return "components or externals"
		}
		return "commitments or requirements"
	}
	switch k {
	case party:
		return "third parties"
	case policy:
		return "policies"
	case responsibility:
		return "user entity responsibilities"
	case notRelevant:
		return "[[not_relevant]] entries"
	}
	return string(k) + "s"
}

func wellFormed(id string) bool {
	if len(id) > maxID {
		return false
	}
	for i, c := range []byte(id) {
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !letter && (i == 0 || !('0' <= c && c <= '9' || c == '.' || c == '_' || c == '-')) {
			return false
		}
	}
	return true
}

// lose records that things of the kinds may be missing.
func (s *ids) lose(kinds []kind) {
	for _, k := range kinds {
		s.lost[k] = true
	}
}

// also records that what has an id is of a narrower kind.
func (s *ids) also(k kind, id content.Text) {
	if _, ok := s.byKind[k][id.Value]; ok || id.Value == "" {
		return
	}
	if s.byKind[k] == nil {
		s.byKind[k] = map[string]content.Text{}
	}
	s.byKind[k][id.Value] = id
	s.order[k] = append(s.order[k], id.Value)
}

// cite records that a key of the owner names an id of one of the kinds.
func (s *ids) cite(owner, key string, id content.Text, kinds []kind) {
	if id.Value != "" {
		s.citations = append(s.citations, citation{owner, key, id, kinds})
	}
}

// has reports whether something of the kind has the id.
func (s *ids) has(k kind, id string) bool {
	_, ok := s.byKind[k][id]
	return ok
}

// loses reports whether things of the kind may be missing.
func (s *ids) loses(k kind) bool { return s.lost[k] || slices.Contains(parts, k) && s.lost[component] }

// resolve reports the cited ids that nothing has, except where what has them
// may stand in a file that could not be read.
func (s *ids) resolve() {
	for _, c := range s.citations {
		if slices.ContainsFunc(c.kinds, func(k kind) bool { return s.has(k, c.id.Value) || s.loses(k) }) || s.mistaken(c) {
			continue
		}
		f := s.list.Add(DanglingReference, c.id.Span, "%s names unknown %s %q", c.owner, anyOf(c.kinds, func(k kind) string { return string(k) }), c.id.Value)
		if near := s.suggest.word(c.id.Value, s.known(c.kinds)); near != "" {
			f.Suggest("%s with a similar id exists: %q", anyOf(c.kinds, kind.one), near)
		} else {
			f.Suggest("correct the id, or add %s that has it", anyOf(c.kinds, kind.one))
		}
	}
}

// known returns the ids of things of the kinds.
func (s *ids) known(kinds []kind) []string {
	var known []string
	for _, k := range kinds {
		known = append(known, s.order[k]...)
	}
	return known
}

func quote(s string) string { return fmt.Sprintf("%q", s) }
