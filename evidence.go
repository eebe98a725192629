package socdraft

import (
	"errors"
	"fmt"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/evidence"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// An EvidenceIndex is what became of the index of evidence.
type EvidenceIndex struct {
	Edits
	Changed *Listing // what the new index says that the old one did not: "change", "file" and "request"
	Notes   []string // what was passed over
	Files   int      // in the folder
	Bytes   int64
}

const evidenceFile = "requests/evidence.toml"

const evidenceHead = `# The files handed over or to be handed over, with the hash of each, written by "socdraft evidence index". What people add
# here stays: captured_on, source and captured_by (a role). The files themselves lie in evidence/, out of the repository.
`

// ErrNoEvidence tells that the project has no folder of evidence.
var ErrNoEvidence = evidence.ErrNoFolder

// ruleSwappedEvidence is reported where the index is written: check knows no
// files.
var ruleSwappedEvidence = diag.SameInBoth("EV-006", "swapped-evidence", diag.Error,
	"a file of evidence has other bytes than those that were handed over")

// IndexEvidence brings the index of evidence up to date with the folder. A file
// whose request is with the service auditor is not indexed anew with other
// bytes: that is a finding, and nothing is written.
func (p *Project) IndexEvidence() (*EvidenceIndex, error) {
	r, err := p.start(Options{})
	if err != nil {
		return nil, err
	}
	out := &EvidenceIndex{Changed: &Listing{Columns: []string{"change", "file", "request"}}}
	if out.Findings = r.unreadable(); len(out.Findings) > 0 {
		return out, nil
	}
	files, skipped, err := evidence.Read(p.fsys)
	if errors.Is(err, evidence.ErrNoFolder) {
		return nil, ErrNoEvidence
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read the evidence: %w", err)
	}
	for _, s := range skipped {
		out.Notes = append(out.Notes, fmt.Sprintf("%s/%s is left out: %s", evidence.Folder, s.Path, s.Why))
	}
	for _, f := range files {
		out.Files++
		out.Bytes += f.Size
	}
	find := requests.Finder(r.requests)
	known := func(id string) bool { return find(id) != nil }
	entries := evidence.Index(files, r.engagement.RequestList.Evidence, known)
	if out.Findings = swapped(entries, find); len(out.Findings) > 0 {
		return out, nil
	}
	return out, out.write(r, entries)
}

// swapped reports files with other bytes than those that the service auditor
// has.
func swapped(entries []evidence.Entry, find func(string) *requests.Request) []*diag.Finding {
	var list diag.List
	for _, e := range entries {
		if e.Change != evidence.Swapped {
			continue
		}
		request := find(e.Known.Request.Value)
		if request == nil || !handedOver(request) {
			continue
		}
		list.Add(ruleSwappedEvidence, e.Known.SHA256.Span, "file %q has other bytes than when request %s was submitted", e.Path, request.ID).
			Suggest("put the first file back, and hand over the new one beside it as the next version")
	}
	list.Resolve(false)
	return list.All()
}

// handedOver reports whether the request's evidence is with the service auditor.
func handedOver(r *requests.Request) bool {
	return r.Status() == "submitted" || r.AuditorStatus() != "" && r.AuditorStatus() != "open" && r.AuditorStatus() != "returned"
}

// write edits the index: what changed, nothing else.
func (out *EvidenceIndex) write(r *run, entries []evidence.Entry) error {
	source, before := r.sourceOf(evidenceFile, evidenceHead)
	edit, ok := tomlfile.Edit(source, new(diag.List))
	if !ok {
		return fmt.Errorf("%s was read and cannot be edited", evidenceFile)
	}
	changed := false
	note := func(change string, e evidence.Entry, request string) {
		out.Changed.Rows = append(out.Changed.Rows, []any{change, e.Path, request})
	}
	for _, e := range entries {
		switch e.Change {
		case evidence.Added:
			edit.Append(edit.Root(), "evidence", described(e))
			note("added", e, e.Name.Request)
			changed = true
		case evidence.Swapped:
			t := edit.Find("evidence", "file", e.Path)
			edit.Set(t, "sha256", e.SHA256)
			edit.Set(t, "size", int(e.Size))
			note("other bytes", e, e.Known.Request.Value)
			changed = true
		case evidence.Gone:
			note("not in the folder", e, e.Known.Request.Value)
		}
	}
	if !changed {
		return nil
	}
	data, err := bytesOf(edit, evidenceFile)
	if err != nil {
		return err
	}
	out.Edits.Files = []SourceFile{{Path: evidenceFile, Before: before, Data: data}}
	return nil
}

// described returns what is known of a new file: its bytes, and what its name
// tells.
func described(e evidence.Entry) []tomlfile.Pair {
	pairs := []tomlfile.Pair{{Key: "file", Value: e.Path}, {Key: "sha256", Value: e.SHA256}, {Key: "size", Value: int(e.Size)}}
	if e.Name == (evidence.Name{}) {
		return pairs
	}
	pairs = append(pairs, tomlfile.Pair{Key: "request", Value: e.Name.Request}, tomlfile.Pair{Key: "control", Value: e.Name.Control})
	if e.Name.From.IsZero() {
		return append(pairs, tomlfile.Pair{Key: "as_of", Value: plainDate(e.Name.To)})
	}
	return append(pairs, tomlfile.Pair{Key: "covers", Value: []tomlfile.Pair{
		{Key: "start", Value: plainDate(e.Name.From)}, {Key: "end", Value: plainDate(e.Name.To)},
	}})
}

func plainDate(d content.Date) tomlfile.Date {
	return tomlfile.Date{Year: d.Year, Month: d.Month, Day: d.Day}
}
