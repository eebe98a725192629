package requests

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/markdown"
	"github.com/socdraft/socdraft/content/prose"
	derived "github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/sample"
	"github.com/socdraft/socdraft/render"
)

//go:embed readme.md
var boilerplate string

// toAdd marks contacts, which are never in the sources.
const toAdd = "[TO BE ADDED WHEN HANDED OVER]"

// readMe is the first sheet: the facts of the engagement and how the list
// works.
func readMe(in Input) *render.Sheet {
	e := in.Engagement
	lines := []render.LetterLine{
		{Kind: render.LetterText, Text: e.Organization.Name.Value},
		{Kind: render.LetterTitle, Text: "Request list"},
		{Kind: render.LetterStatus, Text: status(in)},
		{Kind: render.LetterSpace},
	}
	lines = append(lines, facts(in)...)
	lines = append(lines, guide(in)...)
	return &render.Sheet{Name: readMeSheet, Letter: append(lines, contacts(in)...)}
}

func fact(label, text string) render.LetterLine {
	return render.LetterLine{Kind: render.LetterFact, Label: label, Text: text}
}

func facts(in Input) []render.LetterLine {
	e := in.Engagement
	frame := "Period"
	if e.Report.Type == content.Type1 {
		frame = "As of"
	}
	lines := []render.LetterLine{
		fact("System", e.System.Name.Value),
		fact("Examination", fmt.Sprintf("SOC 2®, type %d", e.Report.Type)),
		fact(frame, strings.TrimPrefix(e.Report.TimeFrame(), "the period ")),
		fact("Categories", prose.FirstUpper(e.Report.CategoryWords())),
		fact("Subservice organizations", methods(e)),
	}
	if f := fieldwork(e.Fieldwork); f != "" {
		lines = append(lines, fact("Fieldwork", f))
	}
	inScope := 0
	for _, c := range e.Controls {
		if e.InScope(c) {
			inScope++
		}
	}
	lines = append(lines, fact("This list", fmt.Sprintf("%d requests for %d controls and %d applicable criteria",
		len(in.Requests), inScope, len(in.Coverage.Entries))))
	lines = append(lines, fact("Sample sizes", "Planning estimates by "+sizes(e)))
	if d := e.Draft.Date; !d.IsZero() {
		lines = append(lines, fact("Draft of", d.Long()))
	}
	if in.Round > 0 {
		lines = append(lines, fact("Issue", strings.TrimSuffix(fmt.Sprintf("Round %d, %s", in.Round, in.Issue), ", ")))
	}
	return lines
}

// sizes says by which table the sizes of samples are estimated.
func sizes(e *content.Engagement) string {
	if derived.OwnSizes(e) {
		return "“" + derived.SizesOf(e) + "”, the audit firm’s table"
	}
	return "the " + derived.SizesOf(e) + "; no audit firm’s"
}

// methods names the subservice organizations with their method.
func methods(e *content.Engagement) string {
	var words []string
	for _, p := range e.Parties {
		switch {
		case p.IsCarveOut():
			words = append(words, p.Name.Value+" (carve-out method)")
		case p.IsInclusive():
			words = append(words, p.Name.Value+" (inclusive method)")
		}
	}
	if len(words) == 0 {
		return "None"
	}
	return strings.Join(words, "; ")
}

func fieldwork(f content.Fieldwork) string {
	var words []string
	if !f.InterimStart.IsZero() {
		words = append(words, "interim "+span(f.InterimStart, f.InterimEnd))
	}
	if !f.Start.IsZero() {
		words = append(words, "final "+span(f.Start, f.End))
	}
	return prose.FirstUpper(strings.Join(words, "; "))
}

func span(from, to content.Date) string {
	if to.IsZero() {
		return "from " + from.Long()
	}
	return from.Long() + " to " + to.Long()
}

// guide turns the boilerplate into lines: headings, paragraphs, and
// definitions as facts.
func guide(in Input) []render.LetterLine {
	fill := strings.NewReplacer(
		"{{ organization.short_name }}", in.short(),
		"{{ report.time_frame }}", in.Engagement.Report.TimeFrame(),
		"{{ side.company }}", sides(in)[render.CompanySide],
		"{{ side.auditor }}", sides(in)[render.AuditorSide],
		"{{ example.file }}", exampleFile(in),
		"{{ method }}", sample.Method,
		"{{ ids }}", idWords(in),
	)
	var lines []render.LetterLine
	blocks := markdown.Parse(diag.Text{Value: boilerplate}, markdown.Options{BuiltIn: true}, &diag.List{})
	for _, b := range blocks {
		switch b := b.(type) {
		case *prose.Heading:
			lines = append(lines, render.LetterLine{Kind: render.LetterSpace},
				render.LetterLine{Kind: render.LetterHeading, Text: prose.Text(b.Inlines)},
				render.LetterLine{Kind: render.LetterSpace})
		case *prose.Definitions:
			for _, d := range b.Items {
				lines = append(lines, fact(prose.Text(d.Term.Inlines), fill.Replace(Words(d.Blocks))))
			}
		default:
			lines = append(lines, render.LetterLine{Kind: render.LetterText, Text: fill.Replace(Words([]prose.Block{b}))})
		}
	}
	return lines
}

// idWords says what the request IDs are and whether they stay.
func idWords(in Input) string {
	if slices.ContainsFunc(in.Requests, func(r *derived.Request) bool { return r.ID == r.Key && r.Origin == derived.Expected }) {
		return "One row is one request. A request ID such as R-001 stays for good. One that begins with the key of what the request is about (a control, policy, " +
			"system, population, third party or area, or ENG for the engagement as a whole) is provisional: it changes when the key does, and once it gets its number."
	}
	return "One row is one request. Its request ID stays for good and is never given again."
}

// exampleFile names a file for the list's first population; without one, for
// the first request of a control, or the first at all.
func exampleFile(in Input) string {
	if len(in.Requests) == 0 {
		return ""
	}
	rank := func(r *derived.Request) int {
		switch {
		case r.Kind == derived.Population && len(r.Controls) > 0:
			return 0
		case len(r.Controls) > 0:
			return 1
		}
		return 2
	}
	r := slices.MinFunc(in.Requests, func(x, y *derived.Request) int { return cmp.Compare(rank(x), rank(y)) })
	control := "ENG"
	if len(r.Controls) > 0 {
		control = r.Controls[0]
	}
	covered := r.Covers.End.String()
	if r.Covers.IsPeriod() {
		covered = compact(r.Covers.Start) + "-" + compact(r.Covers.End)
	}
	slug := strings.ReplaceAll(string(r.Kind), "_", "-")
	return fmt.Sprintf("%s_%s_%s_%s_01_v1.csv", r.ID, control, slug, covered)
}

// compact returns the date as 20260630.
func compact(d content.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// contacts lists the roles that answer requests, with room for how to reach
// them.
func contacts(in Input) []render.LetterLine {
	count := map[string]int{}
	for _, r := range in.Requests {
		count[r.Owner]++
	}
	lines := []render.LetterLine{{Kind: render.LetterSpace}, {Kind: render.LetterHeading, Text: "Contacts by role"}, {Kind: render.LetterSpace}}
	for _, role := range owners(in) {
		text := toAdd
		if n := count[role]; n == 1 {
			text = "1 request · " + toAdd
		} else if n > 1 {
			text = fmt.Sprintf("%d requests · %s", n, toAdd)
		}
		lines = append(lines, fact(role, text))
	}
	if n := count[""]; n > 0 {
		lines = append(lines, fact("No role named yet", fmt.Sprintf("%d of the requests: name one in the column “Owner (role)”", n)))
	}
	return append(lines, fact("Service auditor", toAdd))
}
