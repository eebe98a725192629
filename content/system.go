package content

import "github.com/socdraft/socdraft/content/diag"

// A Commitment is a declaration to customers about the service (DC 2).
type Commitment struct {
	ID         Text
	Text       Prose
	Categories []Text
	Sources    []Text // where it is made
	Principal  bool   // likely to influence report users' decisions
	Span       diag.Span
}

// A Requirement is how the system must function to keep commitments, law and
// policy (DC 2).
type Requirement struct {
	ID          Text
	Text        Prose
	Categories  []Text
	Commitments []Text
	Sources     []Text
	Principal   bool
	Span        diag.Span
}

// Components are the parts of the system (DC 3). Procedures are told in the
// description.
type Components struct {
	Infrastructure []*Component
	Software       []*Component
	Roles          []*Component
	Data           []*Component
	Externals      []*External
	Zones          []*Zone
	Flows          []*Flow
	Diagrams       []*Diagram
}

// All returns the components in the order of DC 3.
func (c Components) All() []*Component {
	var all []*Component
	for _, list := range [][]*Component{c.Infrastructure, c.Software, c.Roles, c.Data} {
		all = append(all, list...)
	}
	return all
}

// A Component is one part of the system. Fields that its kind does not have
// are zero.
type Component struct {
	Kind           string // "infrastructure", "software", "role", "data"
	ID             Text
	Name           Text
	Description    Prose
	PublicSummary  Text // what SOC 3 may say
	Location       Text // infrastructure
	Origin         Text // software: "in_house" or "third_party"
	Provider       Text // party id
	Zone           Text // infrastructure, software: where it stands
	RunsOn         Text // software: id of infrastructure
	Store          bool // infrastructure, software: it keeps data
	PerformedBy    Text // party id of an inclusive subservice organization
	Classification Text // data
	Retention      Text // data
	PrivacyRole    Text // data: "controller", "processor" or "both"
	Span           diag.Span
}

// Component returns the component of the id, or nil.
func (e *Engagement) Component(id string) *Component {
	for _, c := range e.Components.All() {
		if c.ID.Value == id {
			return c
		}
	}
	return nil
}

// Description is the prose of Section 3.
type Description struct {
	Known  map[string]*Document // by known name, see DescriptionParts
	Others []*Document          // parts of the author's own, in printed order
}

// A DescriptionPart is one of the known parts of the description.
type DescriptionPart struct {
	Name     string // file name without ".md"
	Title    string
	Criteria string // "DC 1"
	Required bool   // its absence is a missing DC element
	Prose    bool   // not required, but nothing is generated for it: without a file a placeholder prints
	Type2    bool   // type 2 only
}

// DescriptionParts lists the known parts in printed order. Parts of the
// author's own stand after "control-activities".
var DescriptionParts = []DescriptionPart{
	{Name: "overview", Title: "Overview of the organization and services", Criteria: "DC 1", Required: true},
	{Name: "boundaries", Title: "Scope and boundaries of the system", Criteria: "DC 1, DC 3", Required: true},
	{Name: "commitments", Title: "Principal service commitments and system requirements", Criteria: "DC 2"},
	{Name: "infrastructure", Title: "Infrastructure", Criteria: "DC 3", Required: true},
	{Name: "software", Title: "Software", Criteria: "DC 3", Required: true},
	{Name: "people", Title: "People", Criteria: "DC 3", Required: true},
	{Name: "procedures", Title: "Procedures", Criteria: "DC 3", Required: true},
	{Name: "data", Title: "Data", Criteria: "DC 3", Required: true},
	{Name: "control-environment", Title: "Control environment", Criteria: "DC 5", Prose: true},
	{Name: "risk-assessment", Title: "Risk assessment", Criteria: "DC 3, DC 5", Prose: true},
	{Name: "communication", Title: "Information and communication", Criteria: "DC 5", Prose: true},
	{Name: "monitoring", Title: "Monitoring", Criteria: "DC 5", Prose: true},
	{Name: "control-activities", Title: "Control activities", Criteria: "DC 5", Prose: true},
	{Name: "incidents", Title: "System incidents", Criteria: "DC 4"},
	{Name: "criteria-and-controls", Title: "Criteria and related controls", Criteria: "DC 5"},
	{Name: "criteria-not-relevant", Title: "Criteria not relevant to the system", Criteria: "DC 8"},
	{Name: "subservice-organizations", Title: "Subservice organizations", Criteria: "DC 7"},
	{Name: "user-entities", Title: "Complementary user entity controls and user entity responsibilities", Criteria: "DC 6"},
	{Name: "changes", Title: "Significant changes during the period", Criteria: "DC 9", Type2: true},
}

// Incidents are the system incidents to disclose (DC 4).
type Incidents struct {
	None     Text // "none", where declared
	Declared bool // a list or an explicit none was given
	List     []*Incident
	File     diag.Span // where they are told, if the file is there

	Undisclosed []*UndisclosedIncident // entries of the register that the description leaves out
}

// An UndisclosedIncident is an incident that management decided not to
// disclose. It prints nowhere.
type UndisclosedIncident struct {
	ID       Text
	Title    Text
	Started  Date
	Resolved Date
	Reason   Text // why it does not meet the description criteria
	Span     diag.Span
}

// An Incident is one system incident.
type Incident struct {
	ID          Text
	Title       Text
	Nature      Prose
	Started     Date
	Resolved    Date
	Effect      Prose
	Disposition Prose
	Controls    []Text
	Span        diag.Span
}

// Changes are the changes to system and controls within the period (DC 9).
type Changes struct {
	None     Text
	Declared bool
	List     []*Change
	File     diag.Span
}

// A Change is one change within the period.
type Change struct {
	ID          Text
	Title       Text
	Date        Date
	Description Prose
	Effect      Prose
	Controls    []Text
	Significant bool
	Reason      Text // why it is not significant
	Span        diag.Span
}

// A Policy is an entry of the policy register.
type Policy struct {
	ID           Text
	Title        Text
	OwnerRole    Text
	ApproverRole Text
	Version      Text
	Effective    Date
	ReviewedOn   Date
	ReviewBy     Date
	Span         diag.Span
}

// A Risk is an entry of the risk register.
type Risk struct {
	ID          Text
	Title       Text
	Description Prose
	AssessedOn  Date
	Response    Text
	OwnerRole   Text
	Span        diag.Span
}
