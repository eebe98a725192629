package requests

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// withAsked puts the requests of the service auditor's own into the list, each
// behind the others of its area.
func withAsked(e *content.Engagement, list []*Request) []*Request {
	b := &builder{e: e}
	taken := map[string]bool{}
	for _, r := range list {
		taken[strings.ToLower(r.Key)], taken[strings.ToLower(r.ID)] = true, true
	}
	numbers := numbersOf(e)
	for _, a := range e.RequestList.Asked {
		r := b.asked(a)
		r.Key = askedKey(a, numbers, taken)
		r.ID = cmp.Or(a.ID.Value, numbers.id(r.Key))
		list = slices.Insert(list, placeFor(list, r.Area), r)
	}
	return list
}

// askedKey returns a key for a request of the service auditor's own that no
// other has: the one it had when it was numbered, its id, else one made from the
// service auditor's number or the title.
func askedKey(a *content.AskedRequest, numbers numbers, taken map[string]bool) string {
	key := cmp.Or(numbers.keyOf[a.ID.Value], a.ID.Value)
	if key == "" {
		key = "AUD." + cmp.Or(slug(a.Ref.Value), slug(a.Title.Value), "request")
	}
	unique := key
	for n := 2; taken[strings.ToLower(unique)]; n++ {
		unique = fmt.Sprintf("%s-%d", key, n)
	}
	taken[strings.ToLower(unique)] = true
	return unique
}

// placeFor returns where in the list a further request of the area stands.
func placeFor(list []*Request, area string) int {
	for i := len(list); i > 0; i-- {
		if list[i-1].Area == area {
			return i
		}
	}
	return len(list)
}

// asked returns the request that the service auditor wrote, with what follows
// from the controls it names.
func (b *builder) asked(a *content.AskedRequest) *Request {
	var lines []line
	var controls []string
	for _, id := range a.Controls {
		controls = append(controls, id.Value)
		if c := b.e.Control(id.Value); c != nil {
			lines = append(lines, line{control: c})
		}
	}
	r := &Request{
		Ref: a.Ref.Value, Kind: Kind(cmp.Or(a.Kind.Value, string(Document))), Title: a.Title.Value, What: a.What.Value,
		Controls: controls, Criteria: b.criteriaOf(lines, values(a.Criteria)),
		Covers:       TimeFrame{Start: a.From, End: a.To},
		SourceSystem: a.SourceSystem.Value, Format: a.Format.Value, IPE: a.IPE.Value,
		Area:   cmp.Or(a.Area.Value, most(lines, func(c *content.Control) string { return c.Area.Value }), EngagementArea),
		Owner:  cmp.Or(a.OwnerRole.Value, most(lines, b.owner)),
		Origin: ByAuditor, Engagement: len(controls) == 0, Asked: a,
	}
	if a.To.IsZero() {
		r.Covers = b.whole()
	}
	r.terms(&a.RequestTerms)
	return r
}
