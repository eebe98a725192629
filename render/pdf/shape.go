package pdf

import (
	"strconv"

	"github.com/go-pdf/fpdf"

	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
)

// A shapeKey tells shapes apart that are painted in one place of pages of one
// size, and so are written once.
type shapeKey struct {
	shape                             *font.Outline
	size, x, y, along, up, wide, high int
}

func keyOf(p *layout.Page, it *layout.Item) shapeKey {
	return shapeKey{it.Art.Shape, it.Size, it.X, it.Y, it.W, it.H, p.Width, p.Height}
}

// registerShapes makes a template of each shape, the library's one way to write
// something once for many pages. Images come later: a template lists those it
// finds, in any order.
func (w *writer) registerShapes(res *layout.Result) {
	for i := range res.Pages {
		p := &res.Pages[i]
		for k := range p.Items {
			it := &p.Items[k]
			if it.Kind != layout.Shape || w.shapes[keyOf(p, it)] != nil {
				continue
			}
			w.stream.begin(p.Height)
			w.stream.shape(it)
			size := fpdf.SizeType{Wd: pt(p.Width), Ht: pt(p.Height)}
			w.shapes[keyOf(p, it)] = w.pdf.CreateTemplateCustom(fpdf.PointType{}, size, func(t *fpdf.Tpl) { t.RawWriteStr(string(w.stream.end())) })
		}
	}
}

// paintShapes paints the shapes of a page, which lie beneath all else.
func (w *writer) paintShapes(p *layout.Page) {
	for i := range p.Items {
		it := &p.Items[i]
		if it.Kind != layout.Shape {
			continue
		}
		w.pdf.RawWriteStr("/Artifact<</Type/Pagination>>BDC\n")
		w.pdf.UseTemplate(w.shapes[keyOf(p, it)])
		w.pdf.RawWriteStr("EMC\n")
	}
}

// shape fills an outline. Its points stay in thousandths of an em, and a matrix
// puts them in their place.
func (s *stream) shape(it *layout.Item) {
	s.op("q")
	s.rgb(it.Color)
	s.op("rg")
	along, up := it.Size*it.W/1000, it.Size*it.H/1000
	s.nums(along/1000, up/1000, -up/1000, along/1000, it.X, s.height-it.Y)
	s.op("cm")
	for _, seg := range it.Art.Shape.Segments {
		switch seg.Op {
		case font.MoveTo:
			s.points(seg.To)
			s.op("m")
		case font.LineTo:
			s.points(seg.To)
			s.op("l")
		case font.CurveTo:
			s.points(seg.From, seg.Into, seg.To)
			s.op("c")
		}
	}
	s.op("f Q")
}

func (s *stream) points(list ...font.Point) {
	for _, p := range list {
		s.b = append(strconv.AppendInt(s.b, int64(p.X), 10), ' ')
		s.b = append(strconv.AppendInt(s.b, int64(p.Y), 10), ' ')
	}
}
