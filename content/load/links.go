package load

import (
	"bytes"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

// An anchors set knows what links in prose can lead to.
type anchors struct {
	kinds     map[string][]string // id to the words for what has it
	order     []string
	unprinted map[string]bool // ids of what exists and does not print, which is a finding of its own
	lost      bool            // an id that links can lead to could not be read
}

func (a *anchors) add(id, kind string) {
	if a.kinds[id] == nil {
		a.order = append(a.order, id)
	}
	a.kinds[id] = append(a.kinds[id], kind)
}

// anchors returns the ids that stand somewhere in the drafts.
func (l *loader) anchors() *anchors {
	a := &anchors{kinds: map[string][]string{}, unprinted: l.unprinted()}
	for _, k := range anchored {
		a.lost = a.lost || l.ids.lost[k]
		for _, id := range l.ids.order[k] {
			a.add(id, string(k))
		}
	}
	for _, c := range l.e.ApplicableCriteria() {
		a.add(c.ID, "criterion")
	}
	for _, p := range content.DescriptionParts {
		if !p.Type2 || l.e.Report.Type != content.Type1 {
			a.add(p.Name, "part of the description")
		}
	}
	for _, d := range l.e.Description.Others {
		a.add(d.Name, "part of the description")
	}
	for _, t := range l.e.Tests() {
		if t.IsException() {
			a.add("exception-"+t.ID.Value, "exception")
		}
	}
	for _, r := range l.e.Responses {
		a.add("response-"+r.Test.Value, "response")
	}
	return a
}

// unprinted returns the ids of changes in a report that has none, and of
// controls at organizations that are not carved out.
func (l *loader) unprinted() map[string]bool {
	ids := map[string]bool{}
	if l.e.Report.Type != content.Type2 {
		for _, c := range l.e.Changes.List {
			ids[c.ID.Value] = true
		}
	}
	for _, p := range l.e.Parties {
		for _, c := range p.CSOCs {
			if !p.IsCarveOut() {
				ids[c.ID.Value] = true
			}
		}
	}
	return ids
}

// checkLinks reports the links in prose that lead nowhere, or to one of
// several places, unless the places may stand in a file that could not be read.
func (l *loader) checkLinks() {
	if len(l.files.lost) > 0 {
		return
	}
	all := l.anchors()
	for _, text := range l.texts {
		var local []string
		for _, b := range text.blocks {
			if h, ok := b.(*prose.Heading); ok {
				local = append(local, h.ID)
			}
		}
		prose.EachInlines(text.blocks, func(runs *[]prose.Inline) {
			for i := range *runs {
				run := &(*runs)[i]
				if id, ok := strings.CutPrefix(run.Link, "#"); ok && !text.local[id] {
					l.checkLink(run, id, all, local)
				}
			}
		})
	}
}

// checkLink reports one link, and takes it off a run whose target nothing has,
// so that no later stage reports it again.
func (l *loader) checkLink(run *prose.Inline, id string, all *anchors, local []string) {
	switch kinds := all.kinds[id]; len(kinds) {
	case 0:
		run.Link = ""
		if all.lost {
			return
		}
		f := l.list.Add(DanglingLink, destination(run.Span, id), "link leads to unknown id %q", id)
		if near := l.suggest.word(id, local, all.order); near != "" {
			f.Suggest("a similar id exists: %q", near)
		} else if l.e.Criterion(id) != nil {
			f.Suggest("criterion %s does not belong to the categories of the report", id)
		} else {
			f.Suggest("correct the id, or add what it names; ids are those of controls, commitments, components and so on")
		}
	case 1:
		if all.unprinted[id] {
			run.Link = ""
		}
	default:
		l.list.Add(AmbiguousLink, destination(run.Span, id), "link leads to %q, the id of a %s", id, strings.Join(kinds, " and a ")).
			Suggest("give them different ids")
	}
}

// destination returns where the target of a link is written, given the place
// of its text: "[text](#id)". Where the source has another form, such as a
// reference, it is the place of the text.
func destination(text diag.Span, id string) diag.Span {
	if text.Source == nil {
		return text
	}
	const window = 80 // marks and brackets that close the text
	rest := text.Source.Text[text.End:]
	rest = rest[:min(len(rest), window+len(id))]
	opening := bytes.Index(rest, []byte("]("))
	if opening < 0 || bytes.IndexByte(rest[:opening], '[') >= 0 {
		return text
	}
	from := opening + len("](")
	if !bytes.HasPrefix(bytes.TrimLeft(rest[from:], "<"), []byte("#"+id)) {
		return text
	}
	from += bytes.IndexByte(rest[from:], '#')
	return text.Source.At(text.End+from, text.End+from+len("#"+id))
}
