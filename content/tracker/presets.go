// Package tracker carries the request list to trackers of other makers and
// takes in the lists that come from them. What the trackers expect is data,
// with the public page it follows.
package tracker

// A Preset is what a tracker expects.
type Preset struct {
	Name   string
	Page   string  // that says what it expects; "" where nobody does but we
	Fields []Field // nil where they are the columns of ours
	Maybe  []Field // heads that its files may have besides
	Notes  []string

	// JSON makes an object a line in place of CSV.
	JSON bool

	// Mark puts a byte order mark first: without one Excel takes UTF-8 for the
	// code page of the machine. Programs that go by the letter take it for a part
	// of the first head.
	Mark bool

	// Whole tells withdrawn requests too.
	Whole bool
}

// A Field is a column or a key of a tracker.
type Field struct {
	Head   string
	From   string            // key of a column of ours, or one of the sources below; "" stays empty
	Values map[string]string // what it calls our values; "" stands for all others
	Prefix string            // before each text of a list
	Always bool              // present although there is nothing in it
}

// Sources of fields besides the columns of ours.
const (
	fromNumber      = "ref or id"    // the service auditor's number, else ours
	fromDescription = "description"  // what is requested, with the controls and the service auditor's number
	fromCriteria    = "criteria ids" // a list
	fromStart       = "period start" // of what covers a period
)

// Presets lists the trackers.
var Presets = []*Preset{
	{Name: "csv", Mark: true, Whole: true}, // all columns of the list with its heads
	{
		Name: "hyperproof",
		Page: "https://docs.hyperproof.io/user/en/audits-overview/importing-audit-requests-as-an-external-auditor.html",
		Fields: []Field{
			{Head: "ID"}, // empty for a request that is new there
			{Head: "Reference", From: fromNumber},
			{Head: "Summary", From: "title"},
			{Head: "Assignee"}, // a person with an e-mail address, of which the sources know none
		},
		Maybe: []Field{
			{Head: "Description", From: "what"}, {Head: "Details", From: "what"}, {Head: "Due date", From: "due_on"},
			{Head: "Controls", From: "controls"}, {Head: "Control", From: "controls"}, {Head: "Linked controls", From: "controls"},
		},
		Notes: []string{
			"Its import refuses a file that lacks one of its headings: give the example that its import window offers with --heads.",
			"ID stays empty, which makes new requests, and Assignee too: it takes people, and the sources know roles.",
		},
	},
	{
		Name: "vanta", JSON: true,
		Page: "https://developer.vanta.com/api-reference/audits/create-a-new-information-request",
		Fields: []Field{
			{Head: "uniqueId", From: "id", Always: true},
			{Head: "title", From: "title", Always: true},
			{Head: "requestType", From: "kind", Always: true, Values: map[string]string{"population": "POPULATION", "sample": "SAMPLE", "": "POINT_IN_TIME"}},
			{Head: "description", From: fromDescription},
			{Head: "frameworkCodes", From: fromCriteria, Prefix: "SOC2_", Always: true},
			{Head: "dueDate", From: "due_on"},
			{Head: "evidenceCaptureDate", From: fromStart},
		},
		Notes: []string{
			"Vanta imports no file: each line is the body of a POST to its Auditor API, which audit firms alone can use.",
			"additionalControlIds is left out: it takes the ids of controls in Vanta and refuses others. Ours stand in the description.",
		},
	},
}

// PresetOf returns the preset of the name, or nil.
func PresetOf(name string) *Preset {
	for _, p := range Presets {
		if p.Name == name {
			return p
		}
	}
	return nil
}
