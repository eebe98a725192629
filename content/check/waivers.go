package check

import (
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var unknownWaivedRule = Check{
	Rule: diag.SameInBoth("WV-001", "unknown-waived-rule", diag.Error, "a waiver names a rule that does not exist"),
	run: func(p *project) {
		for _, w := range p.Waivers {
			if w.Rule.Value == "" || waivedRule(w, p.facts.Rules) != nil {
				continue
			}
			suggestRule(p.add(w.Rule.Span, "waiver names unknown rule %q", w.Rule.Value), w.Rule.Value, p.facts.Rules)
		}
	},
}

// suggestRule adds to a finding about a rule that does not exist which is meant.
func suggestRule(f *diag.Finding, name string, rules []*diag.Rule) {
	var names []string
	for _, r := range rules {
		names = append(names, r.Name)
	}
	if near := diag.Nearest(strings.ToLower(name), names); near != "" {
		f.Suggest("a rule with a similar name exists: %q", near)
		return
	}
	f.Suggest("write the name in brackets behind the finding's severity; \"socdraft check --list-rules\" prints all names and numbers")
}

var unwaivableRule = Check{
	Rule: diag.SameInBoth("WV-002", "unwaivable-rule", diag.Error, "a waiver names a rule that can never be waived"),
	run: func(p *project) {
		for _, w := range p.Waivers {
			if r := waivedRule(w, p.facts.Rules); r != nil && NeverWaived(r.Number) {
				p.add(w.Rule.Span, "rule %q can never be waived", w.Rule.Value).
					Suggest("delete the waiver and mend what the rule finds")
			}
		}
	},
}

var expiredWaiver = Check{
	Rule: diag.SameInBoth("WV-003", "expired-waiver", diag.Error, "the last day of a waiver has passed"),
	run: func(p *project) {
		for _, w := range p.Waivers {
			if expired(w, p.facts.Today) {
				p.add(w.Until.Span, "the waiver of %q held until %s, so what it waived counts again", w.Rule.Value, w.Until.Long()).
					Suggest("mend it and delete the waiver, or have the waiver decided again and write a later date")
			}
		}
	},
}

// unusedWaiver is reported by Waivers, which sees the findings of layout too.
// An auditor edition has other pages, and so other findings of layout.
var unusedWaiver = Check{
	Rule: &diag.Rule{Number: "WV-004", Name: "unused-waiver", Working: diag.Warning, Handoff: diag.Off,
		Title: "a waiver has no finding to waive"},
	run:     func(*project) {},
	absence: true,
}

// waivedRule returns the rule that the waiver names, or nil.
func waivedRule(w *content.Waiver, rules []*diag.Rule) *diag.Rule {
	return ruleNamed(w.Rule.Value, rules)
}

// ruleNamed returns the rule of a name or number, or nil.
func ruleNamed(key string, rules []*diag.Rule) *diag.Rule {
	i := slices.IndexFunc(rules, func(r *diag.Rule) bool {
		return strings.EqualFold(r.Name, key) || strings.EqualFold(r.Number, key)
	})
	if i < 0 {
		return nil
	}
	return rules[i]
}

func expired(w *content.Waiver, today content.Date) bool {
	return !w.Until.IsZero() && !today.IsZero() && w.Until.Before(today)
}

// Waivers applies the waivers of an engagement to findings.
type Waivers struct {
	inForce []*inForce
	places  map[*diag.Source][]*content.Place
}

// inForce is a waiver that holds today.
type inForce struct {
	*content.Waiver
	rule *diag.Rule
	mark *diag.Waiver
	used bool
}

// WaiversOf returns the waivers that hold: well-formed and complete, not
// expired, of rules that may be waived.
func WaiversOf(e *content.Engagement, facts Facts) *Waivers {
	all := &Waivers{places: map[*diag.Source][]*content.Place{}}
	for _, w := range e.Waivers {
		r := waivedRule(w, facts.Rules)
		complete := !w.Until.IsZero() && strings.TrimSpace(w.Reason.Value) != "" && strings.TrimSpace(w.ApprovedBy.Value) != ""
		if r == nil || NeverWaived(r.Number) || w.Malformed || !complete || expired(w, facts.Today) {
			continue
		}
		all.inForce = append(all.inForce, &inForce{Waiver: w, rule: r,
			mark: &diag.Waiver{Reason: w.Reason.Value, ApprovedBy: w.ApprovedBy.Value, Until: w.Until.String()}})
	}
	if len(all.inForce) > 0 {
		for _, p := range e.Places {
			all.places[p.Header.Source] = append(all.places[p.Header.Source], p)
		}
	}
	return all
}

// Mark marks the findings that are waived. Of several waivers the first counts,
// and all are used.
func (ws *Waivers) Mark(findings []*diag.Finding) {
	byRule := map[*diag.Rule][]*inForce{}
	for _, w := range ws.inForce {
		byRule[w.rule] = append(byRule[w.rule], w)
	}
	for _, f := range findings {
		for _, w := range byRule[f.Rule] {
			if w.Target.Value != "" && !ws.about(f, w.Target.Value) {
				continue
			}
			w.used = true
			if f.Waiver == nil {
				f.Waiver = w.mark
			}
		}
	}
}

// ReportUnused adds a finding for each waiver that Mark found no use for.
func (ws *Waivers) ReportUnused(list *diag.List) {
	found := map[*diag.Rule]*diag.Finding{}
	for _, f := range list.All() {
		if found[f.Rule] == nil {
			found[f.Rule] = f
		}
	}
	for _, w := range ws.inForce {
		if w.used {
			continue
		}
		other := found[w.rule]
		if other == nil {
			list.Add(unusedWaiver.Rule, w.Span, "nothing is left for the waiver of %q: the rule finds nothing", w.Waiver.Rule.Value).
				Suggest("delete the waiver")
			continue
		}
		list.Add(unusedWaiver.Rule, w.Target.Span, "the rule %q finds nothing about %q", w.Waiver.Rule.Value, w.Target.Value).
			Note(other.Span, "the rule has a finding here").
			Suggest("delete the waiver, or name the id of the table that the finding stands in, or the finding's file")
	}
}

// about reports whether the finding is about the target: the file it stands in,
// what the table around it describes or, where nothing with an id is around it,
// what its message quotes, such as the criterion that no control covers.
func (ws *Waivers) about(f *diag.Finding, target string) bool {
	if f.Span.IsZero() {
		return quotes(f.Message, target)
	}
	if f.Span.Name() == target {
		return true
	}
	p := ws.placeOf(f.Span)
	if p.HasID() {
		return p.Names(target)
	}
	return quotes(f.Message, target)
}

// placeOf returns the table that the span begins in, or nil.
func (ws *Waivers) placeOf(span diag.Span) *content.Place {
	places := ws.places[span.Source]
	after, _ := slices.BinarySearchFunc(places, span.Start+1, func(p *content.Place, offset int) int { return p.Header.Start - offset })
	if after == 0 {
		return nil
	}
	return places[after-1]
}

func quotes(message, value string) bool { return strings.Contains(message, `"`+value+`"`) }
