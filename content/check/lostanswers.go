package check

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
)

// lostAnswers knows nothing of a project that was read in part: what a request
// is derived from may stand in what was not read.
var lostAnswers = Check{
	Rule: diag.SameInBoth("S2-192", "lost-answers", diag.Error,
		"something is written about a request that is not in the list"),
	absence: true,
	run: func(p *project) {
		p.sharedNumbers()
		names := p.namesOfRequests()
		if len(names) == 0 {
			return
		}
		find := requests.Finder(p.requestList())
		answered, changed := map[*requests.Request]content.Text{}, map[*requests.Request]content.Text{}
		for _, n := range names {
			r := find(n.name.Value)
			switch {
			case r == nil:
				p.lost(n)
			case n.what == answerOf:
				p.twice(answered, r, n)
			case n.what == changeOf:
				p.twice(changed, r, n)
			}
		}
	},
}

// sharedNumbers reports requests of the service auditor's own with the number of
// another: what is answered to one would be read of the other.
func (p *project) sharedNumbers() {
	if len(p.RequestList.Asked) == 0 {
		return
	}
	first := map[string]*requests.Request{}
	for _, r := range p.requestList() {
		if r.Asked == nil {
			first[r.ID] = r
		}
	}
	for _, r := range p.requestList() {
		if other := first[r.ID]; other != nil && r.Asked != nil {
			p.add(r.Asked.ID.Span, "request %s has the number of another: %s", calledRequest(r), calledRequest(other)).
				Suggest("delete the id: \"socdraft requests number\" gives one that is free")
		}
	}
}

// A naming is a place that names a request.
type naming struct {
	what string
	name content.Text
}

// What may stand only once for a request.
const (
	answerOf = "answer"
	changeOf = "change"
)

// namesOfRequests returns what names requests in requests/, in the order of the
// files. The index of evidence has rules of its own.
func (p *project) namesOfRequests() []naming {
	var all []naming
	add := func(what string, name content.Text) {
		if name.Value != "" {
			all = append(all, naming{what, name})
		}
	}
	list := &p.RequestList
	for _, r := range list.Asked {
		add("follow-up", r.FollowUpOf)
	}
	for _, c := range list.Changes {
		add(changeOf, c.Request)
		add("follow-up", c.FollowUpOf)
	}
	for _, s := range list.Seeds {
		add("seed", s.Request)
	}
	for _, a := range list.Answers {
		add(answerOf, a.Request)
	}
	for _, w := range list.Walkthroughs {
		add("walkthrough", w.Request)
	}
	for _, o := range list.OpenPoints {
		add("open point", o.Request)
	}
	for _, d := range list.Draws {
		add("draw", d.Request)
	}
	return all
}

// lost reports what no row of the list would show.
func (p *project) lost(n naming) {
	f := p.add(n.name.Span, "%s belongs to request %q, which is not in the list", n.what, n.name.Value)
	for _, l := range p.RequestList.Lock {
		if l.ID.Value == n.name.Value {
			f.Note(l.Span, "the number is that of %q, which nothing yields any more", l.Key.Value)
		}
	}
	if near := p.nearRequest(n.name.Value); near != "" {
		f.Suggest("a request with a similar name exists: %q; what is written here stays in the file and is shown nowhere", near)
		return
	}
	f.Suggest("name the request it is about now (\"socdraft list requests\" prints all), or delete it knowingly: it stays in the file and is shown nowhere")
}

// nearRequest returns the name of a request that somebody may have meant, "".
// Numbers are all alike, so the nearest of them means nothing.
func (p *project) nearRequest(name string) string {
	if requests.IsNumber(name) {
		return ""
	}
	var keys []string
	for _, r := range p.requestList() {
		keys = append(keys, r.Key)
	}
	return diag.Nearest(name, keys)
}

// twice reports a second answer or change of a request, of which the list can
// show the first only.
func (p *project) twice(first map[*requests.Request]content.Text, r *requests.Request, n naming) {
	if before, ok := first[r]; ok {
		p.add(n.name.Span, "request %s has two %ss", calledRequest(r), n.what).
			Note(before.Span, "the first, which the list shows, is here").
			Suggest("bring the two together")
		return
	}
	first[r] = n.name
}
