package prose

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

func TestExpand(t *testing.T) {
	toml := diag.NewSource("socdraft.toml", []byte(`name = "Wren *field* {{ a.b }}"`))
	vars := Variables{Values: map[string]diag.Text{
		"a.b":    diag.NewText("Wren *field* {{ a.b }}", toml.At(8, 30)),
		"a.none": {},
	}}
	tests := []struct{ name, src, want, findings string }{
		{"value is text", "x {{ a.b }} y", "x |Wren *field* {{ a.b }}@2-11| y", ""},
		{"no spaces, twice", "{{a.b}}{{a.b}}", "Wren *field* {{ a.b }}@0-7|Wren *field* {{ a.b }}@7-14", ""},
		{"unknown", "x {{ a.c }} {{ q }}", "x {{ a.c }} {{ q }}",
			"1:6 unknown variable \"a.c\" (a variable with a similar name exists: \"a.b\")\n1:16 unknown variable \"q\" (the variables are a.b, a.none)"},
		{"empty", "{{ a.none }}", "{{ a.none }}", "1:4 variable \"a.none\" has no value in this project (state the value in socdraft.toml, or write the sentence without it)"},
		{"malformed", "a {{ b c }} {{{{ {{", "a {{ b c }} {{{{ {{",
			"1:3 two opening braces start no variable (a variable is {{ name }}; write \\{\\{ where braces are text)\n" +
				"1:13 two opening braces start no variable (a variable is {{ name }}; write \\{\\{ where braces are text)\n" +
				"1:18 two opening braces start no variable (a variable is {{ name }}; write \\{\\{ where braces are text)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := diag.NewSource("a.md", []byte(tt.src))
			p := &Paragraph{Inlines: []Inline{{Text: tt.src, Span: src.At(0, len(tt.src))}}}
			list := &diag.List{}
			Expand([]Block{p}, vars, list)
			var got, found []string
			for _, r := range p.Inlines {
				s := r.Text
				if !r.Use.IsZero() {
					s += fmt.Sprintf("@%d-%d", r.Use.Start, r.Use.End)
					if r.Span != toml.At(8, 30) {
						t.Errorf("value stands at %v", r.Span)
					}
				}
				got = append(got, s)
			}
			for _, f := range list.All() {
				line, col := f.Span.Position()
				found = append(found, fmt.Sprintf("%d:%d %s (%s)", line, col, f.Message, f.Help))
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
			if s := strings.Join(found, "\n"); s != tt.findings {
				t.Errorf("findings:\n%s\nwant:\n%s", s, tt.findings)
			}
		})
	}
}

// A variable may be parted by a line ending; code and escaped braces are left.
func TestExpandRuns(t *testing.T) {
	src := diag.NewSource("a.md", []byte("{{ a\r\n}} `{{ a }}` \\{{ a }}"))
	p := &Paragraph{Inlines: []Inline{
		{Text: "{{ a", Span: src.At(0, 4)}, {Text: " ", Span: src.At(4, 6)}, {Text: "}} ", Span: src.At(6, 9)},
		{Text: "{{ a }}", Style: Mono, Span: src.At(10, 17)},
		{Text: " ", Span: src.At(18, 19)}, {Text: "{", Span: src.At(19, 21)}, {Text: "{ a }}", Span: src.At(21, 27)},
	}}
	list := &diag.List{}
	f := &Figure{Alt: "of {{ a }}", Span: src.At(0, 1)}
	Expand([]Block{p, f}, Variables{Values: map[string]diag.Text{"a": {Value: "V"}}}, list)
	if got, want := Text(p.Inlines), "V {{ a }} {{ a }}"; got != want || list.Len() != 0 {
		t.Errorf("got %q, want %q; %d findings", got, want, list.Len())
	}
	if use := p.Inlines[0].Use; use.Start != 0 || use.End != 8 {
		t.Errorf("use is %d-%d", use.Start, use.End)
	}
	if f.Alt != "of V" {
		t.Errorf("alternative text is %q", f.Alt)
	}
}
