package evidence

import (
	"cmp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
)

// Folder is where the files of evidence lie in a project. They stay out of the
// repository; the index goes into it.
const Folder = "evidence"

// A File is one file in the folder.
type File struct {
	Path   string // below the folder, with "/"
	SHA256 string
	Size   int64 // bytes
}

// A Change is what a new index says of a file that the old one did not.
type Change uint8

// The changes of a file.
const (
	Same Change = iota
	Added
	Swapped // the name was there with other bytes
	Gone
)

// An Entry is a file of the index. What people wrote of it stays.
type Entry struct {
	File
	Name   Name // zero where the name follows no pattern
	Known  *content.EvidenceItem
	Change Change
}

// Index compares the files with the index there was. Entries come by path; a
// file that is gone keeps its entry, since it may have been handed over.
func Index(files []File, known []*content.EvidenceItem, isRequest func(id string) bool) []Entry {
	old := map[string]*content.EvidenceItem{}
	for _, item := range known {
		old[item.File.Value] = item
	}
	var entries []Entry
	for _, f := range files {
		e := Entry{File: f, Known: old[f.Path]}
		delete(old, f.Path)
		switch {
		case e.Known == nil:
			e.Change = Added
		case !strings.EqualFold(e.Known.SHA256.Value, f.SHA256):
			e.Change = Swapped
		}
		e.Name, _ = Parse(f.Path, isRequest) // a name of another form tells nothing; a rule reports it
		entries = append(entries, e)
	}
	for _, item := range known {
		if old[item.File.Value] != item {
			continue
		}
		name, _ := Parse(item.File.Value, isRequest)
		entries = append(entries, Entry{
			File: File{Path: item.File.Value, SHA256: item.SHA256.Value, Size: int64(item.Size.Value)},
			Name: name, Known: item, Change: Gone,
		})
	}
	slices.SortFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Path, b.Path) })
	return entries
}
