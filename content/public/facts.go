// Package public holds the only facts of an engagement that a general-use
// report may see. The SOC 3 template imports this package and never package
// content: what Facts has no field for, that report cannot say.
//
// Of draws the facts. Confidential lists, for the guard on the finished text,
// what must not appear in it all the same.
package public

import "github.com/socdraft/socdraft/content"

// The plain values that facts are made of.
type (
	// Text is plain text with its place in the source.
	Text = content.Text
	// Date is a calendar date.
	Date = content.Date
	// Prose is rich text with its place in the source.
	Prose = content.Prose
)

// Facts are what a general-use report may say.
type Facts struct {
	Organization Text // legal name
	ShortName    Text // the legal name where none was given
	System       Text
	Categories   []string // as prose says them, in its order
	Period       Period
	Criteria     string // the edition of the trust services criteria, as reports cite it

	Services     []Service
	Components   []Component // those with public words, in the order of DC 3
	Commitments  []Promise   // principal service commitments
	Requirements []Promise   // principal system requirements
	Subservice   []Subservice
	HasCUECs     bool

	Boundaries Prose // attachment A's own words; zero where nobody wrote them
	Assertion  Prose // management's own wording of the assertion; zero where the template speaks

	AssertionFirst bool
	Weigh          bool // something on record makes management weigh its assertion; not what
	Signatories    []Text
	Draft          Draft
	Paper          string // "letter" or "a4"
	Logo           string // path of the organization's logo among the images, or ""
}

// A Period is the time the report covers. It is zero for a type 1, of which
// there is no general-use form.
type Period struct {
	Start, End Date
	Words      string // "July 1, 2025 to June 30, 2026"
}

// A Service is one service provided to user entities.
type Service struct {
	Name    Text
	Summary Text // may be zero
}

// A Component is one part of the system.
type Component struct {
	Kind    string // "infrastructure", "software", "role", "data"
	Name    Text
	Summary Text
}

// A Promise is a service commitment or a system requirement.
type Promise struct {
	ID         Text
	Text       Prose
	Categories []string // as prose says them
}

// A Subservice is a subservice organization.
type Subservice struct {
	Name     Text
	Summary  Text // may be zero
	CarveOut bool // its controls are outside the system; else they are included

	Signatories []Text // included: roles that sign its assertion
}

// A Draft tells drafts apart.
type Draft struct {
	Number   int // 0 where none was given
	Date     Date
	Revision string // of the sources
}
