package socdraft

import (
	"errors"
	"fmt"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// A SourceFile is a source of the project that a command writes anew.
type SourceFile struct {
	Path   string // relative to the project, with "/"
	Before []byte // what was read; nil where there is no such file yet
	Data   []byte
}

// Edits are what a command does to the sources: all files or none.
type Edits struct {
	Files    []SourceFile
	Findings []*diag.Finding // why nothing can be done; there are no files then
}

// A Numbering is the numbers that requests get.
type Numbering struct {
	Edits
	Added *Listing // what gets a number: "id", "key" and "title"
	All   int      // requests in the list
}

const (
	lockFile  = "requests/lock.toml"
	askedFile = "requests/auditor.toml"
)

// lockHead begins a new lock.
const lockHead = `# The numbers of the requests, written by "socdraft requests number". None is given again: keep this file.
`

// NumberRequests fixes a number for each request that has none.
func (p *Project) NumberRequests() (*Numbering, error) {
	r, err := p.start(Options{})
	if err != nil {
		return nil, err
	}
	out := &Numbering{Added: &Listing{Columns: []string{"id", "key", "title"}}, All: len(r.requests)}
	if out.Findings = r.unreadable(); len(out.Findings) > 0 {
		return out, nil
	}
	added := requests.Number(r.engagement)
	if len(added) == 0 {
		return out, nil
	}
	files, err := r.lock(added)
	if err != nil {
		return nil, err
	}
	find := requests.Finder(r.requests)
	for _, n := range added {
		out.Added.Rows = append(out.Added.Rows, []any{n.ID, n.Key, find(n.Key).Title})
	}
	out.Files = files
	return out, nil
}

// lock returns the lock with further numbers, and the requests of the service
// auditor's own with theirs: their words may change, from which the key is made.
func (r *run) lock(added []requests.Numbered) ([]SourceFile, error) {
	lock, err := r.edited(lockFile, lockHead, func(edit *tomlfile.Editor) {
		for _, n := range added {
			edit.Append(edit.Root(), "request", []tomlfile.Pair{{Key: "id", Value: n.ID}, {Key: "key", Value: n.Key}})
		}
	})
	if err != nil {
		return nil, err
	}
	files, ids := []SourceFile{lock}, map[*content.AskedRequest]string{}
	find := requests.Finder(r.requests)
	for _, n := range added {
		if q := find(n.Key); q != nil && q.Asked != nil && q.Asked.ID.Value == "" {
			ids[q.Asked] = n.ID
		}
	}
	if len(ids) == 0 {
		return files, nil
	}
	own, err := r.edited(askedFile, "", func(edit *tomlfile.Editor) {
		for _, a := range r.engagement.RequestList.Asked {
			if id := ids[a]; id != "" {
				edit.Set(edit.At("request", a.Span), "id", id)
			}
		}
	})
	return append(files, own), err
}

// edited returns a source with what the function does to it.
func (r *run) edited(name, head string, do func(*tomlfile.Editor)) (SourceFile, error) {
	source, before := r.sourceOf(name, head)
	edit, ok := tomlfile.Edit(source, new(diag.List))
	if !ok {
		return SourceFile{}, fmt.Errorf("%s was read and cannot be edited", name)
	}
	do(edit)
	data, err := edit.Bytes()
	if err != nil {
		return SourceFile{}, fmt.Errorf("cannot write numbers: %w", err)
	}
	return SourceFile{Path: name, Before: before, Data: data}, nil
}

// unreadable returns what stands in the way of writing sources: a project that
// was not read as a whole, or errors in what is written.
func (r *run) unreadable() []*diag.Finding {
	r.findings.Resolve(false)
	if !r.loaded {
		return r.findings.All()
	}
	var found []*diag.Finding
	for _, f := range r.findings.All() {
		if f.Severity == diag.Error && inRequests(f) {
			found = append(found, f)
		}
	}
	return found
}

// inRequests reports whether a finding is about the work on the request list, of
// which no report tells.
func inRequests(f *diag.Finding) bool { return strings.HasPrefix(f.Span.Name(), "requests/") }

// sourceOf returns the source of a file as it was read, and its bytes. Where
// there is no such file it begins with the head, and there are no bytes.
func (r *run) sourceOf(name, head string) (*diag.Source, []byte) {
	for _, s := range r.texts {
		if s.Name == name {
			return s, s.Text
		}
	}
	return diag.NewSource(name, []byte(head)), nil
}

// bytesOf returns the edited file. One that could not be read again is a mistake
// in what was asked, not a fault.
func bytesOf(edit *tomlfile.Editor, name string) ([]byte, error) {
	data, err := edit.Bytes()
	switch {
	case errors.Is(err, tomlfile.ErrTooLarge):
		return nil, &InputError{fmt.Sprintf("%v: nothing is written", err)}
	case err != nil:
		return nil, fmt.Errorf("cannot edit %s: %w", name, err)
	}
	return data, nil
}
