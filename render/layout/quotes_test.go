package layout

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
)

func TestQuotesAreTypographic(t *testing.T) {
	for _, c := range []struct {
		whose render.Owner
		runs  []prose.Inline
		want  string
	}{
		{render.ByManagement, prose.Plain(`the leaver's "last day" isn't the users' 'day'`), `the leaver’s “last day” isn’t the users’ ‘day’`},
		{render.ByManagement, prose.Plain(`("yes") – "no"—"no" since '24`), `(“yes”) – “no”—“no” since ’24`},
		{render.ByManagement, prose.Plain(`"read","write", tag:"x" and env="prod" are "set," as "this";"that" is`), `“read”,“write”, tag:“x” and env=“prod” are “set,” as “this”;“that” is`},
		{render.ByManagement, []prose.Inline{{Text: `the "`}, prose.Styled("Console", prose.Bold), {Text: `"'s log`}}, `the “Console”’s log`},
		{render.ByManagement, []prose.Inline{prose.Styled(`grep "a'b"`, prose.Mono), {Text: `'s result`}}, `grep "a'b"’s result`},
		{render.ByServiceAuditor, prose.Plain(`the leaver's "last day"`), `the leaver's "last day"`},
		{render.ByIncluded, prose.Plain(`Talverin's`), `Talverin’s`},
	} {
		cell := render.PlainCell(c.whose, c.runs...)
		doc := &render.Document{Blocks: []render.Block{
			render.NewProse(c.whose, prose.Para(c.runs...)),
			&render.Table{Columns: []render.Column{{}}, Rows: []render.Row{render.PlainRow("", "", cell)}},
		}}
		res, _ := Pages(doc, render.DefaultTheme(), font.Embedded())
		if got, want := strings.TrimSpace(res.Text()), c.want+"\n"+c.want; got != want {
			t.Errorf("%q is set as %q", c.want, got)
		}
	}
}
