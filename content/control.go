package content

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/diag"
)

// Frequency is how often a control operates.
type Frequency string

// The frequencies.
const (
	Continuous    Frequency = "continuous"
	ManyPerDay    Frequency = "many_per_day"
	Daily         Frequency = "daily"
	Weekly        Frequency = "weekly"
	Biweekly      Frequency = "biweekly"
	Semimonthly   Frequency = "semimonthly"
	Monthly       Frequency = "monthly"
	Quarterly     Frequency = "quarterly"
	Semiannual    Frequency = "semiannual"
	Annual        Frequency = "annual"
	PerOccurrence Frequency = "per_occurrence"
	Once          Frequency = "once"
)

// Frequencies lists the frequencies an author may give.
var Frequencies = []Frequency{Continuous, ManyPerDay, Daily, Weekly, Biweekly, Semimonthly,
	Monthly, Quarterly, Semiannual, Annual, PerOccurrence, Once}

var frequencyWords = map[Frequency]string{
	Continuous: "Continuous", ManyPerDay: "Many times a day", Daily: "Daily", Weekly: "Weekly",
	Biweekly: "Every two weeks", Semimonthly: "Twice a month", Monthly: "Monthly", Quarterly: "Quarterly",
	Semiannual: "Semiannual", Annual: "Annual", PerOccurrence: "Per occurrence", Once: "Once",
}

// Words returns the frequency as tables print it.
func (f Frequency) Words() string { return frequencyWords[f] }

// Periodic reports whether the control recurs by the calendar less than daily.
func (f Frequency) Periodic() bool {
	switch f {
	case Weekly, Biweekly, Semimonthly, Monthly, Quarterly, Semiannual, Annual:
		return true
	}
	return false
}

// Nature is who or what performs a control.
type Nature string

// The natures of a control.
const (
	Manual            Nature = "manual"
	Automated         Nature = "automated"
	ITDependentManual Nature = "it_dependent_manual"
)

// Words returns the nature as tables print it, "" where none was given.
func (n Nature) Words() string {
	switch n {
	case Manual:
		return "Manual"
	case Automated:
		return "Automated"
	case ITDependentManual:
		return "IT-dependent manual"
	}
	return ""
}

// Kind is what a control does about an event.
type Kind string

// The kinds of a control.
const (
	Preventive Kind = "preventive"
	Detective  Kind = "detective"
	Corrective Kind = "corrective"
)

// Words returns the kind as tables print it, "" where none was given.
func (k Kind) Words() string {
	switch k {
	case Preventive:
		return "Preventive"
	case Detective:
		return "Detective"
	case Corrective:
		return "Corrective"
	}
	return ""
}

// Triggers lists the events that make a per-occurrence control operate.
var Triggers = []string{"hire", "transfer", "termination", "access_change", "change", "emergency_change",
	"incident", "security_event", "vulnerability", "new_vendor", "new_customer", "customer_exit",
	"deletion_request", "data_subject_request", "disclosure", "breach", "complaint", "exception_request",
	"asset_disposal", "other"}

// A Control is one testable activity.
type Control struct {
	ID            Text
	Title         Text
	Area          Text
	Statement     Prose
	Criteria      []Text
	Commitments   []Text // ids of commitments or requirements
	Risks         []Text
	Policies      []Text
	OwnerRole     Text
	PerformerRole Text
	PerformedBy   Text // party id of an inclusive subservice organization
	Frequency     Text
	Trigger       Text
	TriggerText   Text
	Population    Text // id
	Nature        Text
	Kind          Text
	Systems       []Text // component ids
	UsesReports   []Text
	Monitors      []Text // party ids
	Evidence      []Text
	EffectiveFrom Date
	RetiredOn     Date
	Replaces      Text
	Alias         Text // the service auditor's own id
	Earlier       []EarlierWording
	Span          diag.Span // the [[control]] header
}

// EarlierWording is how a control was stated before it was reworded within the
// period.
type EarlierWording struct {
	Statement      Prose
	EffectiveFrom  Date
	EffectiveUntil Date
}

// Introduced returns since when there has been the control; where it was
// reworded, its effective date is that of the present wording only.
func (c *Control) Introduced() Date {
	from := c.EffectiveFrom
	for i, w := range c.Earlier {
		if i == 0 || w.EffectiveFrom.Before(from) {
			from = w.EffectiveFrom
		}
	}
	return from
}

// EarlierWordings returns how the control was stated before within the period,
// newest first. A date has no such wordings.
func (e *Engagement) EarlierWordings(c *Control) []EarlierWording {
	var earlier []EarlierWording
	for _, w := range c.Earlier {
		if e.Report.Type == Type2 && !w.EffectiveUntil.Before(e.Report.Period.Start) {
			earlier = append(earlier, w)
		}
	}
	slices.SortStableFunc(earlier, func(a, b EarlierWording) int { return b.EffectiveUntil.Compare(a.EffectiveUntil) })
	return earlier
}

// FrequencyWords returns the frequency as tables print it, with its trigger.
func (c *Control) FrequencyWords() string {
	words := Frequency(c.Frequency.Value).Words()
	if words == "" {
		return c.Frequency.Value
	}
	if t := c.TriggerWords(); t != "" {
		return words + " (" + withinSentence(t) + ")"
	}
	return words
}

// withinSentence returns words with a small first letter, as they read after
// the beginning of a sentence. Acronyms keep theirs.
func withinSentence(words string) string {
	first, n := utf8.DecodeRuneInString(words)
	if second, _ := utf8.DecodeRuneInString(words[n:]); unicode.IsLower(second) {
		return string(unicode.ToLower(first)) + words[n:]
	}
	return words
}

// TriggerWords returns the trigger as prose says it, "" where there is none.
func (c *Control) TriggerWords() string {
	if c.Trigger.Value == "other" {
		return c.TriggerText.Value
	}
	return Category(c.Trigger.Value).Words()
}

// InScope reports whether the control was in place at some time of the time
// frame: not retired before it began, not introduced after it ended.
func (e *Engagement) InScope(c *Control) bool {
	start := e.Report.Period.Start
	if e.Report.Type == Type1 {
		start = e.Report.AsOf
	}
	if !c.RetiredOn.IsZero() && c.RetiredOn.Before(start) {
		return false
	}
	end := e.Report.End()
	return c.EffectiveFrom.IsZero() || end.IsZero() || !c.EffectiveFrom.After(end)
}

// Control returns the control of the id, or nil.
func (e *Engagement) Control(id string) *Control {
	for _, c := range e.Controls {
		if c.ID.Value == id {
			return c
		}
	}
	return nil
}

// Areas returns the areas of the controls in order of first appearance.
func (e *Engagement) Areas() []string {
	var areas []string
	seen := map[string]bool{}
	for _, c := range e.Controls {
		if a := c.Area.Value; !seen[a] {
			seen[a] = true
			areas = append(areas, a)
		}
	}
	return areas
}

// A Population is all occurrences of an event, asked for once for many controls.
type Population struct {
	ID           Text
	Title        Text
	Trigger      Text
	SourceSystem Text
	Query        Text
	Fields       []Text
	Runs         []*PopulationRun // in authored order
	Span         diag.Span
}

// Population returns the population of the id, or nil.
func (e *Engagement) Population(id string) *Population {
	for _, p := range e.Populations {
		if p.ID.Value == id {
			return p
		}
	}
	return nil
}
