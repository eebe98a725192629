package facts

import "github.com/socdraft/socdraft/content"

// methodNames gives the methods their names in the report.
var methodNames = map[string]string{content.CarveOut: "carve-out", content.Inclusive: "inclusive"}

func (t *teller) subservice() []subservice {
	all := []subservice{}
	for _, p := range t.e.Parties {
		if !p.IsSubservice() {
			continue
		}
		one := subservice{
			Name: p.Name.Value, Method: methodNames[p.Method.Value], Service: words(p.Service), Reason: words(p.Reason),
			Portion: words(p.Portion), Criteria: values(p.Criteria), Monitoring: values(p.Monitoring),
			CSOCs: []csoc{}, Expected: []expectations{},
		}
		if p.IsCarveOut() {
			for _, c := range p.CSOCs {
				one.CSOCs = append(one.CSOCs, csoc{c.ID.Value, words(c.Statement), values(c.Criteria)})
			}
		}
		for _, c := range p.TheirCUECs {
			one.Expected = append(one.Expected, expectations{words(c.Text), values(c.Controls)})
		}
		all = append(all, one)
	}
	return all
}

func (t *teller) otherParties() []otherParty {
	all := []otherParty{}
	for _, p := range t.e.Parties {
		if !p.IsSubservice() {
			all = append(all, otherParty{p.Name.Value, words(p.Service), words(p.Reason)})
		}
	}
	return all
}

func (t *teller) cuecs() []cuec {
	all := []cuec{}
	for _, c := range t.e.UserEntities.CUECs {
		all = append(all, cuec{c.ID.Value, words(c.Text), words(c.Why), values(c.Commitments), values(c.Criteria)})
	}
	return all
}

func (t *teller) responsibilities() []responsibility {
	all := []responsibility{}
	for _, r := range t.e.UserEntities.Responsibilities {
		all = append(all, responsibility{r.ID.Value, words(r.Text)})
	}
	return all
}
