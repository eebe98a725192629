package render

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Length is a distance on the page in thousandths of a point. In the theme
// file it is written in points: 10.25.
type Length = int

// Point is one point, a 72nd of an inch.
const Point Length = 1000

// A Theme is how documents look: one data file, no code.
type Theme struct {
	Paper struct {
		Letter, A4 [2]Points
	} `json:"paper"`
	Page    PageTheme            `json:"page"`
	Colors  map[string]Color     `json:"colors"`
	Text    map[string]TextStyle `json:"text"`
	Lengths map[string]Points    `json:"lengths"`
}

// PageTheme is the frame of a page.
type PageTheme struct {
	Left   Points `json:"left"`   // outer margins
	Right  Points `json:"right"`  //
	Top    Points `json:"top"`    // where text starts
	Bottom Points `json:"bottom"` // height below the text
	Header Points `json:"header"` // baseline of the running header, from the top
	Footer Points `json:"footer"` // baseline of the running footer, from the foot
	Column Points `json:"column"` // width of the margin column
	Gutter Points `json:"gutter"` // between margin column and measure
}

// A TextStyle is how one kind of text is set.
type TextStyle struct {
	Face    string `json:"face"` // a name of render/font
	Size    Points `json:"size"`
	Leading Points `json:"leading"`
	Color   string `json:"color"`           // a name of Colors
	Track   Points `json:"track,omitempty"` // added between letters
}

// Points is a length that the theme file gives in points.
type Points Length

// Len returns the length in thousandths of a point.
func (p Points) Len() Length { return Length(p) }

// UnmarshalJSON reads a decimal number of points exactly, without passing
// through a float.
func (p *Points) UnmarshalJSON(data []byte) error {
	text := string(data)
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	if whole == "" { // encoding/json writes nothing so
		return fmt.Errorf("length %q is no decimal number of points", text)
	}
	if len(fraction) > 3 {
		return fmt.Errorf("length %s has more than three decimals", text)
	}
	n, err := strconv.ParseInt(whole+fraction+"000"[len(fraction):], 10, 32)
	if err != nil {
		return fmt.Errorf("length %s is no decimal number of points", text)
	}
	if strings.HasPrefix(text, "-") {
		n = -n
	}
	*p = Points(n)
	return nil
}

//go:embed theme.json
var themeFile []byte

// DefaultTheme returns the theme of the reports, a new value on every call.
func DefaultTheme() *Theme {
	t, err := ParseTheme(themeFile)
	if err != nil {
		panic(fmt.Sprintf("render: theme.json: %v", err)) // a build with a broken theme
	}
	return t
}

// ParseTheme reads a theme. Unknown fields and names are errors.
func ParseTheme(data []byte) (*Theme, error) {
	t := &Theme{}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(t); err != nil {
		return nil, err
	}
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(t.Text)) { // the errors are the same every time
		style := t.Text[name]
		if _, ok := t.Colors[style.Color]; !ok {
			problems = append(problems, fmt.Errorf("text %q names unknown color %q", name, style.Color))
		}
		if style.Size <= 0 || style.Leading <= 0 {
			problems = append(problems, fmt.Errorf("text %q needs a size and a leading", name))
		}
	}
	return t, errors.Join(problems...)
}

// Size returns the width and height of a paper.
func (t *Theme) Size(p Paper) (width, height Length) {
	size := t.Paper.Letter
	if p == A4 {
		size = t.Paper.A4
	}
	return size[0].Len(), size[1].Len()
}

// Color returns a colour by its name, black where the theme has none.
func (t *Theme) Color(name string) Color { return t.Colors[name] }

// Length returns a length by its name, 0 where the theme has none.
func (t *Theme) Length(name string) Length { return t.Lengths[name].Len() }
