package check

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/evidence"
	"github.com/socdraft/socdraft/content/requests"
)

// handedOver returns the index of evidence with what it is about, nothing where
// there is none: the list of requests is derived for it alone.
func (p *project) handedOver() ([]*content.EvidenceItem, func(id string) *requests.Request) {
	items := p.RequestList.Evidence
	if len(items) == 0 {
		return nil, nil
	}
	return items, requests.Finder(p.requestList())
}

// lateCapture is how many days after the end of what it covers evidence may be
// captured before it raises a question.
const lateCapture = 120

var untimelyEvidence = Check{
	Rule: diag.SameInBoth("S2-187", "untimely-evidence", diag.Warning,
		"evidence covers dates outside the time frame of its request, or was captured far from them"),
	run: func(p *project) {
		items, request := p.handedOver()
		for _, item := range items {
			r := request(item.Request.Value)
			if r == nil || item.To.IsZero() {
				continue
			}
			first, last := r.Covers.Start, r.Covers.End
			if first.IsZero() {
				first = last.AddDays(-31) // shortly before the date is as of the date
			}
			begins := item.From
			if begins.IsZero() {
				begins = item.To
			}
			switch {
			case !last.IsZero() && !r.Covers.Open && begins.After(last), !first.IsZero() && item.To.Before(first):
				p.add(item.To.Span, "file %q covers no day of what request %s is about: %s", item.File.Value, r.ID, r.Covers).
					Suggest("hand over what covers the time frame, or name the request it belongs to")
			case !item.CapturedOn.IsZero() && item.CapturedOn.Before(item.To):
				p.add(item.CapturedOn.Span, "file %q was captured on %s, before what it covers ended on %s", item.File.Value, item.CapturedOn.Long(), item.To.Long()).
					Suggest("run it again after the end, or write in the name what it covers in fact")
			case item.CapturedOn.After(item.To.AddDays(lateCapture)):
				p.add(item.CapturedOn.Span, "file %q was captured on %s, %d days after the last day it covers", item.File.Value, item.CapturedOn.Long(), item.To.DaysUntil(item.CapturedOn)).
					Suggest("say in the comment of request %s why the state of that day still shows, or hand over what was captured then", r.ID)
			}
		}
	},
}

var misnamedEvidence = Check{
	Rule: diag.SameInBoth("S2-188", "misnamed-evidence", diag.Warning, "the name of a file of evidence breaks the pattern"),
	run: func(p *project) {
		items, request := p.handedOver()
		known := func(id string) bool { return request(id) != nil }
		for _, item := range items {
			name, err := evidence.Parse(item.File.Value, known)
			switch {
			case err != nil && evidence.Dated(item.File.Value):
				p.add(item.File.Span, "file %q: %s", item.File.Value, err).Suggest("%s", evidence.Advice)
			case err != nil: // undatedEvidence says more
			case item.Request.Value != "" && !strings.EqualFold(name.Request, item.Request.Value):
				p.add(item.File.Span, "file %q is named for request %q and listed for %q", item.File.Value, name.Request, item.Request.Value).
					Note(item.Request.Span, "the request is listed here").
					Suggest("rename the file, or correct the request")
			case item.Control.Value != "" && !strings.EqualFold(name.Control, item.Control.Value):
				p.add(item.File.Span, "file %q is named for control %q and listed for %q", item.File.Value, name.Control, item.Control.Value).
					Note(item.Control.Span, "the control is listed here").
					Suggest("rename the file, or correct the control")
			}
		}
	},
}

var undatedEvidence = Check{
	Rule: diag.SameInBoth("EV-001", "undated-evidence", diag.Warning, "nothing says what date or period a file of evidence covers"),
	run: func(p *project) {
		for _, item := range p.RequestList.Evidence {
			if item.To.IsZero() && !evidence.Dated(item.File.Value) {
				p.add(item.File.Span, "file %q does not say what date or period it covers", item.File.Value).
					Suggest("%s; or write covers or as_of here", evidence.Advice)
			}
		}
	},
}

var duplicateEvidence = Check{
	Rule: diag.SameInBoth("EV-002", "duplicate-evidence", diag.Warning, "two files of evidence are the same"),
	run: func(p *project) {
		first := map[string]*content.EvidenceItem{}
		for _, item := range p.RequestList.Evidence {
			sum := strings.ToLower(item.SHA256.Value)
			if sum == "" || item.Size.Value == 0 {
				continue // emptyEvidence reports those without bytes
			}
			if before := first[sum]; before != nil {
				p.add(item.File.Span, "file %q holds the same bytes as %q", item.File.Value, before.File.Value).
					Note(before.File.Span, "the same bytes are here").
					Suggest("hand over one file and name it for both requests, or replace the one that was copied by mistake")
				continue
			}
			first[sum] = item
		}
	},
}

var emptyEvidence = Check{
	Rule: diag.SameInBoth("EV-003", "empty-evidence", diag.Warning, "a file of evidence has no bytes"),
	run: func(p *project) {
		for _, item := range p.RequestList.Evidence {
			if item.Size.Value == 0 && item.Size.Given() {
				p.add(item.File.Span, "file %q is empty", item.File.Value).
					Suggest("export it again; where there was nothing to export, hand over the run that shows it")
			}
		}
	},
}

var unreferencedEvidence = Check{
	Rule: diag.SameInBoth("EV-004", "unreferenced-evidence", diag.Warning, "a file of evidence belongs to no request, or no answer names it"),
	run: func(p *project) {
		items, request := p.handedOver()
		named := map[string]bool{}
		for _, a := range p.RequestList.Answers {
			for _, file := range a.Evidence {
				named[base(file.Value)] = true
			}
		}
		for _, item := range items {
			switch {
			case item.Request.Value == "":
				p.add(item.File.Span, "file %q names no request", item.File.Value).Suggest("say here which request it is for, or %s", evidence.Advice)
			case request(item.Request.Value) == nil:
				p.add(item.Request.Span, "file %q belongs to request %q, which is not in the list", item.File.Value, item.Request.Value).
					Suggest("correct the request; \"socdraft list requests\" prints all")
			case !named[base(item.File.Value)]:
				p.add(item.File.Span, "no answer names file %q", item.File.Value).
					Suggest("add it to evidence in the [[answer]] of request %s, or take the file away", item.Request.Value)
			}
		}
	},
}

var unindexedEvidence = Check{
	Rule: diag.SameInBoth("EV-005", "unindexed-evidence", diag.Warning, "an answer names a file of evidence that the index does not have"),
	run: func(p *project) {
		if len(p.RequestList.Evidence) == 0 {
			return // nobody keeps an index yet
		}
		indexed := map[string]bool{}
		for _, item := range p.RequestList.Evidence {
			indexed[base(item.File.Value)] = true
		}
		for _, a := range p.RequestList.Answers {
			for _, file := range a.Evidence {
				if !indexed[base(file.Value)] {
					p.add(file.Span, "answer to request %s names file %q, which is not in the index of evidence", a.Request.Value, file.Value).
						Suggest("put the file into evidence/ and run \"socdraft evidence index\", or correct the name")
				}
			}
		}
	},
}

// base returns the name of a file without its folders.
func base(file string) string { return file[strings.LastIndexByte(file, '/')+1:] }
