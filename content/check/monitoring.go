package check

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// monitoringCriterion is the criterion about the risks of vendors and partners.
const monitoringCriterion = "CC9.2"

var unmonitoredParty = Check{
	Rule: diag.SameInBoth("S2-050", "unmonitored-carve-out", diag.Warning,
		"no control mapped to CC9.2 monitors a carved-out subservice organization"),
	absence: true,
	run: func(p *project) {
		byID := p.controlsByID()
		for _, party := range p.CarveOuts() {
			if len(party.Monitoring) == 0 {
				p.add(at(party), "no control monitors carved-out subservice organization %s", called(party.ID, party.Name)).
					Suggest("name in \"monitoring\" the controls with which its performance is watched, such as the review of its report (DC 7)")
				continue
			}
			mapped, unknown := false, false
			for _, id := range party.Monitoring {
				c := byID[id.Value]
				unknown = unknown || c == nil
				mapped = mapped || c != nil && cites(c.Criteria, monitoringCriterion) != nil
			}
			if !mapped && !unknown {
				f := p.add(party.Monitoring[0].Span, "no control that monitors %s is mapped to criterion %s", called(party.ID, party.Name), p.criterion(monitoringCriterion))
				f.Note(byID[party.Monitoring[0].Value].ID.Span, "control %q is not mapped to it", party.Monitoring[0].Value)
				f.Suggest("add the criterion to the control's: it is where the service auditor looks for the monitoring of providers")
			}
		}
	},
}

// controlsByID returns the controls by id.
func (p *project) controlsByID() map[string]*content.Control {
	byID := make(map[string]*content.Control, len(p.Controls))
	for _, c := range p.Controls {
		byID[c.ID.Value] = c
	}
	return byID
}

// bridgeable is how many months between two reports people mostly bridge by a
// letter.
const bridgeable = 3

var stalePartyReport = Check{
	Rule: diag.SameInBoth("S2-051", "stale-provider-report", diag.Warning,
		"the report of a carved-out organization leaves much of the period uncovered, or nobody reviewed it"),
	run: func(p *project) {
		for _, party := range p.CarveOuts() {
			r := party.Report
			if r.Period.IsZero() && r.Kind.Value == "" {
				continue // none is recorded
			}
			if r.ReviewedOn.IsZero() && !p.facts.Partial {
				p.add(place(r.Kind.Span, r.Period.Start.Span, at(party)), "nothing says when the report of %s was read", called(party.ID, party.Name)).
					Suggest("write in reviewed_on the day on which the control that monitors it went through the report")
			}
			p.uncoveredMonths(party)
		}
	},
}

// uncoveredMonths reports more than bridgeable months of the period that the
// report of the party does not cover.
func (p *project) uncoveredMonths(party *content.Party) {
	own, ok := p.ordered()
	theirs := party.Report.Period
	if !ok {
		return
	}
	if !theirs.End.IsZero() && own.End.After(theirs.End.AddMonths(bridgeable)) && !monthEnds(theirs.End, own.End) {
		p.add(theirs.End.Span, "report of %s ends on %s, more than %d months before the period does", called(party.ID, party.Name), theirs.End, bridgeable).
			Note(own.End.Span, "the period ends on %s", own.End).
			Suggest("get its next report, or a letter of its management (a bridge letter) for the months between")
	}
	if !theirs.Start.IsZero() && theirs.Start.After(own.Start.AddMonths(bridgeable)) {
		p.add(theirs.Start.Span, "report of %s starts on %s, more than %d months after the period does", called(party.ID, party.Name), theirs.Start, bridgeable).
			Note(own.Start.Span, "the period starts on %s", own.Start).
			Suggest("its report before that one covers the months between; record a review of it too")
	}
}

// monthEnds reports whether two last days of months are the bridgeable months
// apart, whose days differ: June 30 and September 30, February 28 and May 31.
func monthEnds(before, after content.Date) bool {
	next, last := before.AddDays(1), after.AddDays(1)
	return next.Day == 1 && last.Day == 1 && next.AddMonths(bridgeable).Compare(last) == 0
}

var unansweredTheirCUEC = Check{
	Rule: diag.SameInBoth("S2-052", "unmapped-provider-cuec", diag.Warning,
		"no control answers a user entity control that a provider expects"),
	run: func(p *project) {
		for _, party := range p.Parties {
			for _, c := range party.TheirCUECs {
				if len(c.Controls) == 0 {
					p.add(place(c.Text.Raw.Span, c.Span), "no control answers what %s expects of its user entities", called(party.ID, party.Name)).
						Suggest("name the controls in \"controls\": to the provider this organization is a user entity")
				}
			}
		}
	},
}

var unexplainedVendor = Check{
	Rule: diag.SameInBoth("S2-054", "unexplained-vendor", diag.Warning,
		"a third party provides a component of the system and is a vendor without a reason"),
	run: func(p *project) {
		provides := map[string]*content.Component{}
		for _, c := range p.Components.All() {
			if id := c.Provider.Value; id != "" && provides[id] == nil {
				provides[id] = c
			}
		}
		for _, party := range p.Parties {
			c := provides[party.ID.Value]
			if c == nil || party.Classification.Value != content.Vendor || !party.Reason.IsZero() {
				continue
			}
			p.add(party.Classification.Span, "third party %s provides component %q but is a vendor without a reason", called(party.ID, party.Name), c.ID.Value).
				Note(c.Provider.Span, "it provides this component").
				Suggest("say in \"reason\" why your own controls suffice without its; where they do not, it is a subservice_organization (DC 7)")
		}
	},
}

var repeatedCSOC = Check{
	Rule: diag.SameInBoth("S2-049", "repeated-csoc", diag.Warning,
		"the same control is assumed at several subservice organizations"),
	run: func(p *project) {
		first := map[string]*content.CSOC{}
		for _, c := range p.CSOCs() {
			words := normalized(c.Statement.String())
			switch other := first[words]; {
			case words == "":
			case other == nil:
				first[words] = c
			case other.Party != c.Party:
				p.add(place(c.Statement.Raw.Span, c.ID.Span, c.Span), "control %q assumed at %q has the same words as %q assumed at %q",
					c.ID.Value, c.Party.ID.Value, other.ID.Value, other.Party.ID.Value).
					Note(place(other.Statement.Raw.Span, other.Span), "the same words").
					Suggest("say what each provider has to do for the service that this system takes from it")
			}
		}
	},
}

var pervasiveCarveOut = Check{
	Rule: diag.SameInBoth("S2-056", "pervasive-carve-out", diag.Warning,
		"most of the infrastructure and most criteria rest on carved-out organizations"),
	run: func(p *project) {
		if own, theirs := p.hosted(); theirs <= own {
			return
		}
		rest := 0
		for _, entry := range p.facts.Coverage.Entries {
			if len(entry.CSOCs) > 0 {
				rest++
			}
		}
		if all := len(p.facts.Coverage.Entries); 2*rest > all {
			party := p.CarveOuts()[0]
			p.add(place(party.Method.Span, at(party)), "%d of %d criteria and most of the infrastructure rest on carved-out organizations", rest, all).
				Suggest("readers who cannot get those reports learn little from this one: think about the inclusive method, or tell more of your own controls")
		}
	},
}

// hosted counts the parts of the infrastructure that carved-out organizations
// provide, and the others.
func (p *project) hosted() (own, theirs int) {
	carved := map[string]bool{}
	for _, party := range p.CarveOuts() {
		carved[party.ID.Value] = true
	}
	for _, c := range p.Components.Infrastructure {
		if carved[c.Provider.Value] {
			theirs++
		} else {
			own++
		}
	}
	return own, theirs
}
