package merge

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/requests"
	"github.com/socdraft/socdraft/content/returned"
)

// plain returns a text as it is compared: programs change line ends, the spaces
// at the end of lines, and spaces that do not break.
func plain(text string) string {
	lines := strings.Split(whole(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(strings.Map(space, line), unicode.IsSpace)
	}
	return strings.Join(lines, "\n")
}

func space(r rune) rune {
	if unicode.Is(unicode.Zs, r) {
		return ' '
	}
	return r
}

// whole returns a text as it is taken over: without white space around it, and
// with what no cell can hold as cells show it.
func whole(text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return unicode.ReplacementChar
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}

// oneLine returns a text on one line, with single spaces.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// parts returns the texts of a list in a cell, each once.
func parts(text string) []string {
	var all []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ';' || r == ',' }) {
		if part = oneLine(part); part != "" && !slices.Contains(all, part) {
			all = append(all, part)
		}
	}
	return all
}

// linedText are the keys whose text may have several lines.
var linedText = []string{"comment", "na_reason", "auditor_comment", "text", "resolution", "outcome", "what", "ipe"}

// maxLine is how long a text of one line may be in a source.
const maxLine = 10_000

// value returns what a text of ours means in a column, as the sources write it.
func (c *comparer) value(col *requests.Column, text string) string {
	switch {
	case isAdded(col):
		return plain(text)
	case col.Key == "follow_up_of" || col.Key == "request":
		return c.requestID(text)
	case col.Value == requests.LinesValue:
		return strings.Join(parts(text), "\n")
	case col.Value == requests.StatusValue || col.Value == requests.ListValue:
		v, _ := col.ValueOf(text)
		return v
	case slices.Contains(linedText, col.Key):
		return plain(text)
	}
	return oneLine(text)
}

// requestID returns the id of the request that a text names, else the text.
func (c *comparer) requestID(text string) string {
	if r := c.requestOf(text); r != nil {
		return r.ID
	}
	return oneLine(text)
}

// typed returns what a cell that came back says in a column, as the sources
// write it and with all its characters. The problem is why it cannot be taken.
func (c *comparer) typed(col *requests.Column, cell returned.Cell) (value string, problem, help string) {
	if cell.Kind == returned.Fault {
		return "", fmt.Sprintf("the cell shows the error %s", cell.Text), "write the value in place of the formula"
	}
	if cell.Formula && cell.Text == "" {
		return "", "the cell has a formula whose value was not saved", "open the file in a spreadsheet program and save it, or write the value"
	}
	if col.Value == requests.DateValue {
		return dateOf(cell)
	}
	text := cell.Text
	value = c.value(col, text)
	switch {
	case value == "":
	case col.Value == requests.StatusValue && !slices.Contains(col.Choices, value):
		return "", fmt.Sprintf("%q is no %s", value, strings.ToLower(col.Head)), choicesHelp(col, value)
	case col.Key == "follow_up_of" && c.requestOf(text) == nil:
		return "", fmt.Sprintf("%q is no request of the list", value), "name a request by its id"
	case isAdded(col) || slices.Contains(linedText, col.Key):
		value = whole(text)
	case len(value) > maxLine:
		return "", fmt.Sprintf("the text has %d bytes, more than the %d of one line", len(value), maxLine), "put long text into a comment"
	}
	return value, "", ""
}

func choicesHelp(col *requests.Column, value string) string {
	var all []string
	for _, v := range col.Choices {
		all = append(all, requests.Words(v))
	}
	if near := diag.Nearest(value, all); near != "" {
		return fmt.Sprintf("a similar one is %q", near)
	}
	return "one of: " + strings.Join(all, ", ")
}

// shown returns a value in words.
func shown(col *requests.Column, value string) string {
	if col.Value == requests.StatusValue || len(col.Choices) > 0 {
		return requests.Words(value)
	}
	return value
}
