package report

import (
	"encoding/json"
	"io"

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
	Message string     `json:"message"`
	Notes   []jsonNote `json:"notes"`
	Help    string     `json:"help"`
}

type jsonNote struct {
	jsonPlace
	Message string `json:"message"`
}

// writeJSON prints one array of findings.
func writeJSON(w io.Writer, findings []*diag.Finding, opts Options) error {
	array := make([]jsonFinding, len(findings))
	for i, f := range findings {
		notes := make([]jsonNote, len(f.Notes))
		for j, n := range f.Notes {
			notes[j] = jsonNote{opts.jsonPlace(n.Span), n.Text}
		}
		array[i] = jsonFinding{
			Rule: f.Rule.Name, Number: f.Rule.Number, Severity: f.Severity.String(),
			jsonPlace: opts.jsonPlace(f.Span), Message: f.Message, Notes: notes, Help: f.Help,
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(array)
}

func (o Options) jsonPlace(span diag.Span) jsonPlace {
	if span.IsZero() {
		return jsonPlace{}
	}
	p := jsonPlace{File: o.fileName(span)}
	p.Line, p.Col = span.Position()
	p.EndLine, p.EndCol = span.Source.Position(max(span.End, span.Start))
	return p
}
