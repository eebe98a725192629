package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// S2-209: who receives the files can see whether they are those that were made.
func TestS2209SumsAreOfEachFile(t *testing.T) {
	dir := t.TempDir()
	var out bytes.Buffer
	a := &app{stdout: &out, stderr: discard{}, env: func(string) string { return "" }, now: fixedNow, terminal: isTerminal}
	if exit := a.run([]string{"build", "../../examples/startup", "-o", dir, "--sums"}); exit != exitFine {
		t.Fatalf("exit %d", exit)
	}
	want := ""
	for _, name := range []string{"soc2-draft.pdf", "request-list.xlsx"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		want += fmt.Sprintf("%x  %s\n", sha256.Sum256(data), name)
	}
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", &out, want)
	}
}
