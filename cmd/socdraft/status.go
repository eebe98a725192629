package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag/report"
)

// statusFlags are the flags of requests status.
type statusFlags struct {
	today            string
	filter           socdraft.StatusFilter
	asJSON, markdown bool
	all              bool
}

func statusCommand(a *app) *cobra.Command {
	var flags statusFlags
	cmd := &cobra.Command{
		Use:   "status [PROJECT]",
		Short: "Tell where the requests stand",
		Long: `status counts the requests by area and owner and lists those that need attention,
the most urgent first: overdue, returned, due within 7 days. With --owner or
--overdue it lists all that are left of those.`,
		Example: `  socdraft requests status --owner "IT Manager"
  socdraft requests status --overdue --markdown > standup.md`,
		Args: atMostProject,
		RunE: func(_ *cobra.Command, args []string) error { return a.requestStatus(args, flags) },
	}
	f := cmd.Flags()
	f.StringVar(&flags.filter.Owner, "owner", "", "only those of a role")
	f.BoolVar(&flags.filter.Overdue, "overdue", false, "only those whose date has passed")
	f.BoolVar(&flags.all, "all", false, "list all that are not done, not only those that need attention")
	f.StringVar(&flags.today, "today", "", "date to take for today (YYYY-MM-DD); default SOURCE_DATE_EPOCH, else the clock")
	f.BoolVar(&flags.asJSON, "json", false, "print an object for programs")
	f.BoolVar(&flags.markdown, "markdown", false, "print Markdown, for a stand-up or an issue")
	return cmd
}

func (a *app) requestStatus(args []string, flags statusFlags) error {
	if flags.asJSON && flags.markdown {
		return usagef("--json and --markdown do not go together")
	}
	o, err := a.options(common{edition: string(socdraft.Working), today: flags.today})
	if err != nil {
		return err
	}
	if o.Today.IsZero() {
		o.Today = o.Now // a list is worked on today, whatever date the draft bears
	}
	project, err := a.open(args)
	if err != nil {
		return err
	}
	defer project.Close()
	status, err := project.RequestStatus(o, flags.filter)
	if err != nil {
		return asUsage(err)
	}
	if len(status.Findings) > 0 {
		a.printFindings(status.Findings, nil, project.Dir())
		return errFindings
	}
	text, err := a.statusText(status, flags)
	if err != nil {
		return err
	}
	_, err = a.stdout.Write(text)
	return err
}

func (a *app) statusText(s *socdraft.Status, flags statusFlags) ([]byte, error) {
	if flags.asJSON {
		return statusJSON(s)
	}
	urgent := !flags.all && flags.filter.Owner == "" && !flags.filter.Overdue
	rows := s.Open.Rows
	if urgent {
		rows = rows[:0:0]
		for _, row := range s.Open.Rows {
			if row[1] != "" {
				rows = append(rows, row)
			}
		}
	}
	if flags.markdown {
		return statusMarkdown(s, rows), nil
	}
	return statusTerminal(s, rows, a.colour(a.stdout)), nil
}

// statusJSON prints the status as one object.
func statusJSON(s *socdraft.Status) ([]byte, error) {
	data, err := json.MarshalIndent(map[string]any{
		"organization": s.Name, "today": s.Today, "requests": s.Requests,
		"by_area": objects(s.ByArea), "by_owner": objects(s.ByOwner), "open": objects(s.Open),
	}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("cannot print the status: %w", err)
	}
	return append(data, '\n'), nil
}

// statusHead says what is told and of which day.
func statusHead(s *socdraft.Status) string {
	return fmt.Sprintf("Request list of %s on %s: %s", s.Name, s.Today, count(s.Requests, "request"))
}

func statusTerminal(s *socdraft.Status, rows [][]any, colour bool) []byte {
	var b bytes.Buffer
	b.WriteString(report.Visible(statusHead(s)) + "\n")
	for _, l := range []*socdraft.Listing{s.ByArea, s.ByOwner} {
		if len(l.Rows) == 0 {
			continue
		}
		b.WriteString("\n")
		g := grid{colour: colour, columns: []column{{head: inWords(l.Columns[0]), flexible: true}}}
		for _, name := range l.Columns[1:] {
			g.columns = append(g.columns, column{head: narrow(name), right: true, most: 12})
		}
		for _, row := range l.Rows {
			cells := make([]string, len(row))
			for i, v := range row {
				if cells[i] = cellText(v); v == 0 {
					cells[i] = "·"
				}
			}
			cells[0] = orNone(cells[0])
			g.add(false, cells...)
		}
		g.write(&b)
	}
	if len(rows) > 0 {
		b.WriteString("\n")
		g := grid{colour: colour, columns: []column{{head: "ID", most: 30}, {head: "DUE", most: 10}, {head: "ATTENTION", most: 24},
			{head: "OWNER", most: 28}, {head: "TITLE", flexible: true}}}
		for _, row := range rows {
			late := strings.Contains(strings.ToLower(row[1].(string)), "overdue")
			g.add(late, cellText(row[0]), cellText(row[2]), orStage(row), orNone(cellText(row[4])), cellText(row[5]))
		}
		g.write(&b)
	}
	return b.Bytes()
}

// statusMarkdown prints the status as Markdown that code hosts show as tables.
func statusMarkdown(s *socdraft.Status, rows [][]any) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\n\n", markdownCell(statusHead(s)))
	heads := []string{inWords(s.ByArea.Columns[0])}
	for _, name := range s.ByArea.Columns[1:] {
		heads = append(heads, stageHead(name))
	}
	markdownTable(&b, heads, s.ByArea.Rows)
	if len(rows) == 0 {
		return b.Bytes()
	}
	b.WriteString("\n")
	var lines [][]any
	for _, row := range rows {
		lines = append(lines, []any{row[0], row[2], orStage(row), orNone(row[4].(string)), row[5]})
	}
	markdownTable(&b, []string{"Request", "Due", "Attention", "Owner", "Title"}, lines)
	return b.Bytes()
}

func markdownTable(b *bytes.Buffer, heads []string, rows [][]any) {
	b.WriteString("| " + strings.Join(heads, " | ") + " |\n|" + strings.Repeat(" --- |", len(heads)) + "\n")
	for _, row := range rows {
		b.WriteString("|")
		for _, v := range row {
			b.WriteString(" " + markdownCell(cellText(v)) + " |")
		}
		b.WriteString("\n")
	}
}

// markdownCell keeps a text from being read as markup, a mention or the end of
// a cell.
func markdownCell(text string) string {
	return strings.NewReplacer(`\`, `\\`, "|", `\|`, "<", "&lt;", "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "@", "@\u200b", "\n", " ").Replace(text)
}

// orStage returns what needs attention, else where the request stands.
func orStage(row []any) string {
	if text := row[1].(string); text != "" {
		return text
	}
	return row[3].(string)
}

func orNone(role string) string {
	if role == "" {
		return "(nobody named)"
	}
	return role
}

func inWords(key string) string { return strings.ToUpper(strings.TrimSuffix(key, "_role")) }

// stageHead returns the stage as a column is headed.
func stageHead(key string) string {
	return strings.ToUpper(strings.ReplaceAll(strings.Replace(key, "_the_service", "", 1), "_", " "))
}

// narrow returns the head for a terminal, where names need the room.
func narrow(key string) string {
	switch key {
	case "requests":
		return "ALL"
	case "not_started":
		return "TO DO"
	case "in_progress":
		return "BEGUN"
	case "with_the_service_auditor":
		return "AUDITOR"
	}
	return stageHead(key)
}
