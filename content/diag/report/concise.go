package report

import (
	"fmt"
	"io"

	"github.com/socdraft/socdraft/content/diag"
)

// writeConcise prints one line per finding:
//
//	controls/access.toml:14:22: error[unknown-criterion]: control "AC-2" maps to unknown criterion "CC6.9"
func writeConcise(w io.Writer, findings []*diag.Finding, opts Options) error {
	paint := inks(opts.Color)
	for _, f := range findings {
		label := paint(severityInk(f.Severity), f.Severity.String()+"["+f.Rule.Name+"]")
		if _, err := fmt.Fprintf(w, "%s: %s: %s\n", opts.place(f.Span), label, oneLine(f.Message)); err != nil {
			return err
		}
	}
	return nil
}
