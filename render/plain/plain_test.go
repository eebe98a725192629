package plain

import (
	"strings"
	"testing"
	"time"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
)

func para(text string) *prose.Paragraph { return prose.Para(prose.Inline{Text: text}) }

func everything() *render.Document {
	text := &prose.List{Ordered: true, Start: 3, Items: []prose.Item{
		{Blocks: []prose.Block{para("third"), &prose.List{Items: []prose.Item{{Task: prose.TaskDone, Blocks: []prose.Block{para("inner")}}}}}},
		{Blocks: []prose.Block{&prose.Code{Text: "a\tb\nc\n"}}},
	}}
	bar := render.PlainCell(render.ByServiceAuditor, prose.Inline{Text: "Exception noted."})
	bar.Bar = true
	return &render.Document{
		Title: "DRAFT – SOC 2", Header: "Report", Mark: "DRAFT · working", Footer: "Wrenfield",
		Blocks: []render.Block{
			&render.Cover{Band: prose.Plain("Not a report."), Name: "Wrenfield", Kind: "SOC 2", Title: "Report on", Lines: []string{"Type 2"}, Facts: []render.Fact{{Label: "System", Value: prose.Plain("Ledger")}}},
			&render.Glance{Title: "At a glance", Label: "Navigation", Facts: []render.Fact{{Label: "Controls", Value: prose.Plain("3")}}, Shape: []render.Fact{{Label: "Section 1", Value: []prose.Inline{{PageOf: "s1"}}}}},
			&render.Contents{Title: "Contents", Levels: 2, Lists: []render.ContentsList{{Title: "Tables", Entries: []render.ContentsEntry{{Text: "Parties"}}}}},
			&render.Section{Number: "Section 3", Title: "Description", Line: "Prepared by management", Label: "Draft"},
			&render.Heading{Level: 2, Text: prose.Plain("Data"), Margin: []string{"DC 3", "data.md"}},
			render.NewProse(render.ByManagement, para("one\nand\u00a0two"), text,
				&prose.Quote{Blocks: []prose.Block{para("quoted")}}, &prose.Alert{Kind: "note", Blocks: []prose.Block{para("mind")}},
				&prose.Definitions{Items: []prose.Definition{{Term: para("term"), Blocks: []prose.Block{para("meaning")}}}},
				&prose.Table{Head: []prose.Cell{{Inlines: prose.Plain("a|b")}}, Rows: [][]prose.Cell{{{Inlines: prose.Plain("c")}}}},
				&prose.Figure{Alt: "network", Caption: prose.Plain("The network")},
				&prose.Diagram{Alt: prose.Plain("a to b"), Caption: prose.Plain("Flow"), Nodes: []prose.DiagramNode{{Label: prose.Plain("a"), Group: -1}, {Label: prose.Plain("b"), Group: -1}},
					Edges: []prose.DiagramEdge{{From: 0, To: 1, Head: true, Label: prose.Plain("c")}}}, &prose.Break{}, &prose.Heading{Level: 3, Inlines: prose.Plain("Inner")},
				prose.Para(prose.Linked("site", "https://example.com"), prose.Styled("old", prose.Strike), prose.Styled("1", prose.Superscript)),
				&prose.Notes{Notes: []prose.Note{{Number: 1, Blocks: []prose.Block{para("note")}}}}),
			&render.Facts{Title: "Facts", Facts: []render.Fact{{Label: "Name", Value: prose.Plain("x")}}},
			&render.Placeholder{Text: "[SERVICE AUDITOR TO PROVIDE]", Facts: []render.Fact{{Label: "Scope", Value: prose.Plain("all")}}},
			&render.Notice{Title: "Management to consider", Blocks: []prose.Block{para("modification")}},
			&render.NewPage{},
			&render.Table{Caption: "Controls", Note: "sorted", Columns: []render.Column{{Head: "Control"}, {Head: "Tests"}, {Head: "Results"}}, Rows: []render.Row{
				{Group: "Logical access"},
				{Key: "CC6.1", Across: []render.Block{&render.Heading{Level: 3, Text: prose.Plain("CC6.1 Access")}, render.NewProse(render.ByTool, para("Summary"))}},
				render.PlainRow("", "x", render.PlainCell(render.ByManagement, prose.Inline{Text: "p"}), render.PlainCell(render.ByManagement, prose.Inline{Text: "q"})),
				{Key: "AC-02", Lead: []render.Cell{{Blocks: []render.Block{render.NewProse(render.ByManagement, para("statement")), &render.Meta{Inlines: prose.Plain("IT Manager")}}}},
					Bands: [][]render.Cell{{render.PlainCell(render.ByServiceAuditor, prose.Inline{Text: "Inspected."}), bar}, {{Blocks: []render.Block{&render.Placeholder{Text: "[TO COMPLETE]"}}}}}},
			}},
			&render.Matrix{Caption: "Mapping", Legend: []render.LegendEntry{{Mark: render.Mapped, Text: "mapped"}, {Ring: true, Text: "through"}},
				Controls: []render.MatrixControl{{ID: "AC-01"}, {ID: "AC-02"}},
				Rows:     []render.MatrixRow{{ID: "CC6.1", Series: "CC6", Title: "Access", Marks: []render.Mark{render.Mapped, render.Exception}, Through: "CSOC-1"}, {ID: "P1.1", Series: "P1", Title: "Notice", Marks: []render.Mark{0, 0}, Note: "not relevant"}}},
		},
	}
}

const wantDocument = `Title: DRAFT – SOC 2
Header: Report
Mark: DRAFT · working
Footer: Wrenfield

Not a report.

# Report on
Wrenfield
SOC 2
Type 2
System: Ledger

# At a glance
Navigation
Controls: 3
Section 1: –

# Contents
- Section 3 Description
  - Data

Tables
- Parties

# Section 3 – Description
Prepared by management
Draft

## Data  {DC 3; data.md}

one / and two
3. third
  - [x] inner
4.
      a    b
      c
> quoted
> [NOTE]
> mind
term
  meaning
| a\|b |
| c |
[Figure: network] The network
[Figure: a to b] Flow
  1. From a to b: c
---

### Inner
site <https://example.com>~~old~~[1]

[1] note

Facts
Name: x

[SERVICE AUDITOR TO PROVIDE]
  Scope: all

! Management to consider
  modification

Table: Controls
sorted
| Control | Tests | Results |

-- Logical access --

### CC6.1 Access

Summary

| p | q |

+ AC-02
  [Control]
    statement
    (IT Manager)
  [Tests]
    Inspected.
  ▲ [Results]
    Exception noted.
  [Tests]
    [TO COMPLETE]

Matrix: Mapping
● mapped
○ through

-- CC6 --
| CC6.1 Access | ● AC-01 | ▲ AC-02 | ○ CSOC-1 |

-- P1 --
| P1.1 Notice | not relevant |
`

func TestDocument(t *testing.T) {
	got := string(Document(everything()))
	if got != wantDocument {
		for i, line := range strings.Split(got, "\n") {
			want := strings.Split(wantDocument, "\n")
			if i >= len(want) || line != want[i] {
				t.Fatalf("line %d:\ngot  %q\nall:\n%s", i+1, line, got)
			}
		}
		t.Fatalf("got:\n%s", got)
	}
}

func TestWorkbook(t *testing.T) {
	wb := &render.Workbook{Title: "DRAFT – Requests", Status: "DRAFT · working", Sheets: []*render.Sheet{
		{Name: "Read me", Letter: []render.LetterLine{{Kind: render.LetterTitle, Text: "Request list"}, {Kind: render.LetterSpace},
			{Kind: render.LetterFact, Label: "System", Text: "Ledger"}, {Kind: render.LetterHeading, Text: "Use"}}},
		{Name: "Requests", Intro: "2 requests", Columns: []render.SheetColumn{{Head: "ID"}, {Head: "What"}, {Head: "On", Kind: render.DateCell}, {Head: "N", Kind: render.NumberCell}},
			Rows: []render.SheetRow{
				{Cells: []render.SheetCell{{Text: "a"}, {Text: "=cmd()"}, {Date: render.DayOf(time.Date(2026, 6, 30, 0, 0, 0, 0, time.UTC))}, {Number: 0, IsNum: true}}},
				{Cells: []render.SheetCell{{Text: "b"}, {Text: "one\ntwo\tthree"}}},
			}},
	}}
	want := "# DRAFT – Requests\n# DRAFT · working\n\n## Read me\nRequest list\nSystem\tLedger\n\n### Use\n" +
		"\n## Requests\n2 requests\nID\tWhat\tOn\tN\na\t'=cmd()\t2026-06-30\t0\nb\tone / two three\n"
	if got := string(Workbook(wb)); got != want {
		t.Errorf("got:\n%s", got)
	}
}
