package facts

// A report is the whole file. A list is always there and may be empty; any
// other member is left out where the report says nothing of it. Dates are
// written as 2026-06-30.
type report struct {
	Schema          string           `json:"$schema"`
	Version         int              `json:"version"`
	Mark            string           `json:"mark"`
	Draft           draft            `json:"draft"`
	Organization    organization     `json:"organization"`
	System          system           `json:"system"`
	Examination     examination      `json:"examination"`
	Criteria        []criterion      `json:"criteria"`
	Controls        []control        `json:"controls"`
	Received        []received       `json:"received"`
	Exceptions      []exception      `json:"exceptions"`
	CUECs           []cuec           `json:"complementary_user_entity_controls"`
	UserEntityTasks []responsibility `json:"user_entity_responsibilities"`
	Subservice      []subservice     `json:"subservice_organizations"`
	OtherParties    []otherParty     `json:"other_third_parties"`
	Commitments     []promise        `json:"service_commitments"`
	Requirements    []promise        `json:"system_requirements"`
	Services        []service        `json:"services"`
	Incidents       []incident       `json:"system_incidents"`
	Changes         []change         `json:"significant_changes"`
	Figures         []figure         `json:"figures"`
}

type draft struct {
	Edition  string `json:"edition"`
	Number   *int   `json:"number,omitempty"`
	Date     string `json:"date,omitempty"`
	Revision string `json:"revision,omitempty"`
}

type organization struct {
	Name      string `json:"name"`
	ShortName string `json:"short_name,omitempty"`
}

type system struct {
	Name             string `json:"name"`
	DescriptionTitle string `json:"description_title"`
}

type examination struct {
	Title               string   `json:"title"`
	Type                int      `json:"type"`
	Period              *period  `json:"period,omitempty"`
	AsOf                string   `json:"as_of,omitempty"`
	Categories          []string `json:"categories"`
	ControlCriteria     string   `json:"control_criteria"`
	DescriptionCriteria string   `json:"description_criteria"`
}

type period struct {
	Start string `json:"start"`
	End   string `json:"end"`
}

type criterion struct {
	ID         string   `json:"id"`
	Title      string   `json:"title"`
	Series     string   `json:"series"`
	Group      string   `json:"group"`
	Text       string   `json:"text"`
	TextKind   string   `json:"text_kind"`
	Relevant   bool     `json:"relevant"`
	WhyNot     string   `json:"why_not_relevant,omitempty"`
	Controls   []string `json:"controls"`
	CSOCs      []string `json:"complementary_subservice_organization_controls"`
	UserEntity []string `json:"complementary_user_entity_controls"`
	Exception  bool     `json:"has_exception"`
}

type control struct {
	ID            string    `json:"id"`
	Title         string    `json:"title"`
	Area          string    `json:"area,omitempty"`
	Statement     string    `json:"statement"`
	Earlier       []wording `json:"earlier_wordings"`
	Criteria      []string  `json:"criteria"`
	OwnerRole     string    `json:"owner_role,omitempty"`
	PerformerRole string    `json:"performer_role,omitempty"`
	PerformedBy   string    `json:"performed_by,omitempty"`
	Frequency     string    `json:"frequency,omitempty"`
	Nature        string    `json:"nature,omitempty"`
	Introduced    string    `json:"introduced,omitempty"`
	Replaces      string    `json:"replaces,omitempty"`
	Retired       string    `json:"retired,omitempty"`
	AuditorsID    string    `json:"service_auditors_id,omitempty"`
	Tests         []test    `json:"tests"`
}

type wording struct {
	Statement string `json:"statement"`
	From      string `json:"from,omitempty"`
	Until     string `json:"until"`
}

// A test has an id only where the report prints it: where it found an
// exception.
type test struct {
	ID         string   `json:"id,omitempty"`
	Methods    []string `json:"methods"`
	Procedure  string   `json:"procedure"`
	Population *int     `json:"population,omitempty"`
	Tested     *int     `json:"tested,omitempty"`
	Deviations *int     `json:"exceptions,omitempty"`
	Result     string   `json:"result,omitempty"`
	Exception  bool     `json:"is_exception"`
}

type received struct {
	File          string `json:"file"`
	SHA256        string `json:"sha256"`
	ReceivedOn    string `json:"received_on,omitempty"`
	Firm          string `json:"firm,omitempty"`
	TranscribedBy string `json:"transcribed_by,omitempty"`
}

type exception struct {
	ID       string    `json:"id"`
	Control  string    `json:"control"`
	Result   string    `json:"result,omitempty"`
	Response *response `json:"response,omitempty"`
}

type response struct {
	Text        string `json:"text,omitempty"`
	Cause       string `json:"cause,omitempty"`
	Effect      string `json:"effect,omitempty"`
	Correction  string `json:"correction,omitempty"`
	OwnerRole   string `json:"owner_role,omitempty"`
	Status      string `json:"status,omitempty"`
	CorrectedOn string `json:"corrected_on,omitempty"`
}

type cuec struct {
	ID       string   `json:"id"`
	Text     string   `json:"text"`
	Why      string   `json:"why,omitempty"`
	Promises []string `json:"commitments_and_requirements"`
	Criteria []string `json:"criteria"`
}

type responsibility struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type subservice struct {
	Name       string         `json:"name"`
	Method     string         `json:"method,omitempty"`
	Service    string         `json:"service,omitempty"`
	Reason     string         `json:"why_necessary,omitempty"`
	Portion    string         `json:"portions_of_the_system,omitempty"`
	Criteria   []string       `json:"criteria"`
	Monitoring []string       `json:"monitored_by"`
	CSOCs      []csoc         `json:"complementary_subservice_organization_controls"`
	Expected   []expectations `json:"expects_of_its_users"`
}

type csoc struct {
	ID        string   `json:"id"`
	Statement string   `json:"statement"`
	Criteria  []string `json:"criteria"`
}

type expectations struct {
	Text     string   `json:"text"`
	Controls []string `json:"controls"`
}

type otherParty struct {
	Name    string `json:"name"`
	Service string `json:"service,omitempty"`
	Reason  string `json:"why_not_a_subservice_organization,omitempty"`
}

type promise struct {
	ID         string   `json:"id"`
	Text       string   `json:"text"`
	Principal  bool     `json:"principal"`
	Categories []string `json:"categories"`
	Controls   []string `json:"controls"`
}

type service struct {
	Name         string `json:"name"`
	Summary      string `json:"summary,omitempty"`
	UserEntities string `json:"user_entities,omitempty"`
}

type incident struct {
	ID          string   `json:"id"`
	Title       string   `json:"title,omitempty"`
	Started     string   `json:"started,omitempty"`
	Resolved    string   `json:"resolved,omitempty"`
	Nature      string   `json:"nature,omitempty"`
	Effect      string   `json:"effect,omitempty"`
	Disposition string   `json:"disposition,omitempty"`
	Controls    []string `json:"controls"`
}

type change struct {
	ID          string   `json:"id"`
	Title       string   `json:"title,omitempty"`
	Date        string   `json:"date,omitempty"`
	Description string   `json:"description,omitempty"`
	Effect      string   `json:"effect,omitempty"`
	Controls    []string `json:"controls"`
}

// A figure is one that is drawn from zones and flows.
type figure struct {
	Caption     string       `json:"caption"`
	Alt         string       `json:"alternative_text,omitempty"`
	Zones       []zone       `json:"zones"`
	Parts       []part       `json:"parts"`
	Connections []connection `json:"connections"`
}

type zone struct {
	Name   string `json:"name"`
	Within string `json:"within,omitempty"`
}

type part struct {
	Name string `json:"name"`
	Zone string `json:"zone,omitempty"`
}

type connection struct {
	From     string `json:"from"`
	To       string `json:"to"`
	BothWays bool   `json:"both_ways"`
	Label    string `json:"label,omitempty"`
	Detail   string `json:"detail,omitempty"`
}
