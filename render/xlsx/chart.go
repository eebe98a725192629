package xlsx

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/render"
	"github.com/xuri/excelize/v2"
)

// chart draws the columns of the table beside it.
func (w *writer) chart(s *render.Sheet, t render.CountTable, top, columns int) error {
	if len(t.Rows) == 0 {
		return nil
	}
	gap, overlap, no := uint(45), 100, false
	chart := &excelize.Chart{
		Type:      excelize.BarStacked,
		Format:    excelize.GraphicOptions{AltText: t.Chart.Alt, Name: t.Chart.Title, Positioning: "oneCell"},
		Dimension: excelize.ChartDimension{Width: uint(pixels(roomWidth) * roomColumns), Height: chartHeight(t)},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: t.Chart.Title, Font: &excelize.Font{Family: family, Size: 12, Bold: true, Color: ink}}}},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &excelize.Font{Family: family, Size: 10, Color: ink}},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: excelize.Font{Family: family, Size: 10, Color: ink}},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, Font: excelize.Font{Family: family, Size: 10, Color: secondary}, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}},
		Border:    excelize.LineOptions{Type: excelize.LineNone},
		GapWidth:  &gap, Overlap: &overlap, VaryColors: &no,
	}
	caches := []string{}
	remember := func(ref, cache string) string {
		caches = append(caches, "<f>"+escapes.Replace(ref)+"</f>", "<f>"+escapes.Replace(ref)+"</f>"+cache)
		return ref
	}
	first, last := top+2, top+1+len(t.Rows)
	area := func(x int) string {
		return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", s.Name, column(x), first, column(x), last)
	}
	labels := remember(area(0), labelCache(t))
	for x, c := range t.Columns {
		if c.Tone == render.ToneNone {
			continue
		}
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name:       remember(fmt.Sprintf("'%s'!$%s$%d", s.Name, column(x+1), top+1), textCache([]string{c.Head})),
			Categories: labels, Values: remember(area(x+1), numberCache(t, x)),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{w.palette.bar(c.Tone)}},
		})
	}
	w.charts++
	w.finish[fmt.Sprintf("xl/charts/chart%d.xml", w.charts)] = func(out io.Writer, part []byte) error {
		_, err := io.WriteString(out, strings.NewReplacer(caches...).Replace(plainSeries(string(part))))
		return err
	}
	return w.file.AddChart(s.Name, name(columns+2, top), chart)
}

// bar returns the colour of bars of the tone.
func (p palette) bar(t render.Tone) string {
	if t == render.ToneAccent {
		return p.accent
	}
	return barFill[t]
}

// chartHeight is the height of the table beside the chart, in pixels.
func chartHeight(t render.CountTable) uint {
	return uint(float64(tableRows(t))*countHeight*pixelInch/72) + 30
}

// What the library writes into the series of bars and the format does not have
// there, or has elsewhere: labels that are all off, smooth lines, and empty
// values.
var (
	offLabels   = regexp.MustCompile(`(?s)<dLbls>.*?</dLbls>`)
	smoothLine  = regexp.MustCompile(`<smooth val="[01]"></smooth>`)
	emptyValues = regexp.MustCompile(`<numCache>.*?</numCache>`)
)

func plainSeries(chart string) string {
	for _, odd := range []*regexp.Regexp{offLabels, smoothLine, emptyValues} {
		chart = odd.ReplaceAllString(chart, "")
	}
	return strings.ReplaceAll(chart, "&#39;", "'")
}

// The caches hold what the chart shows where nobody calculates.

func labelCache(t render.CountTable) string {
	var labels []string
	for _, r := range t.Rows {
		labels = append(labels, r.Label)
	}
	return textCache(labels)
}

func textCache(texts []string) string {
	return "<strCache>" + points(texts) + "</strCache>"
}

func numberCache(t render.CountTable, x int) string {
	numbers := make([]string, len(t.Rows))
	for i, r := range t.Rows {
		numbers[i] = "0"
		if x < len(r.Values) {
			numbers[i] = strconv.Itoa(r.Values[x])
		}
	}
	return "<numCache><formatCode>General</formatCode>" + points(numbers) + "</numCache>"
}

func points(values []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<ptCount val="%d"></ptCount>`, len(values))
	for i, v := range values {
		fmt.Fprintf(&b, `<pt idx="%d"><v>%s</v></pt>`, i, escapes.Replace(clean(v)))
	}
	return b.String()
}

// anchorEnd is where the library has a chart end: in the cell in which it
// begins, far to the right of it. Spreadsheets would squeeze the chart into
// that cell.
var anchorEnd = regexp.MustCompile(`<xdr:to><xdr:col>\d+</xdr:col><xdr:colOff>(\d+)</xdr:colOff><xdr:row>\d+</xdr:row><xdr:rowOff>(\d+)</xdr:rowOff></xdr:to>`)

// sized writes the drawing with a size for each chart instead of an end.
func sized(out io.Writer, drawing []byte) error {
	text := anchorEnd.ReplaceAllString(string(drawing), `<xdr:ext cx="$1" cy="$2"></xdr:ext>`)
	text = strings.NewReplacer(`<xdr:twoCellAnchor editAs="oneCell">`, "<xdr:oneCellAnchor>", "</xdr:twoCellAnchor>", "</xdr:oneCellAnchor>").Replace(text)
	if strings.Contains(text, "twoCellAnchor") {
		return fmt.Errorf("the drawing has an anchor of another kind")
	}
	_, err := io.WriteString(out, text)
	return err
}
