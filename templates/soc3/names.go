package soc3

import "github.com/socdraft/socdraft/content/public"

// Names are phrases that every report says and that are no secret where a
// control or a test says them too, by their first word: "throughout the period
// July 1, 2025 to June 30, 2026" alone is more than eight words.
type names map[string][][]word

// openNames returns the names among the public facts.
func openNames(f *public.Facts) names {
	n := names{}
	n.add(f.Organization.Value)
	n.add(f.System.Value)
	n.add(f.Criteria)
	n.add(join(f.Categories))
	if p := f.Period; p.Words != "" {
		n.add("throughout the period " + p.Words)
		n.add("the period " + p.Words)
		n.add(p.Words)
		n.add(p.Start.Long())
		n.add(p.End.Long())
	}
	for _, s := range f.Services {
		n.add(s.Name.Value)
	}
	for _, s := range f.Subservice {
		n.add(s.Name.Value)
	}
	for _, c := range f.Components {
		n.add(c.Name.Value)
	}
	return n
}

// add records a name of two words or more.
func (n names) add(name string) {
	if words := wordsOf(name); len(words) > 1 {
		n[words[0].text] = append(n[words[0].text], words)
	}
}

// in reports for each word whether it belongs to a name.
func (n names) in(words []word) []bool {
	belongs := make([]bool, len(words))
	for at := range words {
		for _, name := range n[words[at].text] {
			if same(name, words, at) {
				for i := range name {
					belongs[at+i] = true
				}
			}
		}
	}
	return belongs
}

// same reports whether the wanted words stand at a place, whatever is between
// them.
func same(wanted, words []word, at int) bool {
	if at+len(wanted) > len(words) {
		return false
	}
	for i, w := range wanted {
		if words[at+i].text != w.text {
			return false
		}
	}
	return true
}
