package pdftext

import "slices"

// backwards checks the way from marks and annotations to their elements.
func (c *checker) backwards() {
	keys := map[float64]bool{}
	for _, ref := range c.order {
		s := c.pages[ref]
		if keys[s.key] {
			c.problem("page %d shares its key with another", s.number)
		}
		keys[s.key] = true
		owners, ok := c.parents[s.key].([]any)
		if !ok {
			c.problem("no way leads from page %d to its elements", s.number)
		}
		numbers := make([]int, 0, len(s.words))
		for n := range s.words {
			numbers = append(numbers, n)
		}
		slices.Sort(numbers)
		for _, n := range numbers {
			switch {
			case n < 0 || n >= len(owners):
				c.problem("the marked content %d of page %d has no element", n, s.number)
			case owners[n] != s.owner[n]:
				c.problem("the marked content %d of page %d leads to %v and belongs to %v", n, s.number, owners[n], s.owner[n])
			}
		}
		if len(owners) != len(s.words) {
			c.problem("page %d has %d marked contents and the elements of %d", s.number, len(s.words), len(owners))
		}
		for _, a := range s.links {
			c.link(s, a, keys)
		}
	}
}

// link checks an annotation.
func (c *checker) link(s *sheet, at reference, keys map[float64]bool) {
	d, err := c.dictionary(at)
	if err != nil {
		c.problem("page %d has an annotation that is no object", s.number)
		return
	}
	key, ok := d["StructParent"].(float64)
	if !ok || keys[key] {
		c.problem("the annotation %d of page %d has no key of its own", at, s.number)
		return
	}
	keys[key] = true
	owner, _ := c.parents[key].(reference)
	if owner == 0 || c.annotations[at] != owner {
		c.problem("the annotation %d of page %d leads to %d and belongs to %d", at, s.number, owner, c.annotations[at])
	} else if e, _ := c.dictionary(owner); d["Subtype"] == name("Link") && e["S"] != name("Link") {
		c.problem("the link %d of page %d is no Link but %v", at, s.number, e["S"])
	}
	if words(d["Contents"]) == "" {
		c.problem("the link %d of page %d does not say where it leads", at, s.number)
	}
	if flags, _ := d["F"].(float64); int(flags)&4 == 0 {
		c.problem("the annotation %d of page %d is not printed", at, s.number)
	}
	if place, ok := d["Dest"].(text); ok && !c.named(string(place)) {
		c.problem("the link %d of page %d leads to %q, which has no place", at, s.number, place)
	}
}

// named reports whether the document has a place of a name.
func (c *checker) named(place string) bool {
	places, _ := c.Places()
	return slices.Contains(places, place)
}

// document checks what the file says of itself.
func (c *checker) document() {
	info, _ := c.catalog["MarkInfo"].(dictionary)
	viewer, _ := c.catalog["ViewerPreferences"].(dictionary)
	for _, check := range []struct {
		holds bool
		say   string
	}{
		{info["Marked"] == operator("true"), "the file does not say that it is tagged"},
		{viewer["DisplayDocTitle"] == operator("true"), "viewers do not show the title"},
		{words(c.catalog["Lang"]) != "", "the file does not say its language"},
		{c.catalog["Metadata"] != nil, "the file has no metadata"},
		{c.catalog["OutputIntents"] != nil, "the file does not say what its colors mean"},
	} {
		if !check.holds {
			c.problem("%s", check.say)
		}
	}
}

// Places returns the names of the places that a link from outside can lead to,
// in the order in which they are written.
func (f *File) Places() ([]string, error) {
	catalog, err := f.dictionary(f.root)
	if err != nil {
		return nil, err
	}
	names, _ := catalog["Names"].(dictionary)
	dests, err := f.dictionary(names["Dests"])
	if err != nil {
		return nil, err
	}
	list, _ := dests["Names"].([]any)
	var out []string
	for i := 0; i < len(list); i += 2 {
		place, _ := list[i].(text)
		out = append(out, string(place))
	}
	return out, nil
}
