package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag/report"
)

func listCommand(a *app) *cobra.Command {
	var (
		flags  common
		asJSON bool
	)
	names := socdraft.Listings()
	cmd := &cobra.Command{
		Use:   "list " + strings.Join(names, "|") + " [PROJECT]",
		Short: "Print what a project holds",
		Example: `  socdraft list controls
  socdraft list coverage examples/wrenfield --json`,
		ValidArgs: names,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("list what? (known: %s)", strings.Join(names, ", "))
			}
			if len(args) > 2 {
				return usagef("list takes one PROJECT, got %d arguments", len(args)-1)
			}
			_, err := oneOf("list", args[0], names)
			return err
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := a.options(flags)
			if err != nil {
				return err
			}
			if len(args) == 2 && slices.Contains(names, args[1]) {
				if _, err := os.Stat(args[1]); err != nil {
					return usagef("list prints one list at a time, got %s and %s", args[0], args[1])
				}
			}
			project, err := a.open(args[1:])
			if err != nil {
				return err
			}
			defer project.Close()
			listing, findings, err := project.List(args[0], o)
			if err != nil {
				return err
			}
			if listing == nil {
				a.printFindings(findings, nil, project.Dir())
				return errFindings
			}
			text, err := a.listing(listing, asJSON)
			if err != nil {
				return err
			}
			_, err = a.stdout.Write(text)
			return err
		},
	}
	flags.register(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print an array of objects, each with an id; for coverage an object of two arrays")
	return cmd
}

// listing sets a listing for people or for programs.
func (a *app) listing(l *socdraft.Listing, asJSON bool) ([]byte, error) {
	switch {
	case asJSON && l.Beside != nil:
		return bothArrays(l)
	case asJSON:
		return array(l)
	case l.Beside != nil:
		return coverageTables(l, a.colour(a.stdout)), nil
	}
	return table(l), nil
}

// table sets a listing in columns for people.
func table(l *socdraft.Listing) []byte {
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	row := func(cells []string) { fmt.Fprintln(w, strings.Join(cells, "\t")) }
	head := make([]string, len(l.Columns))
	for i, c := range l.Columns {
		head[i] = strings.ToUpper(c)
	}
	row(head)
	for _, values := range l.Rows {
		cells := make([]string, len(values))
		for i, v := range values {
			cells[i] = cellText(v)
		}
		row(cells)
	}
	w.Flush() // a bytes.Buffer takes everything
	return b.Bytes()
}

// cellText prints one value on one line, what terminals act on made visible.
func cellText(v any) string {
	s := fmt.Sprint(v)
	if list, ok := v.([]string); ok {
		s = strings.Join(list, " ")
	}
	return report.Visible(s)
}

// array prints a listing as JSON, the keys of each object in column order.
func array(l *socdraft.Listing) ([]byte, error) {
	var b bytes.Buffer
	if err := writeArray(&b, l, ""); err != nil {
		return nil, err
	}
	b.WriteString("\n")
	return b.Bytes(), nil
}

// bothArrays prints the coverage as one object, a key for each table.
func bothArrays(l *socdraft.Listing) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("{\n  \"criteria\": ")
	if err := writeArray(&b, l, "  "); err != nil {
		return nil, err
	}
	b.WriteString(",\n  \"description_criteria\": ")
	if err := writeArray(&b, l.Beside, "  "); err != nil {
		return nil, err
	}
	b.WriteString("\n}\n")
	return b.Bytes(), nil
}

func writeArray(b *bytes.Buffer, l *socdraft.Listing, indent string) error {
	b.WriteString("[")
	for i, values := range l.Rows {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n" + indent + "  {")
		for j, v := range values {
			if list, ok := v.([]string); ok && list == nil {
				v = []string{}
			}
			data, err := json.Marshal(v)
			if err != nil {
				return fmt.Errorf("cannot print %s: %w", l.Columns[j], err)
			}
			if j > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(b, "%q: %s", l.Columns[j], data)
		}
		b.WriteString("}")
	}
	if len(l.Rows) > 0 {
		b.WriteString("\n" + indent)
	}
	b.WriteString("]")
	return nil
}
