package requests

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// AuditorName is how the workbook names the service auditor's side.
const AuditorName = "Service auditor"

// CompanyName is how the workbook names the other side.
func CompanyName(e *content.Engagement) string {
	return cmp.Or(e.Organization.ShortName.Value, e.Organization.Name.Value, "The company")
}

// NoteHead returns the line over a comment. A cell has one note, which holds
// what both sides said, and the note bears the name of one.
func NoteHead(e *content.Engagement, n *content.RequestNote) string {
	head := CompanyName(e)
	if n.Side.Value == string(content.ServiceAuditorSide) {
		head = AuditorName
	}
	if !n.On.IsZero() {
		head += ", " + n.On.Long()
	}
	if n.Reply {
		head += ", reply"
	}
	if n.Resolved {
		head += ", resolved"
	}
	return head + ":"
}

// headRest is what may follow the name in the line over a comment.
const headRest = `(?:, [A-Z][a-z]+ \d{1,2}, \d{4})?(?:, reply)?(?:, resolved)?:$`

// WithoutNoteHeads returns the text of a note without the lines over its
// comments.
func WithoutNoteHeads(e *content.Engagement, text string) string {
	head := regexp.MustCompile("^(?:" + AuditorName + "|" + regexp.QuoteMeta(CompanyName(e)) + ")" + headRest)
	lines := strings.Split(text, "\n")
	kept := lines[:0]
	for i, line := range lines {
		begins := i == 0 || strings.TrimSpace(lines[i-1]) == ""
		if !begins || !head.MatchString(strings.TrimSpace(line)) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
