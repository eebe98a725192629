package main

import (
	"fmt"
	"os"
	"strings"
)

// The marks between which the README holds the table.
const (
	tableStart = "<!-- race: written by make race -->\n"
	tableEnd   = "<!-- /race -->\n"
)

// writeReadme replaces what stands between the marks.
func writeReadme(path, text string) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	before, rest, ok := strings.Cut(string(old), tableStart)
	_, after, both := strings.Cut(rest, tableEnd)
	if !ok || !both {
		return fmt.Errorf("%s has no place for the table: %s… %s", path, strings.TrimSpace(tableStart), strings.TrimSpace(tableEnd))
	}
	return os.WriteFile(path, []byte(before+tableStart+text+tableEnd+after), 0o644)
}
