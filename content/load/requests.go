package load

import "github.com/socdraft/socdraft/content"

// typical reads requests/typical.toml:
//
//	[[typical]] requests (list of numbers), areas, triggers, systems (ids), controls (ids), owner_role
func (l *loader) typical(t *table) {
	for _, x := range t.tables("typical") {
		x.owner = "[[typical]]"
		l.e.RequestList.Typical = append(l.e.RequestList.Typical, &content.TypicalRequests{
			Requests:  x.numbersUpTo("requests", content.TypicalCount),
			Areas:     x.Choices("areas", content.TypicalAreas...),
			Triggers:  x.Choices("triggers", content.Triggers...),
			Systems:   x.refs("systems", component),
			Controls:  x.refs("controls", control),
			OwnerRole: x.Text("owner_role"),
			Span:      x.Span(),
		})
	}
}

// auditorsRequests reads requests/auditor.toml, what the service auditor asks:
//
//	[sample_sizes] see sampleSizes
//	[[request]]    see askedRequest
//	[[change]]     request (id or key), ref, title, what, withdrawn, and the terms of requestTerms
//	[[seed]]       request (id or key), value, received_at (time)
func (l *loader) auditorsRequests(t *table) {
	list := &l.e.RequestList
	if s := t.table("sample_sizes"); !s.Span().IsZero() {
		list.Sizes = s.sampleSizes()
	}
	for _, r := range t.tables("request") {
		list.Asked = append(list.Asked, r.askedRequest())
	}
	for _, c := range t.tables("change") {
		list.Changes = append(list.Changes, &content.RequestChange{
			Request:      c.requestName(),
			Ref:          c.Text("ref"),
			Title:        c.Text("title"),
			What:         c.LongText("what"),
			Withdrawn:    c.Bool("withdrawn", false),
			RequestTerms: c.requestTerms(),
			Span:         c.Span(),
		})
	}
	for _, s := range t.tables("seed") {
		s.Require("value", "received_at")
		list.Seeds = append(list.Seeds, &content.Seed{
			Request:    s.requestName(),
			Value:      s.Text("value"),
			ReceivedAt: s.moment("received_at"),
			Span:       s.Span(),
		})
	}
}

// askedRequest reads one [[request]]:
//
//	id, ref, title, what (lines), kind, area, controls (ids), criteria, covers, as_of (date)
//	source_system, format, ipe, owner_role, and the terms of requestTerms
func (t *table) askedRequest() *content.AskedRequest {
	t.Require("title", "what", "kind")
	r := &content.AskedRequest{
		ID:           t.id(request),
		Ref:          t.Text("ref"),
		Title:        t.Text("title"),
		What:         t.LongText("what"),
		Kind:         t.Choice("kind", content.RequestKinds...),
		Area:         t.Text("area"),
		Controls:     t.refs("controls", control),
		Criteria:     t.criteria("criteria"),
		SourceSystem: t.Text("source_system"),
		Format:       t.Text("format"),
		IPE:          t.LongText("ipe"),
		OwnerRole:    t.Text("owner_role"),
		RequestTerms: t.requestTerms(),
		Span:         t.Span(),
	}
	r.From, r.To = t.covers()
	return r
}

// covers reads what a request or a file covers:
//
//	covers = { start, end } or as_of (dates)
func (t *table) covers() (from, to content.Date) {
	if t.Has("covers") {
		period := t.table("covers")
		period.Require("start", "end")
		return period.date("start"), period.date("end")
	}
	return content.Date{}, t.date("as_of")
}

// requestTerms reads what the service auditor sets for any request:
//
//	phase, requested_on, due_on (dates), follow_up_of (id or key), risk, sample_size (whole number)
func (t *table) requestTerms() content.RequestTerms {
	return content.RequestTerms{
		Phase:       t.Text("phase"),
		RequestedOn: t.date("requested_on"),
		DueOn:       t.date("due_on"),
		FollowUpOf:  t.Text("follow_up_of"),
		Risk:        t.Choice("risk", content.SampleRisks...),
		SampleSize:  t.number("sample_size"),
	}
}

// requestName returns the key "request", which names a request by its id or
// key. Whether there is one is known only when the list is derived.
func (t *table) requestName() content.Text {
	t.Require("request")
	name := t.Text("request")
	t.named(name.Value)
	return name
}

// sampleSizes reads [sample_sizes], the audit firm's own table:
//
//	name
//	[[sample_sizes.periodic]]   most, low, normal, high
//	[[sample_sizes.occurrence]] from, to, normal, high
func (t *table) sampleSizes() *content.SampleSizes {
	t.Require("name")
	s := &content.SampleSizes{Name: t.Text("name"), Span: t.Span()}
	for _, row := range t.tables("periodic") {
		row.Require("low", "normal", "high")
		s.Periodic = append(s.Periodic, content.SampleRow{
			Most: row.number("most"), Low: row.number("low"), Normal: row.number("normal"), High: row.number("high"), Span: row.Span()})
	}
	for _, row := range t.tables("occurrence") {
		row.Require("from")
		s.Occurrences = append(s.Occurrences, content.SampleBand{
			From: row.number("from"), To: row.number("to"), Normal: row.number("normal"), High: row.number("high"), Span: row.Span()})
	}
	t.l.checkSizes(s)
	return s
}
