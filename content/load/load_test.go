package load

import (
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// show prints findings as tests compare them.
func show(list *diag.List) string {
	var b strings.Builder
	for _, f := range list.All() {
		line, col := f.Span.Position()
		fmt.Fprintf(&b, "%s:%d:%d: %s[%s]: %s\n", f.Span.Name(), line, col, f.Severity, f.Rule.Name, f.Message)
		for _, n := range f.Notes {
			line, col := n.Span.Position()
			fmt.Fprintf(&b, "  note: %s:%d:%d: %s\n", n.Span.Name(), line, col, n.Text)
		}
		if f.Help != "" {
			fmt.Fprintf(&b, "  help: %s\n", f.Help)
		}
	}
	return b.String()
}
