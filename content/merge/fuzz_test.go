package merge

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// FuzzCompare merges any rows below the heads of the list: what is written can
// be read, whatever stands in them.
func FuzzCompare(f *testing.F) {
	f.Add("R-001\tx\n\tNew\tA\n r - 12\t\t\t6/7/2026", uint8(3))
	f.Add("R-001\nR-001\nR-999\t=1\x00", uint8(200))
	f.Fuzz(func(t *testing.T, rows string, turn uint8) {
		heads := make([]string, len(requests.Columns))
		for i, col := range requests.Columns {
			heads[(i+int(turn))%len(heads)] = col.Head
		}
		if turn > 100 {
			heads = append(heads, "Tester", "Due onn")
		}
		all := [][]string{heads}
		for _, line := range strings.Split(strings.ToValidUTF8(rows, "?"), "\n") {
			all = append(all, strings.Split(line, "\t"))
		}
		sheet := rowsOf("Requests", all...)
		sheet.Notes = []returned.Note{{Row: 2, Column: int(turn), Text: rows}}
		e := &content.Engagement{}
		plan := Compare(Input{Engagement: e, Requests: list(), Base: Present(e, list()), Sides: []content.RequestSide{auditor, company},
			Book: &returned.Book{Sheets: []*returned.Sheet{sheet, rowsOf("More", all...)}}})
		answers := "[[answer]]\nrequest = \"R-001\"\n[[answer]]\nrequest = \"R-002\"\n"
		for _, c := range plan.Changes {
			if r := c.row.request; r != nil && r.Answer != nil {
				r.Answer.Span = diag.NewSource("a", nil).At(strings.Index(answers, r.ID)-22, 0)
			}
		}
		for _, n := range plan.Notes {
			if r := n.request; r != nil && r.Answer != nil {
				r.Answer.Span = diag.NewSource("a", nil).At(strings.Index(answers, r.ID)-22, 0)
			}
		}
		if _, err := plan.Write(func(name, head string) (*diag.Source, []byte) {
			if name == answerFile {
				return diag.NewSource(name, []byte(answers)), []byte(answers)
			}
			return diag.NewSource(name, []byte(head)), nil
		}); err != nil {
			t.Fatal(err)
		}
	})
}
