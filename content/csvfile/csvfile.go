// Package csvfile begins to read CSV that any program may have saved: with a
// byte order mark or not, separated by commas, semicolons or tabs.
package csvfile

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
)

// Begin passes over a byte order mark and returns what separates the columns:
// the commonest of comma, semicolon and tab in the line of heads, which is the
// first of that many lines that has any.
func Begin(in *bufio.Reader, lines int) (rune, error) {
	start, err := in.Peek(3)
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	switch {
	case bytes.HasPrefix(start, []byte("\xEF\xBB\xBF")):
		if _, err := in.Discard(3); err != nil {
			return 0, err
		}
	case bytes.HasPrefix(start, []byte("\xFF\xFE")), bytes.HasPrefix(start, []byte("\xFE\xFF")):
		return 0, errors.New("the file is in UTF-16: save it as CSV UTF-8")
	case bytes.HasPrefix(start, []byte("PK")):
		return 0, errors.New("the file is a workbook or an archive, not CSV: save the sheet as CSV UTF-8")
	}
	text, err := in.Peek(in.Size())
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	for range lines {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		if comma, any := separator(line); any {
			return comma, nil
		}
		text = rest
	}
	return ',', nil
}

// separator returns the commonest separator of a line and whether it has any.
func separator(line []byte) (comma rune, any bool) {
	comma = ','
	for _, c := range []rune{';', '\t'} {
		if bytes.Count(line, []byte(string(c))) > bytes.Count(line, []byte(string(comma))) {
			comma = c
		}
	}
	return comma, bytes.ContainsRune(line, comma)
}

// Explained says what a parser's error means for the file.
func Explained(err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return err
	}
	switch {
	case errors.Is(parse.Err, csv.ErrFieldCount):
		return fmt.Errorf("line %d has another number of columns than the heads", parse.StartLine)
	case errors.Is(parse.Err, csv.ErrQuote), errors.Is(parse.Err, csv.ErrBareQuote):
		return fmt.Errorf("line %d, column %d: a quotation mark stands where none can: double those within a quoted value", parse.Line, parse.Column)
	}
	return fmt.Errorf("line %d: %w", parse.Line, parse.Err)
}
