package mermaid

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

func parse(src string) Block {
	source := diag.NewSource("d.md", []byte(src))
	return Parse(diag.NewText(src, source.At(0, len(src))))
}

func TestDiagrams(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"direction", "flowchart LR\nA", "right\nA box (A)"},
		{"default direction", "graph\nA", "down\nA box (A)"},
		{"all on one line", "graph RL; A-->B; B-->C;", "left\nA box (A)\nB box (B)\nC box (C)\nA -> B solid ()\nB -> C solid ()"},
		{"outlines", "flowchart BT\nA[a] \nB(b)\nC([c])\nD[(d)]\nE((e))\nF{f}",
			"up\nA box (a)\nB rounded (b)\nC rounded (c)\nD store (d)\nE rounded (e)\nF decision (f)"},
		{"edges", "graph\nA-->B---C-.->D-.-E==>F===G<-->H---->I-...->J<-.->K",
			"down\nA box (A)\nB box (B)\nC box (C)\nD box (D)\nE box (E)\nF box (F)\nG box (G)\nH box (H)\nI box (I)\nJ box (J)\nK box (K)\n" +
				"A -> B solid ()\nB - C solid ()\nC -> D dashed ()\nD - E dashed ()\nE -> F thick ()\nF - G thick ()\n" +
				"G <-> H solid ()\nH -> I solid ()\nI -> J dashed ()\nJ <-> K dashed ()"},
		{"labels of edges", "graph\nA -->|a b| B -- c-d --> C -. e.g. f .-> D == g ==> E -- \"h (i)\" --- F ---|\"j|k\"| G",
			"down\nA box (A)\nB box (B)\nC box (C)\nD box (D)\nE box (E)\nF box (F)\nG box (G)\n" +
				"A -> B solid (a b)\nB -> C solid (c-d)\nC -> D dashed (e.g. f)\nD -> E thick (g)\nE - F solid (h (i))\nF - G solid (j|k)"},
		{"lists and chains", "graph\nA & B --> C & D\nC -->\nE", "down\nA box (A)\nB box (B)\nC box (C)\nD box (D)\nE box (E)\n" +
			"A -> C solid ()\nA -> D solid ()\nB -> C solid ()\nB -> D solid ()\nC -> E solid ()"},
		{"an edge on the next line", "graph\nA\n  --> B\n%% note\n  --> C", "down\nA box (A)\nB box (B)\nC box (C)\nA -> B solid ()\nB -> C solid ()"},
		{"an edge to itself", "graph\nA --> A", "down\nA box (A)\nA -> A solid ()"},
		{"quotes, entities and breaks", "graph\nA[\"a (b) #quot;c#quot; &lt; #35;\"]\nB[ d  e <br/> f\\ng ]",
			"down\nA box (a (b) \"c\" < #)\nB box (d e\nf\ng)"},
		{"a label further on", "graph\nA --> B\nB[b]\nA --> B[b]", "down\nA box (A)\nB box (b)\nA -> B solid ()\nA -> B solid ()"},
		{"ids", "graph\na-b.c_1 --> größe-->end-point", "down\na-b.c_1 box (a-b.c_1)\ngröße box (größe)\nend-point box (end-point)\n" +
			"a-b.c_1 -> größe solid ()\ngröße -> end-point solid ()"},
		{"subgraphs", "graph\nsubgraph one [Zone 1]\n A --> B\n subgraph Zone two\n  C\n end\nend\nsubgraph \"Zone (3)\"\n D\nend\nB --> D\nsubgraph z\n A; E\nend",
			"down\n[one] Zone 1\n[Zone two] Zone two in one\n[Zone (3)] Zone (3)\n[z] z\n" +
				"A box (A) in one\nB box (B) in one\nC box (C) in Zone two\nD box (D) in Zone (3)\nE box (E) in z\nA -> B solid ()\nB -> D solid ()"},
		{"a node named before its subgraph", "graph\nA --> B\nsubgraph z\n B\nend", "down\n[z] z\nA box (A)\nB box (B) in z\nA -> B solid ()"},
		{"caption and alternative text", "graph\naccTitle: Data flow; all\naccDescr: From A #amp; B\nA", "down\nA box (A)\ncaption (Data flow; all)\nalt (From A & B)"},
		{"alternative text of several lines", "graph\naccDescr {\n  From A\n  to B\n}\nA", "down\nA box (A)\nalt (From A to B)"},
		{"comment lines", "%% first\ngraph LR\n  %% A --> B\nA\n%%\n", "right\nA box (A)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := parse(tt.src)
			if b.Diagram == nil {
				t.Fatalf("problems: %s", told(b))
			}
			if got := listing(b.Diagram); got != tt.want {
				t.Errorf("diagram:\n%s\nwant:\n%s", got, tt.want)
			}
		})
	}
}

// listing returns a diagram a line for each thing.
func listing(d *prose.Diagram) string {
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	within := func(g int) string {
		if g < 0 {
			return ""
		}
		return " in " + d.Groups[g].ID
	}
	add("%s", [...]string{"right", "down", "left", "up"}[d.Direction])
	for _, g := range d.Groups {
		add("[%s] %s%s", g.ID, prose.Text(g.Label), within(g.Parent))
	}
	for _, n := range d.Nodes {
		add("%s %s (%s)%s", n.ID, [...]string{"box", "rounded", "store", "outside", "decision"}[n.Outline], prose.Text(n.Label), within(n.Group))
	}
	for _, e := range d.Edges {
		arrow := "-"
		if e.Tail {
			arrow = "<" + arrow
		}
		if e.Head {
			arrow += ">"
		}
		add("%s %s %s %s (%s)", d.Nodes[e.From].ID, arrow, d.Nodes[e.To].ID, [...]string{"solid", "dashed", "thick"}[e.Line], prose.Text(e.Label))
	}
	if d.Caption != nil {
		add("caption (%s)", prose.Text(d.Caption))
	}
	if d.Alt != nil {
		add("alt (%s)", prose.Text(d.Alt))
	}
	return strings.Join(lines, "\n")
}

func TestProblems(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"another kind", "sequenceDiagram\nA->>B: x", `1:1-1:16 diagram does not begin with "flowchart" or "graph"`},
		{"front matter", "---\ntitle: x\n---\ngraph\nA", "1:1-1:4 front matter of a diagram is not drawn"},
		{"directive", "%%{init: {}}%%\ngraph\nA", `1:1-1:15 "%%{init" of a diagram is not drawn`},
		{"directive of several lines, further on", "graph\nA\n%%{init: {\n}}%%\nB", `3:1-3:11 "%%{init" of a diagram is not drawn`},
		{"directive without an end", "%%{init: {\ngraph\nA", `1:1-1:11 "%%{init" of a diagram is not drawn`},
		{"front matter without an end", "---\ngraph\nA", "1:1-1:4 front matter of a diagram is not drawn"},
		{"direction", "graph LX\nA", `1:7-1:9 unknown direction "LX"`},
		{"style", "graph\nA --> B\n  style A fill:#f00", `3:3-3:8 "style" of a diagram is not drawn`},
		{"classDef", "graph\nclassDef x fill:#f00", `2:1-2:9 "classDef" of a diagram is not drawn`},
		{"click", "graph\nA\nclick A \"https://x.test\"", `3:1-3:6 "click" of a diagram is not drawn`},
		{"direction of a subgraph", "graph\nsubgraph a\ndirection LR\nA\nend", `3:1-3:10 "direction" of a diagram is not drawn`},
		{"class of a node", "graph\nA:::x --> B[b]:::y", "2:2-2:6 \":::x\" of a diagram is not drawn\n2:15-2:19 \":::y\" of a diagram is not drawn"},
		{"outline", "graph\nA --> B[[b]]", `2:8-2:10 "[[" of a diagram is not drawn`},
		{"hexagon", "graph\nA{{b}}", `2:2-2:4 "{{" of a diagram is not drawn`},
		{"circle", "graph\nA ---o B", `2:3-2:7 edge "---o" is not drawn`},
		{"cross", "graph\nA x--x B", `2:3-2:6 edge "x--" is not drawn`},
		{"invisible edge", "graph\nA ~~~ B", `2:3-2:6 edge "~~~" is not drawn`},
		{"head at the start", "graph\nA <--- B", `2:3-2:7 edge has an arrowhead at its start alone`},
		{"edge without an end", "graph\nA -- text B", `2:3-2:12 edge "-- text B" does not end on its line`},
		{"single dash", "graph\nA -> B", `2:3-2:7 "-> B" of a diagram is not drawn`},
		{"two labels of an edge", "graph\nA -- a -->|b| B", "2:3-2:14 edge has two labels"},
		{"two labels of a node", "graph\nA[a] --> A[b]", `2:10-2:14 node "A" has two labels`},
		{"brackets in a label", "graph\nA[a (b)]", `2:3-2:9 label does not end in "]"`},
		{"label that does not end", "graph\nA[a\n]", `2:3-2:4 label does not end in "]"`},
		{"quotation that does not end", "graph\nA[\"a]\nB", "2:1-2:6 quoted label does not end on its line"},
		{"quotation mark", "graph\nA -- a \"b\" c --> B", "2:8-2:9 label has a quotation mark in it"},
		{"empty label", "graph\nA[]", "2:2-2:4 label is empty"},
		{"HTML", "graph\nA[a <b>c</b>]", `2:5-2:8 "<b>" in a diagram is not drawn`},
		{"icon", "graph\nA[fa:fa-car x]", `2:3-2:12 "fa:fa-car" in a diagram is not drawn`},
		{"Markdown", "graph\nA[\"`*a*`\"]", "2:4-2:9 Markdown in the label of a diagram is not drawn"},
		{"space before a label", "graph\nA [a]", `2:3-2:6 "[a]" of a diagram is not drawn`},
		{"nothing after an edge", "graph\nA -->", "2:6-2:6 diagram ends a line where a node is expected"},
		{"joined without space", "graph\nA&B", `2:2-2:3 "&" has no space around it`},
		{"open subgraph", "graph\nsubgraph a\nA", "2:1-2:11 subgraph does not end"},
		{"end of nothing", "graph\nA\nend", `3:1-3:4 "end" closes no subgraph`},
		{"two subgraphs", "graph\nsubgraph a\nA\nend\nsubgraph a\nB\nend", `5:1-5:11 two subgraphs have the id "a"`},
		{"edge to a subgraph", "graph\nsubgraph a\nA\nend\nB --> a", `5:7-5:8 node "a" has the id of a subgraph`},
		{"empty subgraph", "graph\nA\nsubgraph a\nend", "3:1-3:11 subgraph holds no node"},
		{"no title", "graph\nsubgraph\nend", "2:1-2:9 subgraph has no title"},
		{"two captions", "graph\naccTitle: a\naccTitle: b\nA", `3:1-3:12 diagram has two of "accTitle"`},
		{"alternative text that does not end", "graph\naccDescr {\na\nA", "2:1-2:11 alternative text of a diagram does not end"},
		{"nothing", "graph LR", "1:1-1:9 diagram has no nodes"},
		{"empty", "", `1:1-1:1 diagram does not begin with "flowchart" or "graph"`},
		{"control character", "graph\nA[a\x01]", "2:4-2:5 diagram has a control character"},
		{"500 nodes", "graph\n" + nodes(500), "62:1-62:4 diagram has more than 60 nodes"},
		{"too many edges", "graph\n" + nodes(12) + strings.Repeat("n1 & n2 --> n3 & n4\n", 31), "44:9-44:12 diagram has more than 120 edges"},
		{"long label", "graph\nA[" + strings.Repeat("a", 161) + "]", "2:3-2:164 label of a diagram has more than 160 characters"},
		{"comment after something", "graph LR %% x\nA", `1:10-1:14 "%% x" of a diagram is not drawn`},
		{"looks, all at once", "graph\nstyle A fill:#f00\nA --> B\nclassDef x fill:#f00; A --> C\nlinkStyle 0 stroke:#f00", "2:1-2:6 \"style\" of a diagram is not drawn\n" +
			"4:1-4:9 \"classDef\" of a diagram is not drawn\n5:1-5:10 \"linkStyle\" of a diagram is not drawn"},
		{"a failed line among others", "graph\nA[a (b)] --> B\nC{{c}} --> D\nB --> C", "2:3-2:15 label does not end in \"]\"\n3:2-3:4 \"{{\" of a diagram is not drawn"},
		{"a failed line that opens or holds", "graph\nsubgraph a\nA ~~~ B\nend\nsubgraph\nC\nend", "3:3-3:6 edge \"~~~\" is not drawn\n5:1-5:9 subgraph has no title"},
		{"looks and structure", "graph\nsubgraph a\nend\nstyle a fill:#f00\nB --> a", "4:1-4:6 \"style\" of a diagram is not drawn\n" +
			"5:7-5:8 node \"a\" has the id of a subgraph\n2:1-2:11 subgraph holds no node"},
		{"a quotation over two lines says nothing of the second", "graph\nA[\"a\nstyle b\"] --> B", "2:1-2:5 quoted label does not end on its line"},
		{"size", "graph\n%%" + strings.Repeat("a", maxBytes), "1:1-1:1 diagram has more than 32 KiB"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := parse(tt.src)
			if len(b.Problems) == 0 || b.Diagram != nil {
				t.Fatalf("no problem in\n%s", listing(b.Diagram))
			}
			if got := told(b); got != tt.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, tt.want)
			}
			for _, f := range b.Problems {
				if f.Help == "" {
					t.Errorf("nothing says what to do about: %s", f.Message)
				}
			}
		})
	}
}

// told returns the problems a line each.
func told(b Block) string {
	var lines []string
	for _, f := range b.Problems {
		lines = append(lines, place(f.Span)+" "+f.Message)
	}
	return strings.Join(lines, "\n")
}

func nodes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "n%d\n", i)
	}
	return b.String()
}

func place(s diag.Span) string {
	line, col := s.Position()
	endLine, endCol := s.Source.Position(s.End)
	return fmt.Sprintf("%d:%d-%d:%d", line, col, endLine, endCol)
}

func TestHelpNamesTheLine(t *testing.T) {
	for src, want := range map[string]string{
		"%%{init: {}}%%\ngraph\nA":                "delete it: themes and other settings are not drawn",
		"graph\nA:::hot":                          "delete :::hot: all figures of a report have one look",
		"graph\nclick A call()":                   "delete the line: paper has nothing to click on",
		"graph\nsubgraph a\ndirection LR\nA\nend": "delete the line: a subgraph goes the way of its diagram",
		"graph\nlinkStyle 0 stroke:#f00\nA":       "delete the line: all figures of a report have one look",
	} {
		if b := parse(src); b.Problems[0].Help != want {
			t.Errorf("%q: %s", src, b.Problems[0].Help)
		}
	}
}

func TestMissingAltTextHasItsPlace(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"none", "%% a\ngraph LR\nA", "2:1-2:9"},
		{"none beside problems", "graph\nstyle A fill:#f00\nA[a (b)]", "1:1-1:6"},
		{"empty line", "graph LR\n  accDescr:  \nA", "2:3-2:14"},
		{"empty lines", "graph LR\naccDescr {\n}\nA", "2:1-3:1"},
		{"there", "graph LR\nstyle A fill:#f00\naccDescr: a\nA", ""},
		{"not read", "graph LR\nA[\"a\naccDescr: b", ""},
		{"of another kind", "pie\naccDescr: b", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if b := parse(tt.src); !b.NoAlt.IsZero() {
				got = place(b.NoAlt)
			}
			if got != tt.want {
				t.Errorf("alternative text is missing at %q, want %q", got, tt.want)
			}
		})
	}
}

func TestManyProblemsAreCut(t *testing.T) {
	if b := parse("graph\n" + strings.Repeat("style A fill:#f00\n", 1000)); len(b.Problems) != maxProblems {
		t.Errorf("%d problems", len(b.Problems))
	}
}

func TestLimitsAreReached(t *testing.T) {
	for _, src := range []string{"graph\n" + nodes(prose.MaxDiagramNodes), "graph\nA[" + strings.Repeat("ä", prose.MaxDiagramLabel) + "]"} {
		if b := parse(src); b.Diagram == nil {
			t.Error(told(b))
		}
	}
}

func TestLabelsKnowTheirPlace(t *testing.T) {
	src := "graph\nA[\"a  b\"] -- c --> B{d<br>e #35;f}\nsubgraph x [g h]\nB\nend\naccTitle: i\naccDescr {\n j\n k }"
	b := parse(src)
	if b.Diagram == nil {
		t.Fatal(told(b))
	}
	var got []string
	prose.EachInlines([]prose.Block{b.Diagram}, func(runs *[]prose.Inline) {
		for _, r := range *runs {
			got = append(got, fmt.Sprintf("%q=%q", r.Text, src[r.Span.Start:r.Span.End]))
		}
	})
	want := `"g h"="g h" "a"="a" " "="  " "b"="b" "d"="d" "\n"="<br>" "e "="e " "#"="#35;" "f"="f" "c"="c" "i"="i" "j"="j" " "="\n " "k"="k"`
	if strings.Join(got, " ") != want {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, " "), want)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"graph LR\nA[a] -->|b| B(\"c\") & C([d]) -. e .-> D{f}\n", "flowchart\nsubgraph a [b]\nc\nend;d==x==>e<-->f",
		"graph\naccTitle: a\naccDescr {b\nc}\n%% d\nA[(\"#quot;<br/>\\n\")]", "graph\nA---oB\nA-..-x B~~~C", "graph\nA[\xff\x00]\r\n\u2028",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		b := parse(src)
		for _, problem := range b.Problems {
			if s := problem.Span; s.Start < 0 || s.End < s.Start || s.End > len(src) || problem.Message == "" || problem.Help == "" || b.Diagram != nil {
				t.Fatalf("problem %+v", problem)
			}
		}
		d := b.Diagram
		if d == nil {
			if len(b.Problems) == 0 || len(b.Problems) > maxProblems {
				t.Fatalf("%d problems", len(b.Problems))
			}
			return
		}
		prose.EachInlines([]prose.Block{d}, func(runs *[]prose.Inline) {
			for _, r := range *runs {
				authored := src[r.Span.Start:r.Span.End]
				if r.Text == "" || len(r.Text) > 1 && len(r.Text) == len(authored) && r.Text != authored {
					t.Errorf("run %q stands at %q", r.Text, authored)
				}
			}
		})
		for _, n := range d.Nodes {
			if len(n.Label) == 0 || n.Group >= len(d.Groups) {
				t.Errorf("node %+v", n)
			}
		}
		for _, e := range d.Edges {
			if e.From >= len(d.Nodes) || e.To >= len(d.Nodes) {
				t.Errorf("edge %+v", e)
			}
		}
		for i, g := range d.Groups {
			if len(g.Label) == 0 || g.Parent >= i {
				t.Errorf("group %+v", g)
			}
		}
	})
}
