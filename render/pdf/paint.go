package pdf

import (
	"bytes"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/render/pdf/finish"
)

// Streams returns what stands on the pages and no file around it: painted, and
// deflated. No PDF of the pages can be had for less, so benchmarks measure
// Write against it.
func Streams(res *layout.Result, fonts *font.Set) [][]byte {
	s := stream{fonts: fonts}
	streams, _ := s.paint(res, nil)
	all := make([]*[]byte, len(streams))
	for i := range streams {
		all[i] = &streams[i]
	}
	finish.Deflate(all)
	return streams
}

// paint returns the content streams of the pages, painted on all processors,
// with the element of each of its marked contents, and notes the glyphs in use.
// Each page starts from nothing, so its stream
// does not depend on which processor painted it.
func (s *stream) paint(res *layout.Result, images map[string]string) (streams [][]byte, marks [][]int32) {
	pages := res.Pages
	streams, marks = make([][]byte, len(pages)), make([][]int32, len(pages))
	var next atomic.Int64
	var wait sync.WaitGroup
	painters := make([]stream, min(runtime.GOMAXPROCS(0), len(pages)))
	for k := range painters {
		p := &painters[k]
		p.fonts, p.names, p.tree = s.fonts, s.names, res.Tree
		wait.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(pages)); i = next.Add(1) - 1 {
				streams[i] = bytes.Clone(p.page(&pages[i], images))
				marks[i] = slices.Clone(p.marks)
			}
		})
	}
	wait.Wait()
	for k := range painters {
		for f := range s.used {
			s.used[f].join(&painters[k].used[f])
		}
	}
	return streams, marks
}

// page returns the content stream of a page, valid until the next.
func (s *stream) page(p *layout.Page, images map[string]string) []byte {
	s.begin(p.Height)
	for k := range p.Items {
		if it := &p.Items[k]; it.Kind != layout.Shape && !(it.Kind == layout.Text && it.Text == "") {
			s.enter(it)
			s.item(it, images)
		}
	}
	s.leave()
	return s.end()
}
