package report

import (
	"io"

	"github.com/socdraft/socdraft/content/diag"
)

// writeJSONL prints each finding as a line, with the keys of the array that
// json prints.
func writeJSONL(w io.Writer, findings []*diag.Finding, opts Options) error {
	for _, f := range opts.withWaived(findings) {
		if err := encodeJSON(w, jsonOf(f), ""); err != nil {
			return err
		}
	}
	return nil
}
