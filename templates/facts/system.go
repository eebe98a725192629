package facts

func (t *teller) services() []service {
	all := []service{}
	for _, s := range t.e.Services {
		all = append(all, service{s.Name.Value, words(s.Summary), s.UserEntities.Value})
	}
	return all
}

// incidents returns those that the description discloses.
func (t *teller) incidents() []incident {
	all := []incident{}
	for _, i := range t.e.Incidents.List {
		all = append(all, incident{i.ID.Value, i.Title.Value, i.Started.String(), i.Resolved.String(),
			words(i.Nature), words(i.Effect), words(i.Disposition), values(i.Controls)})
	}
	return all
}

// changes returns the significant ones. What management judged not significant
// stands in no report.
func (t *teller) changes() []change {
	all := []change{}
	for _, c := range t.e.Changes.List {
		if t.type2() && c.Significant {
			all = append(all, change{c.ID.Value, c.Title.Value, c.Date.String(), words(c.Description), words(c.Effect), values(c.Controls)})
		}
	}
	return all
}
