package check

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// A statement is one passage of what a control says.
type statement struct {
	control *content.Control
	passage
	rhythms []rhythm
}

// stated returns the statements of the controls in authored order.
func (p *project) stated() []statement {
	if p.saying == nil {
		for _, c := range p.Controls {
			words := &collector{}
			words.blocks(c.Statement.Blocks, false)
			for _, g := range words.passages {
				p.saying = append(p.saying, statement{c, g, rhythms(g.text)})
			}
		}
	}
	return p.saying
}

var mixedFrequencies = Check{
	Rule: diag.SameInBoth("S2-085", "mixed-frequencies", diag.Warning,
		"a control statement has activities of different frequencies"),
	run: func(p *project) {
		for i := range p.stated() {
			s := &p.stated()[i]
			for _, r := range s.rhythms {
				first := s.rhythms[0]
				if r.of == first.of {
					continue
				}
				p.add(s.span(r.start, r.end), "control %s does one thing %q and another %q", called(s.control.ID, s.control.Title),
					strings.ToLower(s.text[first.start:first.end]), strings.ToLower(s.text[r.start:r.end])).
					Note(s.span(first.start, first.end), "the other frequency stands here").
					Suggest("make two controls of it: with one result for both, nobody knows which activity failed")
				break
			}
		}
	},
}

var misstatedFrequency = Check{
	Rule: diag.SameInBoth("S2-230", "misstated-frequency", diag.Warning,
		"a control statement tells another frequency than the control has"),
	run: func(p *project) {
		for i := range p.stated() {
			s := &p.stated()[i]
			given := content.Frequency(s.control.Frequency.Value)
			if given != content.Daily && !given.Periodic() {
				continue
			}
			told := s.rhythms
			if len(told) == 0 || told[0].least || told[0].of == given || mixed(told) {
				continue
			}
			r := told[0]
			if given == content.Semimonthly && r.of == content.Monthly || severalTimes(s.text) {
				continue
			}
			p.add(s.span(r.start, r.end), "control %s says %q, but its frequency is %s", called(s.control.ID, s.control.Title),
				strings.ToLower(s.text[r.start:r.end]), given).
				Note(s.control.Frequency.Span, "the frequency stands here").
				Suggest("both print side by side and decide how often the control is tested: make them say the same")
		}
	},
}

// fewestWords is how many words a statement has at least that says who does
// what, and what remains of it.
const fewestWords = 6

var thinStatement = Check{
	Rule: diag.SameInBoth("S2-083", "thin-statement", diag.Warning,
		"a control statement does not say who acts or what remains as evidence"),
	run: func(p *project) {
		for _, c := range p.Controls {
			if c.Statement.IsZero() {
				continue
			}
			text := c.Statement.String()
			if n := len(strings.Fields(text)); n < fewestWords {
				p.add(c.Statement.Raw.Span, "statement of control %s has only %s", called(c.ID, c.Title), counted(n, "word")).
					Suggest("say who does what, when and with which record, as in: Each quarter the security lead compares the accounts with the list of staff and signs it")
				continue
			}
			if content.Nature(c.Nature.Value) == content.Automated {
				continue // a system acts and keeps its settings
			}
			var lacks []string
			if impersonal(text) && !p.names(c, text) {
				lacks = append(lacks, "who acts")
			}
			if len(c.Evidence) == 0 && !hasWord(text, traces...) {
				lacks = append(lacks, "what remains as evidence")
			}
			if len(lacks) > 0 {
				p.add(c.Statement.Raw.Span, "statement of control %s does not say %s", called(c.ID, c.Title), strings.Join(lacks, " or ")).
					Suggest("name the role that acts and the record that remains, such as a signed list or a ticket: without them nobody knows what to test")
			}
		}
	},
}

// traces are beginnings of words for what a control leaves behind, or by which
// it is kept.
var traces = []string{"record", "document", "log", "minute", "ticket", "case", "sign", "file", "report", "register",
	"note", "list", "evidence", "form", "certificate", "approv", "store", "archive", "checklist", "enter", "publish",
	"message", "e-mail", "email", "confirm", "acknowledg", "agreement", "contract", "plan", "letter", "inventory"}

// impersonal reports whether the text begins in the passive voice and names
// nobody by whom.
func impersonal(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	if hasWord(text, "by ", "who ") {
		return false
	}
	for i, w := range words[:min(len(words)-1, 6)] {
		if w == "is" || w == "are" {
			next := words[i+1]
			return strings.HasSuffix(strings.TrimRight(next, ".,;"), "ed") || strings.HasSuffix(next, "ly")
		}
	}
	return false
}

// names reports whether the text names a role: one of the control's own or one
// of the system's.
func (p *project) names(c *content.Control, text string) bool {
	low := strings.ToLower(text)
	roles := []string{c.OwnerRole.Value, c.PerformerRole.Value}
	for _, r := range p.Components.Roles {
		roles = append(roles, r.Name.Value)
	}
	for _, role := range roles {
		for _, w := range strings.Fields(normalized(role)) {
			if len(w) > 3 && strings.Contains(low, w) {
				return true
			}
		}
	}
	return hasWord(text, "manager", "team", "officer", "lead", "director", "engineer", "analyst", "administrator", "owner",
		"committee", "board", "staff", "reviewer", "supervisor", "auditor", "developer")
}
