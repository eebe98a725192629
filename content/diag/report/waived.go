package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// withWaived returns the findings with the waived among them.
func (o Options) withWaived(findings []*diag.Finding) []*diag.Finding {
	if len(o.Waived) == 0 {
		return findings
	}
	return diag.Sorted(findings, o.Waived)
}

// waivedShown is how many findings of one waiver the text names.
const waivedShown = 10

// writeWaived prints what is waived under the decisions about it:
//
//	waived: 2 findings, by Security Lead
//	  until 2026-12-31, Security Lead: the second control starts in October
//	    controls/access.toml:14:22: warning[lone-control]: only one control …
func (o Options) writeWaived(w io.Writer, behind bool) error {
	if len(o.Waived) == 0 {
		return nil
	}
	paint := inks(o.Color)
	var b strings.Builder
	if behind {
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%s %s, by %s\n", paint(bold, "waived:"), plural(len(o.Waived), "finding"), oneLine(deciders(o.Waived)))
	for _, group := range byWaiver(o.Waived) {
		fmt.Fprintf(&b, "  %s\n", oneLine(decision(group[0].Waiver)))
		for _, f := range group[:min(len(group), waivedShown)] {
			fmt.Fprintf(&b, "    %s: %s[%s]: %s\n", paint(dim, o.place(f.Span)), f.Severity, f.Rule.Name, oneLine(f.Message))
		}
		if cut := len(group) - waivedShown; cut > 0 {
			fmt.Fprintf(&b, "    and %d more, which the format json lists\n", cut)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// byWaiver returns the findings of each waiver, in the order of the first.
func byWaiver(findings []*diag.Finding) [][]*diag.Finding {
	var groups [][]*diag.Finding
	index := map[*diag.Waiver]int{}
	for _, f := range findings {
		i, ok := index[f.Waiver]
		if !ok {
			i = len(groups)
			index[f.Waiver] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	return groups
}

// decision tells until when and by whom a finding is waived, and why.
func decision(w *diag.Waiver) string {
	return fmt.Sprintf("until %s, %s: %s", w.Until, w.ApprovedBy, w.Reason)
}

// deciders returns the roles that waived findings, each once.
func deciders(findings []*diag.Finding) string {
	var roles []string
	for _, f := range findings {
		if !slices.Contains(roles, f.Waiver.ApprovedBy) {
			roles = append(roles, f.Waiver.ApprovedBy)
		}
	}
	return strings.Join(roles, ", ")
}
