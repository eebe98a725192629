package tracker

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// headNames are what service auditors call the columns, in the order in which
// ours look for theirs. Columns that hold people are not guessed: the list knows
// roles.
var headNames = []struct {
	key   string
	names []string
}{
	{"id", []string{"request id"}},
	{"ref", []string{"ref", "ref.", "reference", "auditor ref", "auditor reference", "request id", "request #", "request no", "request no.", "request number",
		"req #", "req. #", "req id", "pbc #", "pbc id", "pbc no.", "item #", "item no.", "no", "no.", "number", "id", "#"}},
	{"what", []string{"what is requested", "description", "request description", "detailed description", "details", "request details", "documentation requested",
		"evidence requested", "information requested"}},
	{"title", []string{"title", "summary", "request", "request title", "request name", "item requested", "requested item", "subject", "item", "request summary"}},
	{"kind", []string{"request kind", "kind", "request type", "type", "evidence type"}},
	{"area", []string{"area", "domain", "category", "section", "process", "process area"}},
	{"controls", []string{"control ids", "control id", "controls", "control", "control #", "control no.", "control number", "control ref"}},
	{"criteria", []string{"criteria", "criterion", "tsc", "tsc ref", "tsc criteria", "trust services criteria", "framework codes"}},
	{"covers", []string{"covers", "period", "as of", "as-of date", "period / as of"}},
	{"phase", []string{"priority / phase", "phase", "priority"}},
	{"requested_on", []string{"requested on", "date requested", "request date", "requested"}},
	{"due_on", []string{"due on", "due date", "due", "needed by", "date needed", "target date"}},
	{"auditor_status", []string{"auditor status", "audit status", "status", "request status"}},
	{"accepted_on", []string{"accepted on", "date accepted"}},
	{"auditor_comment", []string{"auditor comment", "auditor comments", "auditor notes", "comments", "comment", "notes", "follow-up notes"}},
	{"follow_up_of", []string{"follow-up of", "follow up of"}},
	{"owner_role", []string{"owner (role)", "owner role"}},
	{"source_system", []string{"source system", "system of record"}},
	{"format", []string{"format"}},
	{"ipe", []string{"ipe needed", "ipe"}},
}

// theirValues are values of other trackers whose meaning their pages tell: the
// states of Vanta, by
// https://developer.vanta.com/api-reference/audits/get-an-information-request-by-id.
var theirValues = map[string]map[string]string{
	"auditor_status": {"needs_evidence": "open", "ready_for_audit": "received", "auditor_approved": "accepted", "auditor_flagged": "returned"},
	"kind":           {"point_in_time": "document"},
}

// A guess is a column of theirs that may be one of ours.
type guess struct {
	key  string
	cell returned.Cell
}

// Sketch returns the beginning of a map for a file, as TOML: its heads with what
// of ours is nearest. The name is the file's.
func Sketch(name string, book *returned.Book) (string, error) {
	sheet, head, guesses := bestHeads(book)
	if head == nil {
		return "", fmt.Errorf("no row of heads is in the first %d rows: name them in a map of your own", headRows)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# A beginning of a map for %s. Look through it, then: socdraft requests import %s --map MAP.toml --dry-run\n", comment(name), comment(name))
	fmt.Fprintf(&b, "sheet = %s\nhead_row = %d\n", quote(sheet.Name), head.Number)
	match := ""
	for _, way := range []string{"id", "ref", "title"} { // ids of ours are certain
		if match == "" && slices.ContainsFunc(guesses, func(g guess) bool { return g.key == way }) {
			match = way
		}
	}
	if match == "" {
		b.WriteString("# match = \"ref\" # nothing looks like a number, an id or a title: map one of them\n")
	} else {
		fmt.Fprintf(&b, "match = %q # how a row finds its request: ref, id or title\n", match)
	}
	b.WriteString("# dates = \"day_first\" # or \"month_first\", where dates like 03/04/2026 stand as text\n\n[columns] # ours = their head\n")
	for _, g := range guesses {
		fmt.Fprintf(&b, "%s = %s\n", g.key, quote(oneLine(g.cell.Text)))
	}
	sketchRest(&b, head, guesses)
	for _, g := range guesses {
		sketchValues(&b, sheet, head, g)
	}
	return b.String(), nil
}

// bestHeads returns the row with most heads that look like ours.
func bestHeads(book *returned.Book) (sheet *returned.Sheet, head *returned.Row, best []guess) {
	for _, s := range book.Sheets {
		for i, row := range s.Rows {
			if i == headRows {
				break
			}
			if g := guessed(s, row); len(g) > len(best) {
				sheet, head, best = s, row, g
			}
		}
	}
	return sheet, head, best
}

// guessed returns what the cells of a row may be if they are heads.
func guessed(sheet *returned.Sheet, row *returned.Row) (all []guess) {
	taken := map[int]bool{}
	for _, near := range []bool{false, true} {
		for _, of := range headNames {
			if slices.ContainsFunc(all, func(g guess) bool { return g.key == of.key }) || of.key == "id" && near {
				continue
			}
			if cell := named(row, of.names, taken, near); cell.Column != 0 && (of.key != "id" || ours(sheet, row, cell.Column)) {
				taken[cell.Column] = true
				all = append(all, guess{of.key, cell})
			}
		}
	}
	slices.SortFunc(all, func(a, b guess) int { return a.cell.Column - b.cell.Column })
	return all
}

// named returns the cell with the first of the names, or with one near to them.
func named(row *returned.Row, names []string, taken map[int]bool, near bool) returned.Cell {
	for _, name := range names {
		for _, cell := range row.Cells {
			text := fold(cell.Text)
			if !taken[cell.Column] && (text == name || near && nearWords(text, name)) {
				return cell
			}
		}
	}
	return returned.Cell{}
}

// nearWords reports whether each word of a head is near to that of a name.
func nearWords(head, name string) bool {
	words, names := strings.Fields(head), strings.Fields(name)
	if len(words) != len(names) {
		return false
	}
	for i, word := range words {
		if word != names[i] && (len(word) < 4 || diag.Nearest(word, names[i:i+1]) == "") {
			return false
		}
	}
	return true
}

var ourID = regexp.MustCompile(`^R-[0-9]{3,}$|^[A-Za-z0-9-]+\.[a-z-]+$`)

// ours reports whether a column holds ids of ours.
func ours(sheet *returned.Sheet, head *returned.Row, column int) bool {
	for _, row := range sheet.Rows {
		if text := row.Cell(column).Text; row.Number > head.Number && text != "" {
			return ourID.MatchString(text)
		}
	}
	return false
}

// sketchRest names the columns that nothing of ours is near to.
func sketchRest(b *strings.Builder, head *returned.Row, guesses []guess) {
	var left, free []string
	for _, cell := range head.Cells {
		if !slices.ContainsFunc(guesses, func(g guess) bool { return g.cell.Column == cell.Column }) && oneLine(cell.Text) != "" {
			left = append(left, quote(brief(oneLine(cell.Text))))
		}
	}
	for _, key := range mappable {
		if !slices.ContainsFunc(guesses, func(g guess) bool { return g.key == key }) {
			free = append(free, key)
		}
	}
	if len(left) > 0 {
		fmt.Fprintf(b, "# not mapped: %s\n# free: %s\n", strings.Join(left, ", "), strings.Join(free, ", "))
	}
}

// sketchValues lists the values of a column of which ours has choices.
func sketchValues(b *strings.Builder, sheet *returned.Sheet, head *returned.Row, g guess) {
	column := requests.ColumnOf(g.key)
	if column.Value != requests.StatusValue {
		return
	}
	const most = 30
	var seen []string
	for _, row := range sheet.Rows {
		text := oneLine(row.Cell(g.cell.Column).Text)
		if row.Number <= head.Number || text == "" || slices.ContainsFunc(seen, func(s string) bool { return strings.EqualFold(s, text) }) {
			continue
		}
		if _, ok := column.ValueOf(text); !ok && len(seen) < most {
			seen = append(seen, text)
		}
	}
	if len(seen) == 0 {
		return
	}
	fmt.Fprintf(b, "\n[values.%s] # \"their value\" = \"ours\": %s\n", g.key, strings.Join(column.Choices, ", "))
	for _, text := range seen {
		if near := cmp.Or(theirValues[g.key][fold(text)], diag.Nearest(fold(text), column.Choices)); near != "" {
			fmt.Fprintf(b, "%s = %q\n", quote(text), near)
		} else {
			fmt.Fprintf(b, "# %s = \"\"\n", quote(text))
		}
	}
}

// quote returns a text as a TOML string of one line.
func quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range oneLine(text) {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < ' ' || r >= 0x7f && r < 0xa0:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// comment returns a text as a comment of one line can hold it.
func comment(text string) string { return strings.Trim(quote(text), `"`) }
