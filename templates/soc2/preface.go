package soc2

import (
	"path"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// A prefaceTopic is something the service auditor explains before the tests.
type prefaceTopic struct {
	id   string
	asks string
	fact func(*builder) []render.Fact
}

// prefaceTopics lists the topics in printed order.
func prefaceTopics() []prefaceTopic {
	return []prefaceTopic{
		{"purpose", "what was tested, and why", nil},
		{"methods", "meaning of the test methods", (*builder).methodFacts},
		{"samples", "how samples were chosen", nil},
		{"information", "how the reliability of information produced by the entity was considered", (*builder).reportFacts},
		{"exceptions", "what counts as an exception", nil},
	}
}

// preface adds the service auditor's preface as placeholders, and where its
// words in the columns below come from (D3).
func (b *builder) preface() {
	b.heading(render.ByServiceAuditor, 2, "controls/preface", "Tests of controls", render.ByServiceAuditor.String())
	for _, t := range prefaceTopics() {
		var facts []render.Fact
		if t.fact != nil {
			facts = t.fact(b)
		}
		b.add(b.placeholder(render.ByServiceAuditor, "preface/"+t.id, "[SERVICE AUDITOR TO PROVIDE – preface: "+t.asks+"]", facts...))
	}
	b.provenance()
}

// methodFacts names the methods that the received tests use.
func (b *builder) methodFacts() []render.Fact {
	used := map[string]bool{}
	for _, t := range b.x.received(anyTest) {
		for _, m := range t.Methods {
			used[m.Value] = true
		}
	}
	var methods []string
	for _, m := range content.TestMethods {
		if used[m] {
			methods = append(methods, m)
		}
	}
	if len(methods) == 0 {
		return nil
	}
	return []render.Fact{words("Methods in the tests received", content.Join(methods))}
}

// reportFacts counts the controls that run on reports and listings.
func (b *builder) reportFacts() []render.Fact {
	n := 0
	for _, c := range b.x.controls {
		if len(c.UsesReports) > 0 {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []render.Fact{words("Controls that use reports or listings", count(n))}
}

// provenance says from which file the service auditor's words were
// transcribed and by whom; in the working edition also which files could not
// be verified.
func (b *builder) provenance() {
	var verified, refused []*content.TestFile
	for _, f := range b.e.TestFiles {
		switch {
		case f.Auditors():
			verified = append(verified, f)
		case f.Source.Value == content.FromServiceAuditor:
			refused = append(refused, f)
		}
	}
	if len(verified) > 0 {
		b.heading(render.ByTool, 3, "controls/provenance", "Source of the service auditor’s words")
		b.add(render.NewProse(render.ByTool, b.wording("verbatim", nil)...))
		for _, group := range byReceived(verified) {
			b.add(&render.Facts{By: render.By{Whose: render.ByTool}, Facts: provenanceFacts(group)})
		}
	}
	if len(refused) > 0 && b.working() {
		b.add(refusedNotice(refused))
	}
}

// byReceived groups test files that were transcribed from the same received
// file, in order of first appearance.
func byReceived(files []*content.TestFile) [][]*content.TestFile {
	var groups [][]*content.TestFile
	for _, f := range files {
		i := slices.IndexFunc(groups, func(g []*content.TestFile) bool {
			return g[0].Received.SHA256.Value == f.Received.SHA256.Value &&
				g[0].Received.ReceivedOn.Compare(f.Received.ReceivedOn) == 0 && g[0].TranscribedBy.Value == f.TranscribedBy.Value
		})
		if i < 0 {
			groups = append(groups, []*content.TestFile{f})
		} else {
			groups[i] = append(groups[i], f)
		}
	}
	return groups
}

func provenanceFacts(group []*content.TestFile) []render.Fact {
	r, tests := group[0].Received, 0
	for _, f := range group {
		tests += len(f.Tests)
	}
	by := plain("not recorded")
	if t := group[0].TranscribedBy; t.Value != "" {
		by = authoredText(t)
	}
	return []render.Fact{
		fact("File", plain(path.Base(r.File.Value))),
		fact("SHA-256", prose.Styled(r.Actual, prose.Mono)),
		fact("Received", plain(r.ReceivedOn.Long()+" from "), authoredText(r.Firm)),
		fact("Transcriber", by),
		words("Tests", count(tests)),
	}
}

func refusedNotice(files []*content.TestFile) *render.Notice {
	var names []string
	for _, f := range files {
		names = append(names, f.Path)
	}
	text := "The words in " + strings.Join(names, ", ") + " do not print: the received file named there is missing or its SHA-256 differs from the one on record."
	return &render.Notice{By: render.By{Whose: render.ByTool}, Title: "Unverified results",
		Blocks: []prose.Block{prose.Para(plain(text))}}
}
