package report

import (
	"encoding/xml"
	"io"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"`
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// writeCheckstyle prints the findings of each file in the form of Checkstyle.
func writeCheckstyle(w io.Writer, findings []*diag.Finding, opts Options) error {
	all := checkstyleReport{Version: "4.3"}
	index := map[string]int{}
	for _, f := range findings {
		name := Visible(opts.repositoryName(f.Span))
		i, ok := index[name]
		if !ok {
			i = len(all.Files)
			index[name] = i
			all.Files = append(all.Files, checkstyleFile{Name: name})
		}
		all.Files[i].Errors = append(all.Files[i].Errors, opts.checkstyleError(f))
	}
	return encodeXML(w, all)
}

func (o Options) checkstyleError(f *diag.Finding) checkstyleError {
	said := append([]string{oneLine(f.Message)}, advice(f, o.repositoryPlace)...)
	e := checkstyleError{
		Line: 1, Column: 1, Severity: f.Severity.String(),
		Message: strings.Join(said, "\n"), Source: "socdraft." + f.Rule.Name,
	}
	if !f.Span.IsZero() {
		e.Line, e.Column = f.Span.Position()
	}
	return e
}

// encodeXML prints a document and a line ending.
func encodeXML(w io.Writer, document any) error {
	text, err := xml.MarshalIndent(document, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+string(text)+"\n")
	return err
}
