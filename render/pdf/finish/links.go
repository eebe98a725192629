package finish

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

const pageDict = "<</Type /Page\n"

// findPages finds the objects of the pages, in their order.
func (t *tagger) findPages() error {
	for i := range t.objects {
		if strings.HasPrefix(t.objects[i].dict, pageDict) {
			t.pages = append(t.pages, i)
		}
	}
	if len(t.pages) != len(t.Marks) || len(t.Links) != len(t.Marks) {
		return fmt.Errorf("%d pages have the marks of %d and the links of %d", len(t.pages), len(t.Marks), len(t.Links))
	}
	return nil
}

// annotate writes the links, and tells each page about its own and how its
// marks are found.
func (t *tagger) annotate() error {
	t.links = make([][]int32, len(t.Tree.Elements))
	t.base = t.next()
	t.key = len(t.pages)
	for page, links := range t.Links {
		b := append([]byte(pageDict), "/StructParents "...)
		b = append(strconv.AppendInt(b, int64(page), 10), "/Tabs/S"...)
		if len(links) > 0 {
			b = append(b, "/Annots["...)
		}
		for i := range links {
			b = append(reference(b, t.next()), ' ')
			t.link(&links[i], page)
		}
		if len(links) > 0 {
			b = append(b, ']')
		}
		o := &t.objects[t.pages[page]]
		if strings.Contains(o.dict, "/Annots") {
			return errors.New("the library wrote links of its own")
		}
		o.dict = string(append(append(b, '\n'), o.dict[len(pageDict):]...))
	}
	return nil
}

// link writes one link.
func (t *tagger) link(l *Link, page int) {
	t.links[l.Element] = append(t.links[l.Element], int32(t.next()))
	t.linkOn = append(t.linkOn, int32(page))
	t.b = l.Box.append(append(t.b, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect"...))
	t.b = strconv.AppendInt(append(t.b, "/StructParent "...), int64(t.key), 10)
	t.key++
	t.b = text(append(t.b, "/Contents"...), l.Says)
	if l.Place != "" {
		t.b = literal(append(t.b, "/Dest"...), l.Place)
	} else {
		t.b = append(literal(append(t.b, "/A<</S/URI/URI"...), l.Address), ">>"...)
	}
	t.b = append(t.b, ">>"...)
	t.end()
}

// names writes the named places and returns their object.
func (t *tagger) names() int {
	n := t.next()
	t.b = append(t.b, "<</Names["...)
	for i := range t.Places {
		p := &t.Places[i]
		t.b = append(literal(t.b, p.Name), '[')
		t.b = number(append(reference(t.b, t.pages[p.Page]), "/XYZ 0 "...), p.Y)
		t.b = append(t.b, " null]"...)
	}
	t.b = append(t.b, "]>>"...)
	t.end()
	return n
}
