package load

import "github.com/socdraft/socdraft/content"

// answers reads requests/answers.toml, where the requests stand on both sides:
//
//	[[answer]]      see answer
//	[[walkthrough]] request (id or key), held_on (date), attendees (roles), outcome
//	[[open_point]]  id, request (id or key), control, text, side, raised_on, resolution, closed_on (dates)
func (l *loader) answers(t *table) {
	list := &l.e.RequestList
	for _, a := range t.tables("answer") {
		list.Answers = append(list.Answers, a.answer())
	}
	for _, w := range t.tables("walkthrough") {
		list.Walkthroughs = append(list.Walkthroughs, &content.WalkthroughRecord{
			Request:   w.requestName(),
			HeldOn:    w.date("held_on"),
			Attendees: w.Texts("attendees"),
			Outcome:   w.LongText("outcome"),
			Span:      w.Span(),
		})
	}
	for _, p := range t.tables("open_point") {
		p.Require("id", "text", "side")
		list.OpenPoints = append(list.OpenPoints, &content.OpenPoint{
			ID:         p.id(openPoint),
			Request:    p.Text("request"),
			Control:    p.ref("control", control),
			Text:       p.LongText("text"),
			Side:       p.Choice("side", content.RequestSides...),
			RaisedOn:   p.date("raised_on"),
			Resolution: p.LongText("resolution"),
			ClosedOn:   p.date("closed_on"),
			Span:       p.Span(),
		})
	}
}

// answer reads one [[answer]]:
//
//	request (id or key)
//	owner_role, source_system, status, submitted_on (date), evidence (file names), comment, na_reason
//	auditor_status, accepted_on (date), auditor_comment
//	[[answer.note]] side, column, text, on (date), reply, resolved
func (t *table) answer() *content.Answer {
	a := &content.Answer{
		Request:        t.requestName(),
		OwnerRole:      t.Text("owner_role"),
		SourceSystem:   t.Text("source_system"),
		Status:         t.Choice("status", content.CompanyStatuses...),
		SubmittedOn:    t.date("submitted_on"),
		Evidence:       t.Set("evidence"),
		Comment:        t.LongText("comment"),
		NAReason:       t.LongText("na_reason"),
		AuditorStatus:  t.Choice("auditor_status", content.AuditorStatuses...),
		AcceptedOn:     t.date("accepted_on"),
		AuditorComment: t.LongText("auditor_comment"),
		Span:           t.Span(),
	}
	for _, n := range t.tables("note") {
		n.Require("side", "text")
		a.Notes = append(a.Notes, &content.RequestNote{
			Side:     n.Choice("side", content.RequestSides...),
			Column:   n.Text("column"),
			Text:     n.LongText("text"),
			On:       n.date("on"),
			Reply:    n.Bool("reply", false),
			Resolved: n.Bool("resolved", false),
			Span:     n.Span(),
		})
	}
	return a
}
