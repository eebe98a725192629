package socdraft

import (
	"fmt"
	"slices"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/tracker"
)

// Trackers lists what requests can be exported for.
func Trackers() []string {
	var names []string
	for _, p := range tracker.Presets {
		names = append(names, p.Name)
	}
	return names
}

// An ExportOrder says what to export.
type ExportOrder struct {
	As    string // one of Trackers
	Heads []byte // CSV whose heads are to be filled in, or nil
	Name  string // of that file, for messages
}

// An Exported is the request list as another tracker takes it.
type Exported struct {
	Data     []byte
	Requests int
	Page     string   // the public page that the layout follows; "" where it is ours
	Notes    []string // what to know before it is handed over
	Empty    []string // columns for which the list has nothing
	Findings []*diag.Finding
}

// ExportRequests writes the request list for another tracker.
func (p *Project) ExportRequests(o Options, order ExportOrder) (*Exported, error) {
	preset := tracker.PresetOf(order.As)
	if preset == nil {
		return nil, unknownOf("tracker", order.As, Trackers())
	}
	r, err := p.start(o)
	if err != nil {
		return nil, err
	}
	if found := r.unreadable(); len(found) > 0 {
		return &Exported{Findings: found}, nil
	}
	var heads []string
	if order.Heads != nil {
		if heads, err = tracker.Heads(order.Heads); err != nil {
			return nil, fmt.Errorf("%s: %w", order.Name, err)
		}
	}
	done, err := preset.Export(r.requests, heads)
	if err != nil {
		return nil, &InputError{err.Error()}
	}
	out := &Exported{Data: done.Data, Requests: done.Rows, Page: preset.Page, Notes: preset.Notes, Empty: done.Empty}
	if n := len(requests.Number(r.engagement)); n > 0 {
		out.Notes = append(slices.Clip(out.Notes), fmt.Sprintf("%d of the ids are provisional: run \"socdraft requests number\" before you hand them over", n))
	}
	return out, nil
}
