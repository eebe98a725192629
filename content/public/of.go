package public

import "github.com/socdraft/socdraft/content"

// AssertionPart is the name under which a project keeps management's own
// wording of the assertion: wording/soc3-assertion.md.
const AssertionPart = "soc3-assertion"

// Of returns the public facts of the engagement.
func Of(e *content.Engagement) *Facts {
	f := &Facts{
		Organization:   e.Organization.Name,
		ShortName:      e.Organization.ShortName,
		System:         e.System.Name,
		Period:         period(e.Report),
		Criteria:       e.Editions.TrustServices,
		HasCUECs:       len(e.UserEntities.CUECs) > 0,
		Boundaries:     words(e.Boundaries),
		Assertion:      words(e.Wording[AssertionPart]),
		AssertionFirst: e.Report.AssertionFirst(),
		Weigh:          e.Opinion.Modified() || len(e.Exceptions()) > 0 || len(e.Incidents.List) > 0,
		Signatories:    e.Signatories,
		Draft:          Draft{Number: e.Draft.Number.Value, Date: e.Draft.Date, Revision: e.Revision},
		Paper:          e.Branding.Paper.Value,
		Logo:           e.Branding.Logo.Value,
	}
	if f.ShortName.Value == "" {
		f.ShortName = f.Organization
	}
	for _, c := range e.Report.Ordered() {
		f.Categories = append(f.Categories, c.Words())
	}
	f.addSystem(e)
	f.addPromises(e)
	return f
}

func period(r content.Report) Period {
	if r.Type == content.Type1 || r.Period.IsZero() {
		return Period{}
	}
	return Period{Start: r.Period.Start, End: r.Period.End, Words: r.Period.String()}
}

// words returns the prose of a file, with its title left out: the report has
// its own.
func words(d *content.Document) Prose {
	if d == nil {
		return Prose{}
	}
	return Prose{Blocks: d.Blocks}
}

func (f *Facts) addSystem(e *content.Engagement) {
	for _, s := range e.Services {
		f.Services = append(f.Services, Service{Name: s.Name, Summary: s.PublicSummary})
	}
	for _, c := range e.Components.All() {
		if c.PublicSummary.Value != "" {
			f.Components = append(f.Components, Component{Kind: c.Kind, Name: c.Name, Summary: c.PublicSummary})
		}
	}
	for _, p := range e.Parties {
		if p.IsSubservice() {
			f.Subservice = append(f.Subservice, Subservice{
				Name: p.Name, Summary: p.PublicSummary, CarveOut: !p.IsInclusive(), Signatories: p.Signatories,
			})
		}
	}
}

func (f *Facts) addPromises(e *content.Engagement) {
	for _, c := range e.Commitments {
		if c.Principal {
			f.Commitments = append(f.Commitments, Promise{ID: c.ID, Text: c.Text, Categories: categories(c.Categories)})
		}
	}
	for _, r := range e.Requirements {
		if r.Principal {
			f.Requirements = append(f.Requirements, Promise{ID: r.ID, Text: r.Text, Categories: categories(r.Categories)})
		}
	}
}

// categories returns the authored categories as prose says them, in its order;
// what is no category is left out, as a finding tells.
func categories(authored []content.Text) []string {
	var in []string
	for _, c := range content.Categories {
		for _, a := range authored {
			if a.Value == string(c) {
				in = append(in, c.Words())
				break
			}
		}
	}
	return in
}
