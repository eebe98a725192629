package xlsx

import (
	"strings"

	"github.com/socdraft/socdraft/render"
	"github.com/xuri/excelize/v2"
)

// Colours of the workbook beside the theme's accent: a slate for what the
// service auditor owns, hairlines; pale fills for statuses.
const (
	ink       = "1B1F24"
	secondary = "57606A"
	hairline  = "D0D7DE"
	slate     = "4A5568"
	white     = "FFFFFF"
	alert     = "9A3412"
	paleSlate = "EDF0F4"
	faintLine = "E8ECEF" // between the marks of the matrix
)

var toneFill = map[render.Tone]string{
	render.ToneGrey: "F1F3F5", render.ToneBlue: "DDEBF7", render.ToneAmber: "FFF0CC", render.ToneGreen: "DFF0E0",
	render.ToneRed: "FBE3DA", render.ToneAccent: "DDEBF7",
}

// barFill are the tones of bars. The accent's is the theme's.
var barFill = map[render.Tone]string{
	render.ToneGrey: "AFB8C1", render.ToneBlue: "6E9EC4", render.ToneAmber: "D9A441", render.ToneGreen: "4E8F5B", render.ToneRed: alert,
}

const family = "Calibri"

// A palette is the accent and the pale fill that goes with it.
type palette struct{ accent, tint string }

func paletteOf(t *render.Theme) palette {
	hex := func(c render.Color) string { return strings.ToUpper(strings.TrimPrefix(c.Hex(), "#")) }
	return palette{hex(t.Accent()), hex(t.Accent().Tint())}
}

// isoDate is the number format of dates.
var isoDate = "yyyy-mm-dd"

// zeroDash is the number format of counts: a table of them is read by those that
// are not 0.
var zeroDash = "0;-0;\"–\""

// A role is what a cell is for.
type role uint8

const (
	bodyCell role = iota
	headCell
	turnedHead
	bandCell
	nameCell
	introCell
	letterName
	letterTitle
	letterStatus
	letterHeading
	letterLabel
	letterText
	figureNumber
	figureLabel
	boardTitle
	boardHead
	boardLabel
	boardCount
)

// A style tells one look of a cell from another.
type style struct {
	role role
	kind render.CellKind
	side render.Side
	bold bool
	link bool
	warn bool // in the colour of exceptions
	edge bool // first column of a side: a line at its left
}

// style returns the library's number of the style, which is made on first use.
func (w *writer) style(s style) (int, error) {
	if id, ok := w.styles[s]; ok {
		return id, nil
	}
	id, err := w.file.NewStyle(w.palette.look(s))
	if err != nil {
		return 0, err
	}
	w.styles[s] = id
	return id, nil
}

func (p palette) look(s style) *excelize.Style {
	switch s.role {
	case bodyCell:
		return p.body(s)
	case headCell, turnedHead:
		return p.head(s)
	case bandCell:
		fill, color := p.tint, p.accent
		if s.side == render.AuditorSide {
			fill, color = paleSlate, slate
		}
		return look(10, true, color, fill, "left", "center", false)
	}
	return p.line(s)
}

func (p palette) body(s style) *excelize.Style {
	l := look(11, s.bold, ink, "", "left", "top", true)
	switch {
	case s.link && s.kind != render.MarkCell:
		l.Font.Color = p.accent
		l.Font.Underline = "single"
	case s.warn:
		l.Font.Color = alert
	case s.kind == render.MarkCell:
		l.Font.Color = p.accent
	}
	switch s.kind {
	case render.DateCell:
		l.CustomNumFmt = &isoDate
	case render.NumberCell:
		l.Alignment.Horizontal = "right" // the indent keeps it off the next column
		l.NumFmt = 1
	case render.MarkCell:
		l.Alignment.Horizontal = "center"
		l.Alignment.Indent = 0
		l.Alignment.WrapText = false
	}
	if s.kind == render.TextCell {
		l.NumFmt = 49 // text: what is typed stays what it is
	}
	l.Border = []excelize.Border{{Type: "bottom", Color: hairline, Style: 1}}
	switch {
	case s.edge:
		l.Border = append(l.Border, excelize.Border{Type: "left", Color: hairline, Style: 2})
	case s.kind == render.MarkCell:
		l.Border = append(l.Border, excelize.Border{Type: "left", Color: faintLine, Style: 1})
	}
	return l
}

func (p palette) head(s style) *excelize.Style {
	fill := p.accent
	if s.side == render.AuditorSide {
		fill = slate
	}
	l := look(11, true, white, fill, "left", "center", true)
	if s.role == turnedHead {
		l.Alignment = &excelize.Alignment{Horizontal: "center", Vertical: "bottom", TextRotation: 90}
	}
	return l
}

// boardHead is the look of the heads of a table of counts.
func (p palette) boardHead(s style) *excelize.Style {
	horizontal := "right"
	if s.kind == render.TextCell {
		horizontal = "left"
	}
	return look(10, true, white, p.accent, horizontal, "center", true)
}

// line is the look of a line of a letter or of the intro.
func (p palette) line(s style) *excelize.Style {
	switch s.role {
	case letterName:
		return look(11, false, secondary, "", "left", "center", false)
	case letterTitle:
		return look(26, false, p.accent, "", "left", "center", false)
	case letterStatus:
		return look(11, true, alert, "", "left", "center", false)
	case letterHeading:
		l := look(13, true, p.accent, "", "left", "bottom", false)
		l.Border = []excelize.Border{{Type: "bottom", Color: p.accent, Style: 1}}
		return l
	case letterLabel:
		return look(11, true, ink, "", "left", "top", true)
	case figureNumber:
		return look(26, false, p.accent, "", "left", "bottom", false)
	case figureLabel:
		return look(10, false, secondary, "", "left", "top", false)
	case boardTitle:
		return look(13, true, p.accent, "", "left", "center", false)
	case boardHead:
		return p.boardHead(s)
	case boardLabel:
		l := look(11, false, ink, "", "left", "center", true)
		l.Border = []excelize.Border{{Type: "bottom", Color: hairline, Style: 1}}
		return l
	case boardCount:
		l := look(11, false, ink, "", "right", "center", false)
		l.Border = []excelize.Border{{Type: "bottom", Color: hairline, Style: 1}}
		l.CustomNumFmt = &zeroDash
		return l
	case nameCell:
		return look(16, false, p.accent, "", "left", "center", false)
	case introCell:
		return look(10, false, secondary, "", "left", "center", false)
	}
	return look(11, false, ink, "", "left", "top", true)
}

func look(size float64, bold bool, color, fill, horizontal, vertical string, wrap bool) *excelize.Style {
	l := &excelize.Style{
		Font:      &excelize.Font{Family: family, Size: size, Bold: bold, Color: color},
		Alignment: &excelize.Alignment{Horizontal: horizontal, Vertical: vertical, WrapText: wrap, Indent: 1},
	}
	if fill != "" {
		l.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
	}
	return l
}
