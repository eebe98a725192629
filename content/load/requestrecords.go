package load

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// lock reads requests/lock.toml, which fixes the numbers of requests:
//
//	[[request]] id, key
func (l *loader) lock(t *table) {
	ids, keys := map[string]diag.Span{}, map[string]diag.Span{}
	for _, r := range t.tables("request") {
		r.Require("id", "key")
		locked := &content.LockedRequest{ID: r.Text("id"), Key: r.Text("key"), Span: r.Span()}
		r.named(locked.ID.Value)
		l.twice(ids, locked.ID, "number %q is given to two requests")
		l.twice(keys, locked.Key, "request %q has two numbers")
		l.e.RequestList.Lock = append(l.e.RequestList.Lock, locked)
	}
}

// twice reports a value that was seen before.
func (l *loader) twice(seen map[string]diag.Span, value content.Text, format string) {
	if first, ok := seen[value.Value]; ok {
		l.list.Add(DuplicateID, value.Span, format, value.Value).
			Note(first, "first stands here").
			Suggest("the file is not written by hand: delete the later one, or take the file back from the repository")
		return
	}
	if value.Value != "" {
		seen[value.Value] = value.Span
	}
}

// samples reads requests/samples.toml, the draws that count:
//
//	[[draw]]      engagement, request (id or key), population (id), sha256, rows, size, seed, received_at (time), method, strata
//	[[draw.item]] row (whole number), key, stratum
func (l *loader) samples(t *table) {
	for _, d := range t.tables("draw") {
		d.owner = "[[draw]]"
		d.Require("engagement", "population", "sha256", "rows", "size", "seed", "received_at", "method")
		draw := &content.Draw{
			Engagement: d.Text("engagement"),
			Request:    d.requestName(),
			Population: d.ref("population", population),
			SHA256:     d.hash("sha256"),
			Rows:       d.number("rows"),
			Size:       d.number("size"),
			Seed:       d.Text("seed"),
			ReceivedAt: d.moment("received_at"),
			Method:     d.Text("method"),
			Strata:     d.Text("strata"),
			Span:       d.Span(),
		}
		for _, i := range d.tables("item") {
			i.Require("row")
			draw.Items = append(draw.Items, &content.DrawnItem{Row: i.number("row"), Key: i.Text("key"), Stratum: i.Text("stratum")})
		}
		l.e.RequestList.Draws = append(l.e.RequestList.Draws, draw)
	}
}

// evidence reads requests/evidence.toml, the index of the files under
// evidence/:
//
//	[[evidence]] file, sha256, size (bytes), request (id or key), control, covers or as_of, captured_on (date), source,
//	             captured_by (role)
func (l *loader) evidence(t *table) {
	files := map[string]diag.Span{}
	for _, x := range t.tables("evidence") {
		x.Require("file", "sha256")
		item := &content.EvidenceItem{
			File:       x.Text("file"),
			SHA256:     x.hash("sha256"),
			Size:       x.fileSize("size"),
			Request:    x.Text("request"),
			Control:    x.evidenceControl(),
			CapturedOn: x.date("captured_on"),
			Source:     x.Text("source"),
			CapturedBy: x.Text("captured_by"),
			Span:       x.Span(),
		}
		item.From, item.To = x.covers()
		x.named(item.File.Value)
		l.twice(files, item.File, "file %q stands in the index twice")
		l.e.RequestList.Evidence = append(l.e.RequestList.Evidence, item)
	}
}

// wholeEngagement stands in the place of a control where a file is of the
// engagement as a whole.
const wholeEngagement = "ENG"

func (t *table) evidenceControl() content.Text {
	id := t.Text("control")
	if id.Value != wholeEngagement {
		t.l.ids.cite(t.owner, "control", id, []kind{control})
	}
	return id
}
