package socdraft

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/check"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/score"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

// A run is one pass over a project: what was loaded, what follows from it, and
// the findings so far.
type run struct {
	options    Options
	finish     bool // files are wanted, not only what is found on the way
	engagement *content.Engagement
	images     map[string]render.Image
	theme      *render.Theme
	coverage   *coverage.Coverage
	requests   []*requests.Request
	today      content.Date
	findings   diag.List
	waived     []*diag.Finding
	texts      []*diag.Source // the files of text that were read
	loaded     bool
	lost       []diag.Span // what could not be read as a whole
	issue      issue       // of the request list, where one is made
}

// Check reports every finding that Build would. It lays the pages out and
// throws them away.
func (p *Project) Check(o Options) (*Result, error) {
	result, err := p.pass(o, false)
	if err != nil {
		return nil, err
	}
	result.Files = nil
	return result, nil
}

// Build compiles the targets. Findings are never errors: the error tells that
// reading failed or that a bug showed.
func (p *Project) Build(o Options) (*Result, error) { return p.pass(o, true) }

// pass takes a project through the pipeline, up to the finished files if asked.
func (p *Project) pass(o Options, finish bool) (*Result, error) {
	if o.Facts {
		o.Targets = []string{"soc2"}
	}
	r, err := p.start(o)
	if err != nil {
		return nil, err
	}
	r.finish = finish
	result := &Result{Sources: len(r.texts), Whole: r.loaded}
	if !r.loaded {
		r.check()
		r.tellUnapplied(result)
		result.Refused = true
		result.NotWritten = notWritten(o)
		result.Findings, result.Waived = r.resolved(false)
		result.Gate = r.gated(result.Findings)
		return result, nil
	}
	wanted, err := r.targets(result)
	if err != nil {
		return nil, err
	}
	if err := r.compile(wanted, result); err != nil {
		return nil, err
	}
	result.Findings, result.Waived = r.resolved(len(o.Targets) == 0 && !result.Refused)
	result.Gate = r.gated(result.Findings)
	if !finish {
		result.Coverage = listCoverage(r)
	}
	if !finish && o.Score {
		result.Score = score.Of(r.engagement, r.coverage, result.Findings, result.Waived)
	}
	result.ManagementDeviations = managementDeviations(r.engagement)
	r.refuse(result)
	return result, nil
}

// start loads the project and derives what follows.
func (p *Project) start(o Options) (*run, error) {
	if o.Edition == "" {
		o.Edition = Working
	}
	r := &run{options: o}
	go font.Embedded() // they are read while the project is
	loaded, err := load.Project(p.fsys, &r.findings)
	if err != nil {
		return nil, err
	}
	r.texts, r.loaded, r.lost = loaded.Sources, loaded.Loaded(), loaded.Lost
	e := loaded.Engagement
	r.engagement = e
	if e.Draft.Date.IsZero() && !o.DraftDate.IsZero() {
		e.Draft.Date = content.DateOf(o.DraftDate)
	}
	r.today = today(o, e)
	r.images = make(map[string]render.Image, len(loaded.Images))
	for path, image := range loaded.Images {
		r.images[path] = render.Image{Data: image.Data, Format: image.Format, Width: image.Width, Height: image.Height}
	}
	r.theme = r.themeOf()
	r.coverage = coverage.Of(e)
	r.requests = requests.Of(e)
	return r, nil
}

// check runs the rules.
func (r *run) check() {
	check.Run(r.engagement, r.facts(), &r.findings)
}

func (r *run) facts() check.Facts {
	return check.Facts{Today: r.today, Coverage: r.coverage, Requests: r.requests, Partial: !r.loaded, Rules: Rules()}
}

// today returns the date to compare the time frame with.
func today(o Options, e *content.Engagement) content.Date {
	switch {
	case !o.Today.IsZero():
		return content.DateOf(o.Today)
	case !e.Draft.Date.IsZero():
		return e.Draft.Date
	case !o.Now.IsZero():
		return content.DateOf(o.Now)
	}
	return content.Date{}
}

// targets returns the deliverables to build. Asked for by name, a SOC 3 of a
// type 1 report is a finding; by default it is left out with a note.
func (r *run) targets(result *Result) ([]*deliverable, error) {
	type1 := r.engagement.Report.Type == content.Type1
	var wanted []*deliverable
	for _, d := range deliverables {
		named := slices.Contains(r.options.Targets, d.name)
		if len(r.options.Targets) > 0 && !named {
			continue
		}
		if d.type2Only && type1 {
			result.NotWritten = append(result.NotWritten, d.fileName(r.options))
			if named {
				r.findings.Add(ruleNoType1SOC3, r.engagement.Report.TypeSpan, "a SOC 3 report needs a period, and this report is of type 1").
					Suggest("leave %s out of --target, or make the report type 2", d.name)
			} else {
				result.Notes = append(result.Notes, fmt.Sprintf("a type 1 report has no SOC 3; %s is left out", d.fileName(r.options)))
			}
			continue
		}
		wanted = append(wanted, d)
	}
	for _, name := range r.options.Attach {
		if !slices.Contains(Attachments(), name) {
			return nil, fmt.Errorf("unknown attachment %q", name)
		}
		if len(r.options.Targets) > 0 && !slices.Contains(r.options.Targets, "soc2") {
			result.Notes = append(result.Notes, fmt.Sprintf("the %s are attached to soc2-draft.pdf alone, which is not asked for", name))
		}
	}
	for _, name := range r.options.Targets {
		if !slices.Contains(Targets(), name) {
			return nil, fmt.Errorf("unknown target %q", name)
		}
	}
	return wanted, nil
}

// compile builds the targets and runs the rules, all side by side. The findings
// of the targets join those of the rules in the order of the targets.
func (r *run) compile(wanted []*deliverable, result *Result) error {
	type built struct {
		file     *File
		findings diag.List
		err      error
	}
	checked := r.countWaived()
	outputs := make([]built, len(wanted)+1) // the last is of the rules and has no file
	var wait sync.WaitGroup
	room := make(chan struct{}, runtime.GOMAXPROCS(0)) // more at once would only hold more memory
	for i := range outputs {
		room <- struct{}{}
		wait.Go(func() {
			defer func() { <-room }()
			out := &outputs[i]
			defer func() {
				if p := recover(); p != nil {
					out.err = fmt.Errorf("internal error: %v\n%s", p, debug.Stack())
				}
			}()
			if i < len(wanted) {
				out.file, out.err = wanted[i].build(r, &out.findings)
			} else if !checked {
				r.check()
			}
		})
	}
	wait.Wait()
	if err := outputs[len(wanted)].err; err != nil {
		return fmt.Errorf("rules: %w", err)
	}
	for i, out := range outputs[:len(wanted)] {
		if out.err != nil {
			return fmt.Errorf("%s: %w", wanted[i].name, out.err)
		}
		r.findings.Append(&out.findings)
		if out.file == nil {
			result.Refused = true
			result.NotWritten = append(result.NotWritten, wanted[i].fileName(r.options))
			continue
		}
		result.Files = append(result.Files, *out.file)
	}
	return nil
}

// resolved returns the findings as the edition sees them, those that count and
// those that are waived. Only where all has been looked at is a waiver without
// a finding known to be unused.
func (r *run) resolved(all bool) (standing, waived []*diag.Finding) {
	waivers := check.WaiversOf(r.engagement, r.facts())
	waivers.Mark(r.findings.All())
	if all {
		waivers.ReportUnused(&r.findings)
	}
	r.findings.Resolve(r.options.Edition == Auditor)
	waived = r.findings.TakeWaived()
	return r.findings.All(), waived
}

// countWaived runs the rules before anything is built, where a draft tells how
// many findings are waived, and reports whether it did.
func (r *run) countWaived() bool {
	if len(r.engagement.Waivers) == 0 || r.options.Edition == Auditor {
		return false
	}
	r.check()
	var seen diag.List
	seen.Append(&r.findings)
	check.WaiversOf(r.engagement, r.facts()).Mark(seen.All())
	seen.Resolve(false)
	r.waived = slices.DeleteFunc(seen.TakeWaived(), inRequests)
	return true
}

// refuse takes files back where the edition or what was asked for forbids them.
// Errors in the work on the request list hold up the list alone: no report tells
// of it; what is too large to be attached holds up nothing but itself.
func (r *run) refuse(result *Result) {
	all, list := r.findings.Has(ruleNoType1SOC3), false
	if r.options.Edition == Auditor {
		for _, f := range r.findings.All() {
			if f.Severity == diag.Error && f.Rule != ruleLargeAttachment {
				all, list = all || !inRequests(f), list || inRequests(f)
			}
		}
	}
	var kept []File
	for _, f := range result.Files {
		if all || list && f.Target == "requests" {
			result.Refused = true
			result.NotWritten = append(result.NotWritten, f.Name)
			continue
		}
		kept = append(kept, f)
	}
	result.Refused = result.Refused || all || r.findings.Has(ruleLargeAttachment)
	result.Files = kept
}

func managementDeviations(e *content.Engagement) int {
	n := 0
	for _, f := range e.TestFiles {
		if f.Source.Value != content.FromManagement {
			continue
		}
		for _, t := range f.Tests {
			if t.IsException() {
				n++
			}
		}
	}
	return n
}
