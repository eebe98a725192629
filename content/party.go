package content

import "github.com/socdraft/socdraft/content/diag"

// Classifications and methods of third parties.
const (
	Vendor                 = "vendor"
	SubserviceOrganization = "subservice_organization"
	CarveOut               = "carve_out"
	Inclusive              = "inclusive"
)

// A Party is a third party: a vendor or a subservice organization.
type Party struct {
	ID             Text
	Name           Text
	Service        Prose
	Classification Text
	Reason         Prose
	Method         Text
	Criteria       []Text
	Monitoring     []Text // control ids
	Portion        Prose  // inclusive: which portions of the system are its
	Signatories    []Text // inclusive: roles that sign its assertion
	PublicSummary  Text
	Report         PartyReport
	CSOCs          []*CSOC
	TheirCUECs     []*TheirCUEC
	Assertion      *Document // inclusive: third-parties/<id>/assertion.md, or nil
	Span           diag.Span
}

// PartyReport is the last report received from a third party.
type PartyReport struct {
	Kind       Text
	Period     Period
	ReviewedOn Date
}

// A CSOC is a complementary subservice organization control: a type of control
// assumed at a carved-out subservice organization.
type CSOC struct {
	Party     *Party
	ID        Text
	Statement Prose
	Criteria  []Text
	Span      diag.Span
}

// TheirCUEC is a user entity control that a provider expects of the
// organization.
type TheirCUEC struct {
	Text     Prose
	Controls []Text
	Span     diag.Span
}

// IsSubservice reports whether the party is a subservice organization.
func (p *Party) IsSubservice() bool { return p.Classification.Value == SubserviceOrganization }

// IsCarveOut reports whether the party is carved out.
func (p *Party) IsCarveOut() bool { return p.IsSubservice() && p.Method.Value == CarveOut }

// IsInclusive reports whether the party is included.
func (p *Party) IsInclusive() bool { return p.IsSubservice() && p.Method.Value == Inclusive }

// Party returns the third party of the id, or nil.
func (e *Engagement) Party(id string) *Party {
	for _, p := range e.Parties {
		if p.ID.Value == id {
			return p
		}
	}
	return nil
}

// CarveOuts returns the carved-out subservice organizations.
func (e *Engagement) CarveOuts() []*Party { return e.parties((*Party).IsCarveOut) }

// Inclusives returns the included subservice organizations.
func (e *Engagement) Inclusives() []*Party { return e.parties((*Party).IsInclusive) }

func (e *Engagement) parties(which func(*Party) bool) []*Party {
	var in []*Party
	for _, p := range e.Parties {
		if which(p) {
			in = append(in, p)
		}
	}
	return in
}

// CSOCs returns all complementary subservice organization controls.
func (e *Engagement) CSOCs() []*CSOC {
	var all []*CSOC
	for _, p := range e.CarveOuts() {
		all = append(all, p.CSOCs...)
	}
	return all
}

// UserEntities are the duties of user entities (DC 6).
type UserEntities struct {
	None             Text // "none", where declared
	Declared         bool // a list or an explicit none was given
	CUECs            []*CUEC
	Responsibilities []*UserEntityResponsibility
	File             diag.Span // where they are told, if the file is there
}

// A CUEC is a complementary user entity control: necessary in combination with
// the organization's own controls.
type CUEC struct {
	ID          Text
	Text        Prose
	Criteria    []Text
	Commitments []Text
	Why         Prose
	Span        diag.Span
}

// A UserEntityResponsibility is what customers do to benefit from the service;
// not necessary for the commitments.
type UserEntityResponsibility struct {
	ID   Text
	Text Prose
	Span diag.Span
}
