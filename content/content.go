// Package content is the engagement as the author wrote it: organization,
// system, time frame, controls, tests, results and parties. It knows no file
// format and no third-party library; every leaf value knows its place.
//
// Package load makes an Engagement, package check judges it, the templates
// print it. The names are the field's own terms.
package content

import (
	"strings"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// Text is plain text with its place in the source.
type Text = diag.Text

// Prose is rich text with its place in the source.
type Prose struct {
	Raw    Text // as authored, before Markdown
	Blocks []prose.Block
}

// IsZero reports whether nobody wrote the prose.
func (p Prose) IsZero() bool { return len(p.Blocks) == 0 }

// String returns the visible words, a paragraph a line.
func (p Prose) String() string { return prose.BlocksText(p.Blocks) }

// Int is a whole number with its place in the source.
type Int struct {
	Value int
	Span  diag.Span // zero where the number was not given
}

// Given reports whether the author wrote the number.
func (i Int) Given() bool { return !i.Span.IsZero() }

// An Engagement is everything one project says.
type Engagement struct {
	Root     diag.Span // start of socdraft.toml, where missing things are reported
	Revision string    // first 12 hex digits of SHA-256 over sorted source names and bytes

	Organization     Organization
	System           System
	Services         []*Service
	ExcludedServices []*ExcludedService
	Report           Report
	Draft            Draft
	ServiceAuditor   ServiceAuditor
	PriorReport      PriorReport
	Fieldwork        Fieldwork
	Distribution     Prose
	Signatories      []Text // roles
	Approvals        []*Approval
	Opinion          Opinion
	Branding         Branding
	Words            []WordChange

	Criteria     []*Criterion // the whole catalogue in table order
	Editions     Editions
	NotRelevant  []*NotRelevant
	CriteriaText map[string]Text // overlay: criterion id to the user's licensed text

	Commitments  []*Commitment
	Requirements []*Requirement
	Components   Components
	Description  Description
	Controls     []*Control
	Populations  []*Population
	TestFiles    []*TestFile // in path order; Tests() flattens
	Responses    []*Response
	Parties      []*Party

	UserEntities UserEntities
	Incidents    Incidents
	Changes      Changes
	Policies     []*Policy
	Risks        []*Risk
	Waivers      []*Waiver
	Gate         *Gate // nil where there is none
	RequestList  RequestList
	Places       []*Place // where tables begin; those of a file in its order

	Fingerprints []*FingerprintedReport // of other reports, to find what was copied

	Assertion        *Document // management's own wording of Section 2, or nil
	Boundaries       *Document // SOC 3 attachment A, or nil
	OtherInformation []*Document
	Wording          map[string]*Document // part name to override
}

// Identity tells the examination from all others, in one line that does not
// depend on who reads it: "Wrenfield Software, Inc. | Wrenfield Ledger |
// 2025-07-01/2026-06-30". Draws of samples hang on it.
func (e *Engagement) Identity() string {
	frame := e.Report.AsOf.String()
	if e.Report.Type == Type2 {
		frame = e.Report.Period.Start.String() + "/" + e.Report.Period.End.String()
	}
	line := e.Organization.Name.Value + " | " + e.System.Name.Value + " | " + frame
	return strings.Join(strings.Fields(line), " ")
}

// A Document is one Markdown file of the project.
type Document struct {
	Name   string // file name without folder and ".md"
	Path   string // relative to the project
	Title  Text   // the level-1 heading it begins with, which is not among Blocks; may be zero
	Blocks []prose.Block
	Span   diag.Span // the whole file
}

// Organization is the service organization.
type Organization struct {
	Name      Text // legal name
	ShortName Text
	Span      diag.Span
}

// System is the system the report is about.
type System struct {
	Name             Text
	DescriptionTitle Text // zero where the default applies, see Engagement.DescriptionTitle
	Span             diag.Span
}

// A Service is one service provided to user entities (DC 1).
type Service struct {
	ID            Text
	Name          Text
	Summary       Prose
	UserEntities  Text // for which kind of user entity
	PublicSummary Text
	Span          diag.Span
}

// An ExcludedService is commonly bundled with the services but out of scope.
type ExcludedService struct {
	Name   Text
	Reason Prose
	Span   diag.Span
}

// Draft tells drafts apart.
type Draft struct {
	Number Int
	Date   Date
}

// ServiceAuditor holds what is known of the CPA firm.
type ServiceAuditor struct {
	Firm Text // a fact for placeholders, never printed as a signature or on a cover
}

// PriorReport is the last report on the same system.
type PriorReport struct {
	Type       Int
	Period     Period
	AsOf       Date
	Exceptions []Text
	Span       diag.Span
}

// Fieldwork is when the service auditor works.
type Fieldwork struct {
	InterimStart, InterimEnd, Start, End Date
}

// An Approval records that management approved a part as it then was.
type Approval struct {
	Part   Text // "assertion", "description", "controls", "other-information"
	Role   Text
	On     Date
	SHA256 Text
	Span   diag.Span
}

// Opinion carries what is expected or received; nothing conclusive prints from it.
type Opinion struct {
	Kind     Text // "", "unmodified", "qualified", "adverse", "disclaimer"
	Matter   Prose
	Criteria []Text
}

// Modified reports whether a modified opinion is recorded.
func (o Opinion) Modified() bool { return o.Kind.Value != "" && o.Kind.Value != "unmodified" }

// Branding is how the drafts are to look, where the author chooses.
type Branding struct {
	Paper  Text // "letter" or "a4"; "" is letter
	Accent Text // "#0b5563"; zero is the theme's own
	Logo   Text // path of a PNG among the images, relative to the project; zero where there is none to show
}
