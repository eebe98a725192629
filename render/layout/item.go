package layout

import (
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// A Page is one sheet with what stands on it, in reading order; fills come
// before the text they lie under.
type Page struct {
	Width, Height int
	Items         []Item
	Links         []Link

	cover bool
}

// Kind tells what an item is.
type Kind uint8

// The kinds of items.
const (
	Text     Kind = iota // a run of text with its baseline at X, Y
	Rect                 // a filled rectangle with its top left corner at X, Y
	Rule                 // a line from X, Y over W, H
	Circle               // around X, Y with the radius W; filled, or H wide where H > 0
	Polygon              // with the corners Points; filled, or outlined where Stroke > 0
	Polyline             // through Points, Stroke wide
	Image                // the picture Name in the rectangle X, Y, W, H
	Shape                // the outline Shape, Size high, from X, Y along W, H; filled, beneath all else
	Frame                // nothing is painted: the rectangle X, Y, W, H of a figure that is drawn of marks
)

// An Item is a mark on a page.
type Item struct {
	Kind      Kind
	Face      font.Face
	Turned    bool  // text runs upward
	Furniture bool  // running header, footer and repeated heads: not the text itself
	anchor    align // how a filled slot moves the line
	Color     render.Color

	X, Y   int
	W, H   int // of Text only W, the width of the run
	Stroke int // width of a Rule, a Polyline and the outline of a Polygon

	Text  string // of Text; U+00A0 is a space that does not break
	Size  int
	Track int // added after each letter, spaces too
	Space int // added to each space

	Art *Art // of Image, Polygon, Polyline and Shape; else nil

	Node int32 // the element it belongs to; 0: decoration

	link int32 // number of a link of the composer, from 1
	slot int32 // number of a page reference to fill in, from 1
	line int32 // items of one line share it, so that a filled slot can move them
}

// Art is what a mark has that is neither text nor a rule. It stands apart,
// since a report has a hundred thousand runs of text and few pictures.
type Art struct {
	Name   string // of Image: the key of Document.Images
	Alt    string // of Image: what it shows
	Points []Point
	Dash   int           // of a Polyline or outlined Polygon: the length of its dashes and gaps; 0: unbroken
	Shape  *font.Outline // never text: nobody can search or copy it
}

// align tells which end of a line stays where it is.
type align uint8

const (
	alignLeft align = iota
	alignCenter
	alignRight
	alignJustify // to both edges, the last line to the left
)

// A Point is a corner of a polygon.
type Point struct{ X, Y int }

// A Link is an area of a page that leads somewhere.
type Link struct {
	X, Y, W, H int
	Target     string // "https://…", "mailto:…", or "#id"
	Node       int32  // the element that is the link
}
