package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/socdraft/socdraft/content/diag"
)

// A jsonPlace is where a finding or a note points. The file is "" and the
// numbers are 0 for what nobody authored. Columns count code points from 1;
// end_col is the column behind the last character.
type jsonPlace struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Col     int    `json:"col"`
	EndLine int    `json:"end_line"`
	EndCol  int    `json:"end_col"`
}

// A jsonFinding is one element of the array. Every key is always there.
type jsonFinding struct {
	Rule     string `json:"rule"`
	Number   string `json:"number"`
	Severity string `json:"severity"`
	jsonPlace
	Message string      `json:"message"`
	Notes   []jsonNote  `json:"notes"`
	Help    string      `json:"help"`
	Waived  bool        `json:"waived"`
	Waiver  *jsonWaiver `json:"waiver"`
}

// A jsonWaiver tells who decided that a finding does not count; it is null for
// those that do.
type jsonWaiver struct {
	Reason     string `json:"reason"`
	ApprovedBy string `json:"approved_by"`
	Until      string `json:"until"`
}

type jsonNote struct {
	jsonPlace
	Message string `json:"message"`
}

// writeJSON prints one array of findings, the waived among the others.
func writeJSON(w io.Writer, findings []*diag.Finding, opts Options) error {
	findings = opts.withWaived(findings)
	array := make([]jsonFinding, len(findings))
	for i, f := range findings {
		array[i] = jsonOf(f)
	}
	return encodeJSON(w, array, "  ")
}

func jsonOf(f *diag.Finding) jsonFinding {
	notes := make([]jsonNote, len(f.Notes))
	for i, n := range f.Notes {
		notes[i] = jsonNote{placeOf(n.Span), n.Text}
	}
	return jsonFinding{
		Rule: f.Rule.Name, Number: f.Rule.Number, Severity: f.Severity.String(),
		jsonPlace: placeOf(f.Span), Message: f.Message, Notes: notes, Help: f.Help,
		Waived: f.Waiver != nil, Waiver: (*jsonWaiver)(f.Waiver),
	}
}

func placeOf(span diag.Span) jsonPlace {
	if span.IsZero() {
		return jsonPlace{}
	}
	p := jsonPlace{File: span.Name()}
	p.Line, p.Col = span.Position()
	p.EndLine, p.EndCol = span.Source.Position(max(span.End, span.Start))
	return p
}

// encodeJSON prints a value and a line ending. What a terminal would obey or
// hide is escaped, so that the text is safe to look at and means the same.
func encodeJSON(w io.Writer, value any, indent string) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(value); err != nil {
		return err
	}
	_, err := io.WriteString(w, escapeHidden(b.String()))
	return err
}

// escapeHidden escapes the hidden characters of a JSON text, all of which but
// line endings stand in strings.
func escapeHidden(text string) string {
	unsafe := func(r rune) bool { return r != '\n' && hidden(r) }
	if strings.IndexFunc(text, unsafe) < 0 {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if !unsafe(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, "\\u%04x", unit)
		}
	}
	return b.String()
}
