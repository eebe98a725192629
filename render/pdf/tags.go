package pdf

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/render/pdf/finish"
)

// tags returns what the library does not write.
func (w *writer) tags(res *layout.Result, marks [][]int32) *finish.Tags {
	t := &finish.Tags{
		Tree: res.Tree, Front: res.Front, Marks: marks, Links: make([][]finish.Link, len(res.Pages)), Boxes: make(map[int32]finish.Box),
		Title: basic(w.doc.Title), Date: dateOf(w.doc).Format(time.RFC3339),
	}
	for _, a := range w.doc.Attachments {
		t.Attached = append(t.Attached, finish.Attachment(a))
	}
	titles := make(map[string]string)
	for _, h := range res.Headings {
		if h.ID != "" && titles[h.ID] == "" {
			titles[h.ID] = basic(h.Text)
		}
	}
	for i := range res.Pages {
		p := &res.Pages[i]
		for k := range p.Links {
			t.Links[i] = append(t.Links[i], linkOf(p, &p.Links[k], res, titles))
		}
		for k := range p.Items {
			if it := &p.Items[k]; (it.Kind == layout.Image || it.Kind == layout.Frame) && it.Node > 0 {
				t.Boxes[it.Node] = boxOf(p, it.X, it.Y, it.W, it.H)
			}
		}
	}
	for id := range res.Anchors {
		place, _ := res.Place(id)
		height := res.Pages[place.Page-1].Height
		t.Places = append(t.Places, finish.Place{Name: id, Page: place.Page - 1, Y: height - max(place.Y-lead, 0)})
	}
	slices.SortFunc(t.Places, func(a, b finish.Place) int { return cmp.Compare(a.Name, b.Name) })
	return t
}

func boxOf(p *layout.Page, x, y, w, h int) finish.Box {
	return finish.Box{Left: x, Bottom: p.Height - y - h, Right: x + w, Top: p.Height - y}
}

// linkOf returns a link with words for where it leads, which a reader who does
// not see the text around it hears.
func linkOf(p *layout.Page, l *layout.Link, res *layout.Result, titles map[string]string) finish.Link {
	out := finish.Link{Box: boxOf(p, l.X, l.Y, l.W, l.H), Element: l.Node}
	id, internal := strings.CutPrefix(l.Target, "#")
	if !internal {
		out.Address = ascii(l.Target)
		out.Says = out.Address
		return out
	}
	out.Place = id
	if out.Says = titles[id]; out.Says == "" {
		out.Says = "Page " + res.Number(res.Anchors[id])
	}
	return out
}
