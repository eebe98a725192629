// Package font holds the typefaces of the reports and what layout must know of
// them: which runes they have, how wide each is, and how tightly two of them
// stand together.
//
// The files are the publishers' own, unmodified, with their licences beside
// them. The reader is ours, so that layout needs no PDF library and a bad font
// is an error instead of a panic.
package font

import (
	"embed"
	"fmt"
	"sync"
)

// A Face is one of the typefaces of the reports.
type Face uint8

// The faces, in the order of the fonts of a Set.
const (
	Regular Face = iota
	Semibold
	Italic
	SemiboldItalic
	Mono
	Faces // how many there are
)

// String returns the face's name as the theme file writes it.
func (f Face) String() string {
	if f >= Faces {
		return "unknown"
	}
	return [...]string{"regular", "semibold", "italic", "semibold-italic", "mono"}[f]
}

// A Set is one font for each face.
type Set struct {
	fonts [Faces]*Font
}

// NewSet returns the set of the given fonts, in the order of the faces.
func NewSet(fonts [Faces]*Font) *Set { return &Set{fonts} }

// Font returns the font of a face.
func (s *Set) Font(f Face) *Font { return s.fonts[f] }

// Substitute is painted for a rune that no font has: the white square, since
// the faces lack U+FFFD.
const Substitute = '□'

// Find returns the face that has the rune: the wanted one, else the first that
// has it in the order of the faces.
func (s *Set) Find(want Face, r rune) (Face, bool) {
	if s.fonts[want].Has(r) {
		return want, true
	}
	for f := range Faces {
		if s.fonts[f].Has(r) {
			return f, true
		}
	}
	return want, false
}

//go:embed *.ttf
var files embed.FS

// The file of each face.
var names = [Faces]string{
	Regular:        "SourceSans3-Regular.ttf",
	Semibold:       "SourceSans3-Semibold.ttf",
	Italic:         "SourceSans3-It.ttf",
	SemiboldItalic: "SourceSans3-SemiboldIt.ttf",
	Mono:           "LiberationMono-Regular.ttf",
}

// Embedded returns the fonts of the reports. They are read once.
func Embedded() *Set { return embedded() }

var embedded = sync.OnceValue(func() *Set {
	s := &Set{}
	var wait sync.WaitGroup
	for face, name := range names {
		wait.Go(func() {
			data, err := files.ReadFile(name)
			if err == nil {
				s.fonts[face], err = Parse(name[:len(name)-len(".ttf")], data)
			}
			if err != nil {
				panic(fmt.Sprintf("font: embedded file %s: %v", name, err)) // a build without its fonts
			}
		})
	}
	wait.Wait()
	return s
})

// Fixed returns a set in which every rune of the basic plane is width
// thousandths of an em wide, for tests that must not depend on a typeface.
func Fixed(width int) *Set {
	f := &Font{Name: "fixed", Ascent: 800, Descent: -200, CapHeight: 700, XHeight: 500}
	f.advance = make([]uint16, planeSize)
	for r := range f.advance {
		f.advance[r] = uint16(width)
	}
	return NewSet([Faces]*Font{f, f, f, f, f})
}
