package report

import (
	"bytes"
	"io"

	"github.com/socdraft/socdraft/content/diag"
)

// The types of a DiagnosticResult in reviewdog's diagnostic format.
type (
	rdResult struct {
		Source      rdSource       `json:"source"`
		Diagnostics []rdDiagnostic `json:"diagnostics"`
	}
	rdSource struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	rdDiagnostic struct {
		Message  string      `json:"message"`
		Location rdLocation  `json:"location"`
		Severity string      `json:"severity"`
		Code     rdCode      `json:"code"`
		Related  []rdRelated `json:"related_locations,omitempty"`
	}
	rdCode struct {
		Value string `json:"value"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
	rdLocation struct {
		Path  string   `json:"path"`
		Range *rdRange `json:"range,omitempty"`
	}
	rdRange struct {
		Start rdPosition `json:"start"`
		End   rdPosition `json:"end"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"`
	}
)

// writeRDJSON prints reviewdog's format. Notes with a place are related
// locations, the others lines of the message.
func writeRDJSON(w io.Writer, findings []*diag.Finding, opts Options) error {
	result := rdResult{Source: rdSource{"socdraft", homepage}, Diagnostics: make([]rdDiagnostic, len(findings))}
	for i, f := range findings {
		d := rdDiagnostic{
			Message:  oneLine(f.Message),
			Location: opts.rdLocation(f.Span),
			Severity: map[diag.Severity]string{diag.Error: "ERROR", diag.Warning: "WARNING", diag.Info: "INFO"}[f.Severity],
			Code:     rdCode{f.Rule.Name},
		}
		for _, n := range f.Notes {
			if n.Span.IsZero() {
				d.Message += "\nnote: " + oneLine(n.Text)
				continue
			}
			d.Related = append(d.Related, rdRelated{oneLine(n.Text), opts.rdLocation(n.Span)})
		}
		if f.Help != "" {
			d.Message += "\nhelp: " + oneLine(f.Help)
		}
		result.Diagnostics[i] = d
	}
	return encodeJSON(w, result, "  ")
}

func (o Options) rdLocation(span diag.Span) rdLocation {
	l := rdLocation{Path: o.repositoryName(span)}
	if !span.IsZero() {
		l.Range = &rdRange{rdPositionOf(span.Source, span.Start), rdPositionOf(span.Source, max(span.Start, span.End))}
	}
	return l
}

// rdPositionOf counts columns in bytes from 1, those of a byte order mark too.
func rdPositionOf(src *diag.Source, offset int) rdPosition {
	offset = min(max(offset, 0), len(src.Text))
	line, _ := src.Position(offset)
	from, _ := src.LineAt(offset)
	if mark := []byte("\uFEFF"); line == 1 && bytes.HasPrefix(src.Text, mark) {
		from = 0
	}
	return rdPosition{line, max(offset-from, 0) + 1}
}
