package soc2

import (
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

// dot separates the parts of a line of small facts. Where the line breaks, it
// stays at the end.
const dot = "\u00a0· "

func plain(text string) prose.Inline { return prose.Inline{Text: text} }

func bold(text string) prose.Inline { return prose.Styled(text, prose.Bold) }

// pageOf is the number of the page on which an anchor stands, as a link.
func pageOf(id string) prose.Inline { return prose.Inline{PageOf: id, Link: "#" + id} }

// authoredText is one run of authored text.
func authoredText(t content.Text) prose.Inline {
	return prose.Inline{Text: t.Value, Span: t.Span}
}

// strong is authored text in bold.
func strong(t content.Text) prose.Inline {
	return prose.Inline{Text: t.Value, Span: t.Span, Style: prose.Bold}
}

// join puts the separator between runs that each hold one word or link.
func join(separator string, groups ...[]prose.Inline) []prose.Inline {
	var runs []prose.Inline
	for _, g := range groups {
		if len(g) == 0 {
			continue
		}
		if len(runs) > 0 {
			runs = append(runs, plain(separator))
		}
		runs = append(runs, g...)
	}
	return runs
}

// each makes runs of every item and separates them with commas.
func each[T any](items []T, run func(T) prose.Inline) []prose.Inline {
	var groups [][]prose.Inline
	for _, item := range items {
		groups = append(groups, []prose.Inline{run(item)})
	}
	return join(", ", groups...)
}

// fact is a label and runs.
func fact(label string, runs ...prose.Inline) render.Fact {
	return render.Fact{Label: label, Value: runs}
}

// words is a fact of built-in or plain words.
func words(label, text string) render.Fact { return fact(label, plain(text)) }

// listed is a comma separated list of authored texts.
func listed(texts []content.Text) []prose.Inline { return each(texts, authoredText) }

// listedSources parts places in documents, which have commas of their own.
func listedSources(texts []content.Text) []prose.Inline {
	var groups [][]prose.Inline
	for _, t := range texts {
		groups = append(groups, []prose.Inline{authoredText(t)})
	}
	return join("; ", groups...)
}

// criterionAnchor is where the readable row of a criterion stands; the bare id
// is the anchor of its row in the matrix.
func criterionAnchor(id string) string { return "criterion/" + id }

// reasonAnchor is where the reason stands why a criterion is not relevant.
func reasonAnchor(id string) string { return "not-relevant/" + id }

// exceptionAnchor is where the result of a test with an exception stands.
func exceptionAnchor(test string) string { return "exception-" + test }

// responseAnchor is where management's response to an exception stands.
func responseAnchor(test string) string { return "response-" + test }

// criteriaLinks lists criteria as links to their readable rows; an id that
// does not apply stays plain.
func (b *builder) criteriaLinks(ids []content.Text) []prose.Inline {
	return each(ids, func(id content.Text) prose.Inline {
		run := authoredText(id)
		if b.in.Coverage.Entry(id.Value) != nil {
			run.Link = "#" + criterionAnchor(id.Value)
		}
		return run
	})
}

// controlLinks lists controls as links to their rows; a control that does not
// print stays plain.
func (b *builder) controlLinks(ids []content.Text) []prose.Inline {
	return each(ids, func(id content.Text) prose.Inline {
		run := authoredText(id)
		if b.x.byID[id.Value] != nil {
			run.Link = "#" + id.Value
		}
		return run
	})
}

// promiseLinks lists commitments and requirements as links to their rows; one
// that does not exist stays plain.
func (b *builder) promiseLinks(ids []content.Text) []prose.Inline {
	return each(ids, func(id content.Text) prose.Inline {
		run := authoredText(id)
		if b.x.promised[id.Value] {
			run.Link = "#" + id.Value
		}
		return run
	})
}

// idLinks lists ids as links to where they stand.
func idLinks(ids []content.Text) []prose.Inline {
	return each(ids, idLink)
}

func idLink(id content.Text) prose.Inline {
	run := authoredText(id)
	run.Link = "#" + id.Value
	return run
}

// categoryWords lists categories as prose does: "security, processing integrity".
func categoryWords(categories []content.Text) string {
	var names []string
	for _, c := range categories {
		names = append(names, content.Category(c.Value).Words())
	}
	return strings.Join(names, ", ")
}

// count writes a number as US prose does: "2,914".
func count(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// cell is a table cell with the blocks.
func cell(blocks ...render.Block) render.Cell { return render.Cell{Blocks: blocks} }

// proseCell is a table cell of management's long text.
func proseCell(p content.Prose) render.Cell {
	if p.IsZero() {
		return render.Cell{}
	}
	return cell(render.NewProse(render.ByManagement, p.Blocks...))
}

// runCell is a table cell of one paragraph of management's.
func runCell(runs ...prose.Inline) render.Cell {
	if len(runs) == 0 {
		return render.Cell{}
	}
	return render.PlainCell(render.ByManagement, runs...)
}

// toolCell is a table cell of one generated paragraph.
func toolCell(runs ...prose.Inline) render.Cell {
	if len(runs) == 0 {
		return render.Cell{}
	}
	return render.PlainCell(render.ByTool, runs...)
}

// meta is a line of secondary ink.
func meta(whose render.Owner, runs ...prose.Inline) *render.Meta {
	return &render.Meta{By: render.By{Whose: whose}, Inlines: runs}
}

// lowerFirst returns the text with its first letter in lower case.
func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
