package score

// A signal is how one question of the rubric is measured.
type signal struct {
	id, pillar, name string
	counts           string // what it counts, in a sentence
	look             func(*view) measured

	// From strong percent on, and without an error or a finding on something
	// that is not counted, the signal is strong; below weak percent it is weak.
	strong, weak int
}

// The pillars of the rubric that a project can tell about. The third, Source,
// is the firm.
const (
	structure = "structure"
	substance = "substance"
)

// signals lists the signals in the rubric's order with their thresholds, which
// are our judgment:
//
// An assertion lacks nothing or it is incomplete, one contradiction makes a
// reader look for the next, and a description has so few parts that one without
// a name in it is seen: S2, S3 and S4 have to be whole. A criterion with a
// doubtful mapping is one the firm will ask about, so S5 leaves room for one of
// the 33. Statements and tests are many, by many hands; one in twenty does not
// spoil the others. Where a quarter has to be written anew, or half of a
// description, mending single sentences does not help; and one contradiction in
// ten places is no slip.
var signals = []signal{
	{id: "S1", pillar: structure, name: "Frame of the auditor's report", look: frame,
		counts: "facts that the firm's report repeats: names, type, time frame, categories, how others are treated, who gets it. " +
			"Good: given. Never judged, since its words are the firm's."},
	{id: "S2", pillar: structure, name: "Management's assertion", look: assertion, strong: 100, weak: 75,
		counts: "things that an assertion has to say. Good: the sources hold the facts for it, and management's own wording, if there is one, says it."},
	{id: "S3", pillar: structure, name: "Sections that agree", look: agreement, strong: 100, weak: 90,
		counts: "controls, parts of the description, tests and the assertion. Good: nothing in it contradicts another place, as far as rules see it. " +
			"Judged from half of the parts on."},
	{id: "S4", pillar: substance, name: "Specific description", look: description, strong: 100, weak: 50,
		counts: "parts of the description, each with the components and organizations that print below it. Good: written, and names at least " +
			"two things of this system that its tables have."},
	{id: "S5", pillar: substance, name: "Mapping to the criteria", look: mapping, strong: 95, weak: 75,
		counts: "criteria of the categories in scope. Good: has a written control, or a reason why it does not apply, and no finding is " +
			"about a link between the two. It does not say that a criterion is met."},
	{id: "S6", pillar: substance, name: "Clear controls", look: statements, strong: 95, weak: 75,
		counts: "controls in scope. Good: says what is done, which role does it, when or upon what, and what remains of it, without vague words."},
	{id: "S7", pillar: substance, name: "Specific tests", look: procedures, strong: 95, weak: 75,
		counts: "controls in scope of a type 2 report, by the tests received from the service auditor. Good: the test says what was looked at, " +
			"by more than inquiry, and how much of it, in words of its own."},
}
