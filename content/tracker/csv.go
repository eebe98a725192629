package tracker

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/csvfile"
	"github.com/socdraft/socdraft/content/returned"
)

// headRows is how far down the heads of a list are looked for: people put lines
// of their own above them.
const headRows = 40

// The limits of CSV.
const (
	maxRecords = 1_048_576 // rows of a sheet
	maxFields  = 16_384    // columns of a sheet
)

// Heads returns the heads of a CSV file that is to be filled in.
func Heads(data []byte) ([]string, error) {
	rows, err := records(data, 1, 1)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, errors.New("the file is empty: its first line has to be the heads of the columns")
	}
	for i, head := range rows[0] {
		if strings.TrimSpace(head) == "" {
			return nil, fmt.Errorf("column %d has no head", i+1)
		}
		if slices.Contains(rows[0][:i], head) {
			return nil, fmt.Errorf("two columns are headed %q", head)
		}
	}
	return rows[0], nil
}

// CSV returns what stands in a CSV file as a workbook of one sheet. Its rows
// and columns are those that a spreadsheet program shows.
func CSV(name string, data []byte) (*returned.Book, error) {
	rows, err := records(data, headRows, maxRecords)
	if err != nil {
		return nil, err
	}
	sheet := &returned.Sheet{Name: name}
	for y, record := range rows {
		row := &returned.Row{Number: y + 1}
		for x, text := range record {
			if text = unguarded(text); text != "" {
				row.Cells = append(row.Cells, returned.Cell{Column: x + 1, Text: text})
			}
		}
		if len(row.Cells) > 0 {
			sheet.Rows = append(sheet.Rows, row)
		}
	}
	return &returned.Book{Sheets: []*returned.Sheet{sheet}}, nil
}

// records reads up to a number of rows. The heads stand in one of the first
// lines.
func records(data []byte, heads, most int) ([][]string, error) {
	in := bufio.NewReaderSize(bytes.NewReader(data), 64<<10)
	comma, err := csvfile.Begin(in, heads)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(in)
	r.Comma, r.FieldsPerRecord = comma, -1
	var rows [][]string
	for len(rows) < most {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, csvfile.Explained(err)
		}
		if len(record) > maxFields {
			return nil, fmt.Errorf("a row has %d columns, more than the %d of a sheet", len(record), maxFields)
		}
		rows = append(rows, record)
	}
	return rows, nil
}
