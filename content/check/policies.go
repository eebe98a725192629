package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// latest returns the last day that can be judged: the end of the time frame,
// or today before it has come. Zero: nothing can be judged.
func (p *project) latest() content.Date {
	if p.reversedPeriod() {
		return content.Date{}
	}
	end, today := p.Report.End(), p.facts.Today
	if !today.IsZero() && today.Before(end) {
		return today
	}
	return end
}

// months says how far apart two operations of a control of the frequency are,
// where it recurs by the month.
var months = map[content.Frequency]int{
	content.Monthly: 1, content.Quarterly: 3, content.Semiannual: 6, content.Annual: 12,
}

// grace is how many months a review may be later than its frequency says: one
// of March falls on any day of March.
const grace = 1

// reviewOfPolicies matches statements by which policies are reviewed.
var reviewOfPolicies = regexp.MustCompile(`(?i)\bpolic(?:y|ies) (?:is|are) (?:\w+ and )?(?:reviewed|approved)\b`)

// aboutPolicies parts titles such as "Yearly policy review" from those of
// controls over exceptions to policies.
var aboutPolicies = regexp.MustCompile(`(?i)\bpolic(?:y|ies)\b(?:.*\b(?:review|approv))|\b(?:review|approv)\w*\b.*\bpolic(?:y|ies)$`)

// policyReviews returns the controls in scope by which policies are reviewed by
// the month, quarter or year.
func (p *project) policyReviews() []*content.Control {
	if len(p.Policies) == 0 {
		return nil
	}
	reviewing := map[*content.Control]bool{}
	for i := range p.stated() {
		s := &p.stated()[i]
		if strings.Contains(s.text, "olic") && reviewOfPolicies.MatchString(s.text) {
			reviewing[s.control] = true
		}
	}
	var found []*content.Control
	for _, c := range p.Controls {
		if months[content.Frequency(c.Frequency.Value)] == 0 || !p.InScope(c) {
			continue
		}
		title := c.Title.Value
		if reviewing[c] || hasWord(title, "polic") && aboutPolicies.MatchString(title) &&
			!hasWord(title, "exception", "violation", "exemption", "waiver") {
			found = append(found, c)
		}
	}
	return found
}

// reviewOf returns the control among those that reviews the policy, or nil. One
// that cites no policy reviews them all.
func reviewOf(policy *content.Policy, reviews []*content.Control) *content.Control {
	for _, c := range reviews {
		if len(c.Policies) == 0 || cites(c.Policies, policy.ID.Value) != nil {
			return c
		}
	}
	return nil
}

// overdue reports whether the policy was due for review before the day and has
// not been reviewed since.
func overdue(policy *content.Policy, day content.Date) bool {
	due := policy.ReviewBy
	return both(due, day) && due.Before(day) && (policy.ReviewedOn.IsZero() || !policy.ReviewedOn.After(due))
}

var overduePolicy = Check{
	Rule: diag.SameInBoth("S2-099", "overdue-policy", diag.Warning,
		"the review of a policy was due before the end of the time frame"),
	run: func(p *project) {
		reviews, day := p.policyReviews(), p.latest()
		for _, policy := range p.Policies {
			if overdue(policy, day) && reviewOf(policy, reviews) == nil {
				p.add(policy.ReviewBy.Span, "review of policy %s was due on %s and is not recorded", called(policy.ID, policy.Title), policy.ReviewBy).
					Suggest("record the review in reviewed_on and the next date in review_by, or review the policy now")
			}
		}
	},
}

var falseReview = Check{
	Rule: diag.SameInBoth("S2-100", "false-policy-review", diag.Error,
		"a policy was not reviewed as often as a control says"),
	run: func(p *project) {
		reviews, day := p.policyReviews(), p.latest()
		for _, policy := range p.Policies {
			c := reviewOf(policy, reviews)
			if c == nil || day.IsZero() {
				continue
			}
			frequency := content.Frequency(c.Frequency.Value)
			last := policy.ReviewedOn
			var f *diag.Finding
			switch {
			case overdue(policy, day):
				f = p.add(policy.ReviewBy.Span, "review of policy %q was due on %s and is not recorded, but %s control %q reviews it",
					policy.ID.Value, policy.ReviewBy, frequency, c.ID.Value)
			case policy.ReviewBy.IsZero() && !last.IsZero() && last.AddMonths(months[frequency]+grace).Before(day):
				f = p.add(last.Span, "policy %q was last reviewed on %s, but %s control %q reviews it",
					policy.ID.Value, last, frequency, c.ID.Value)
			default:
				continue
			}
			f.Note(c.Frequency.Span, "the control gives its frequency here").
				Suggest("record the review in reviewed_on if it took place; if not, the control did not operate, and the service auditor will find it")
		}
	},
}

var incompletePolicy = Check{
	Rule: diag.SameInBoth("S2-101", "incomplete-policy", diag.Warning,
		"the register does not say who owns or approved a policy, or which version is in force"),
	run: func(p *project) {
		for _, policy := range p.Policies {
			var lacks []string
			for _, v := range []struct {
				key   string
				value content.Text
			}{
				{"owner_role", policy.OwnerRole}, {"approver_role", policy.ApproverRole}, {"version", policy.Version},
				{"effective", content.Text{Value: policy.Effective.String(), Span: policy.Effective.Span}},
			} {
				if v.value.Value == "" && !p.mistyped[v.value.Span] {
					lacks = append(lacks, v.key)
				}
			}
			if len(lacks) > 0 {
				p.add(place(policy.ID.Span, policy.Span), "policy %s has no %s", called(policy.ID, policy.Title), content.Either(lacks)).
					Suggest("fill them in: the service auditor asks for the policy by these facts")
			}
		}
	},
}

// firstVersion matches the version before which there was none.
var firstVersion = regexp.MustCompile(`^(?i:v|version )?1(?:\.0)*$`)

var latePolicy = Check{
	Rule: diag.SameInBoth("S2-102", "late-policy", diag.Warning,
		"a control cites for the whole period a policy that came into force within it"),
	run: func(p *project) {
		period, ok := p.ordered()
		if !ok {
			return
		}
		for _, policy := range p.Policies {
			from := policy.Effective
			if from.IsZero() || !from.After(period.Start) || !firstVersion.MatchString(policy.Version.Value) {
				continue
			}
			for _, c := range p.Controls {
				at := cites(c.Policies, policy.ID.Value)
				if at == nil || !p.InScope(c) || c.EffectiveFrom.After(period.Start) {
					continue
				}
				p.add(from.Span, "the first version of policy %q is in force since %s, after the period began on %s",
					policy.ID.Value, from, period.Start).
					Note(at.Span, "control %q cites it for the whole period", c.ID.Value).
					Suggest("set effective_from of the control to the day from which it follows the policy, or effective of the policy to the day of its real first version")
				break
			}
		}
	},
}

var slowerReview = Check{
	Rule: diag.SameInBoth("S2-104", "slower-policy-review", diag.Warning,
		"the register sets the next review of a policy later than the control that reviews it"),
	run: func(p *project) {
		reviews := p.policyReviews()
		for _, policy := range p.Policies {
			c := reviewOf(policy, reviews)
			if c == nil || !both(policy.ReviewedOn, policy.ReviewBy) {
				continue
			}
			frequency := content.Frequency(c.Frequency.Value)
			if policy.ReviewBy.After(policy.ReviewedOn.AddMonths(months[frequency] + grace)) {
				p.add(policy.ReviewBy.Span, "policy %q is next reviewed by %s, %d months after %s, but %s control %q reviews it",
					policy.ID.Value, policy.ReviewBy, content.Period{Start: policy.ReviewedOn, End: policy.ReviewBy}.Months(),
					policy.ReviewedOn, frequency, c.ID.Value).
					Note(c.Frequency.Span, "the control gives its frequency here").
					Suggest("make the register and the control say the same")
			}
		}
	},
}

// citedPolicy matches statements that follow a policy by its name. Names that
// are given in passing may be settings of a system.
var citedPolicy = regexp.MustCompile(`\b(?:accordance with|required by|according to|defined in|described in|set by|set out in|laid down in|per) (?:the |our )?((?:[A-Z][\w-]*,? (?:(?:and|of|for) )?)+Policy)\b`)

// askingPolicy matches the same in the order "as the Access Policy requires".
var askingPolicy = regexp.MustCompile(`\bas (?:the |our )((?:[A-Z][\w-]*,? (?:(?:and|of|for) )?)+Policy) (?:asks|requires|prescribes|says|states|sets)\b`)

var unregisteredPolicy = Check{
	Rule: diag.SameInBoth("S2-103", "unregistered-policy", diag.Error,
		"a control cites a policy that the register does not have"),
	absence: true,
	run: func(p *project) {
		if len(p.Policies) == 0 {
			return
		}
		for i := range p.stated() {
			s := &p.stated()[i]
			if !strings.Contains(s.text, " Policy") {
				continue
			}
			cited := append(citedPolicy.FindAllStringSubmatchIndex(s.text, -1), askingPolicy.FindAllStringSubmatchIndex(s.text, -1)...)
			for _, m := range cited {
				name := s.text[m[2]:m[3]]
				if p.policyTitled(name) {
					continue
				}
				f := p.add(s.span(m[2], m[3]), "control %s follows %q, which is not in policies.toml", called(s.control.ID, s.control.Title), name)
				var known []string
				for _, policy := range p.Policies {
					known = append(known, policy.Title.Value)
				}
				if near := diag.Nearest(name, known); near != "" {
					f.Suggest("a similar title exists: %q", near)
				} else {
					f.Suggest("write its title as the register has it, or register it: the service auditor asks for each policy that is cited")
				}
			}
		}
	},
}

// policyTitled reports whether a policy has the title, which may bear the name
// of the organization before it.
func (p *project) policyTitled(name string) bool {
	name = normalized(name)
	for _, policy := range p.Policies {
		title := normalized(policy.Title.Value)
		if title != "" && (strings.HasSuffix(name, title) || strings.HasSuffix(title, name)) {
			return true
		}
	}
	return false
}
