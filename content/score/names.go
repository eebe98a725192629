package score

import (
	"slices"
	"strings"
	"unicode"

	"github.com/socdraft/socdraft/content/coverage"
)

// The kinds of names.
const (
	anInfrastructure = "infrastructure"
	aSoftware        = "software"
	aRole            = "role"
	someData         = "data"
	aParty           = "provider"
	aPlace           = "place"
	aService         = "service"
)

// ofParts says which names a part about a component must have; the others may
// have any.
var ofParts = map[string][]string{
	"infrastructure": {anInfrastructure, aParty, aPlace},
	"software":       {aSoftware, aParty},
	"people":         {aRole},
	"data":           {someData},
}

// A vocabulary is the names that the typed sources give to things of the
// system.
type vocabulary struct {
	names    []knownName
	has      map[string]bool
	controls map[string]bool // ids
}

// A knownName is a name as the words that say it.
type knownName struct {
	kind  string
	words []string
}

func (v *view) vocabulary() *vocabulary {
	n := &vocabulary{has: map[string]bool{}, controls: map[string]bool{}}
	for _, c := range v.Components.All() {
		n.add(c.Kind, c.Name.Value)
		for place := range strings.FieldsFuncSeq(c.Location.Value, func(r rune) bool { return r == ',' || r == ';' }) {
			n.add(aPlace, place)
		}
	}
	for _, p := range v.Parties {
		n.add(aParty, p.Name.Value)
	}
	for _, s := range v.Services {
		n.add(aService, s.Name.Value)
	}
	for _, c := range v.Controls {
		n.controls[c.ID.Value] = true
		n.add(aRole, c.OwnerRole.Value)
		n.add(aRole, c.PerformerRole.Value)
	}
	return n
}

func (n *vocabulary) add(kind, name string) {
	words := significant(name)
	key := kind + " " + strings.Join(words, " ")
	if !coverage.Written(name) || anybodys(words) || n.has[key] {
		return
	}
	n.has[key] = true
	n.names = append(n.names, knownName{kind, words})
}

// count returns how many of the names of some kinds, of all where there are
// none, a text has, and how many controls it cites.
func (n *vocabulary) count(text string, kinds []string) int {
	said := map[string]bool{}
	for _, w := range significant(text) {
		said[w] = true
	}
	count := n.cited(text)
	for _, name := range n.names {
		if (len(kinds) == 0 || slices.Contains(kinds, name.kind)) && all(said, name.words) {
			count++
		}
	}
	return count
}

// cited returns how many controls a text cites.
func (n *vocabulary) cited(text string) int {
	ids := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		if id := strings.Trim(w, ".,;:()[]"); n.controls[id] {
			ids[id] = true
		}
	}
	return len(ids)
}

func all(said map[string]bool, words []string) bool {
	for _, w := range words {
		if !said[w] {
			return false
		}
	}
	return true
}

// formWords are part of names in contracts and left out in prose.
var formWords = map[string]bool{"inc": true, "llc": true, "ltd": true, "llp": true, "corp": true, "the": true, "and": true, "with": true}

// ordinary are words that alone make the name of nothing in particular: any
// company has a security team and a production database.
var ordinary = wordSet(`access account administrator analyst application audit backup board business cloud code company computer
	configuration contractor corporate customer data database department developer development device director employee engineer
	engineering environment executive firewall home hosting human information infrastructure internal laptop log management manager
	member network object office owner people person personnel platform privacy product production record repository resource security server
	service site software staff staging storage support system team test tool user vendor web workstation`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// anybodys reports whether a name of these words could be any company's.
func anybodys(words []string) bool {
	for _, w := range words {
		if !ordinary[w] {
			return false
		}
	}
	return true
}

// significant returns the words of a text that tell names apart, in small
// letters and without the s of a plural.
func significant(text string) []string {
	var words []string
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) > 2 && !formWords[w] {
			words = append(words, strings.TrimSuffix(w, "s"))
		}
	}
	return words
}

// alternatives joins the kinds of names that would do: "software or provider".
func alternatives(kinds []string) string {
	if len(kinds) == 0 {
		kinds = []string{"system", aParty, aPlace, aRole}
	}
	last := len(kinds) - 1
	if last == 0 {
		return kinds[0]
	}
	return strings.Join(kinds[:last], ", ") + " or " + kinds[last]
}
