package public

import (
	"fmt"

	"github.com/socdraft/socdraft/content"
)

// Kind is what a secret is.
type Kind uint8

// The kinds of secrets.
const (
	ControlID   Kind = iota // the id or alias of a control
	ControlText             // how a control is stated, the organization's or a provider's
	TestText                // what was tested, with which result, and what was answered
)

// A Secret is text that a general-use report must not hold. It never reaches
// the template; the guard compares the finished text with it.
type Secret struct {
	Kind  Kind
	Label string // "the statement of control \"AC-01\""
	Text  Text   // with its place, so that a finding can show it
}

// Confidential returns what a general-use report must not say, in the order of
// the sources.
func Confidential(e *content.Engagement) []Secret {
	var s secrets
	for _, c := range e.Controls {
		s.control(c)
	}
	for _, p := range e.Parties {
		for _, c := range p.CSOCs {
			s.add(ControlText, fmt.Sprintf("the statement of complementary subservice organization control %q", c.ID.Value), c.Statement)
		}
	}
	for _, t := range e.Tests() {
		s.test(t)
	}
	for _, r := range e.Responses {
		label := fmt.Sprintf("the response to test %q", r.Test.Value)
		for _, p := range []content.Prose{r.Text, r.Cause, r.Effect, r.Correction} {
			s.add(TestText, label, p)
		}
	}
	return s.all
}

type secrets struct{ all []Secret }

func (s *secrets) control(c *content.Control) {
	id := c.ID.Value
	for _, name := range []content.Text{c.ID, c.Alias} {
		if name.Value != "" {
			s.all = append(s.all, Secret{ControlID, fmt.Sprintf("the id of control %q", id), name})
		}
	}
	s.add(ControlText, fmt.Sprintf("the statement of control %q", id), c.Statement)
	for _, earlier := range c.Earlier {
		s.add(ControlText, fmt.Sprintf("an earlier statement of control %q", id), earlier.Statement)
	}
}

func (s *secrets) test(t *content.Test) {
	id := t.ID.Value
	s.add(TestText, fmt.Sprintf("the procedure of test %q", id), t.Procedure)
	s.add(TestText, fmt.Sprintf("the result of test %q", id), t.Text)
	for _, detail := range []content.Text{t.Nature, t.Timing, t.Cause, t.Effect, t.Basis} {
		s.addText(TestText, fmt.Sprintf("the result of test %q", id), detail)
	}
}

// add records prose by its visible words; the place is that of the whole.
func (s *secrets) add(kind Kind, label string, p content.Prose) {
	s.addText(kind, label, content.Text{Value: p.String(), Span: p.Raw.Span})
}

func (s *secrets) addText(kind Kind, label string, t content.Text) {
	if t.Value != "" {
		s.all = append(s.all, Secret{kind, label, t})
	}
}
