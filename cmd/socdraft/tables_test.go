package main

import (
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// withoutTables takes the tables of a head out of a TOML file whose tables stand
// apart by blank lines: without FILE '[[population.run]]'.
func withoutTables(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: without FILE HEAD")
	}
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	tables := strings.Split(string(data), "\n\n")
	var kept []string
	for _, table := range tables {
		if !strings.HasPrefix(table, args[1]+"\n") {
			kept = append(kept, table)
		}
	}
	if len(kept) == len(tables) {
		ts.Fatalf("%s has no %s", args[0], args[1])
	}
	ts.Check(os.WriteFile(path, []byte(strings.Join(kept, "\n\n")+"\n"), 0o644))
}
