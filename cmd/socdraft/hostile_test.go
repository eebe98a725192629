package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// drafts are the files of a build of all targets.
var drafts = []string{"request-list.xlsx", "soc2-draft.pdf", "soc3-draft.pdf"}

const earlierDraft = "an earlier draft"

// hold builds and checks a project whose out/ holds earlier drafts, and fails
// where bad input shows otherwise than as findings: hold PROJECT, where the
// working edition is to be built, or ! hold PROJECT, where nothing is. The
// standard output is that of check afterwards.
func hold(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: [!] hold PROJECT")
	}
	out := ts.MkAbs(filepath.Join(args[0], "out"))
	ts.Check(os.MkdirAll(out, 0o755))
	for _, name := range drafts {
		ts.Check(os.WriteFile(filepath.Join(out, name), []byte(earlierDraft), 0o644))
	}
	failed := ts.Exec("socdraft", "build", args[0]) != nil
	said := ts.ReadFile("stderr")
	if failed != neg {
		ts.Fatalf("build failed: %v\n%s", failed, said)
	}
	for _, sign := range []string{"panic", "goroutine ", "internal error", "socdraft: "} {
		if strings.Contains(said, sign) {
			ts.Fatalf("build says %q:\n%s", sign, said)
		}
	}
	if failed && !strings.Contains(said, "wrote nothing") {
		ts.Fatalf("build does not say that it wrote nothing:\n%s", said)
	}
	holdDrafts(ts, out, failed)
	_ = ts.Exec("socdraft", "check", args[0]) // the exit code follows from the findings, compared below
	if found := ts.ReadFile("stdout"); !strings.HasPrefix(said, found) {
		ts.Fatalf("check finds:\n%s\nand build:\n%s", found, said)
	}
}

// holdDrafts fails unless the folder holds the drafts and nothing else: the
// earlier ones where kept, else new ones.
func holdDrafts(ts *testscript.TestScript, out string, kept bool) {
	entries, err := os.ReadDir(out)
	ts.Check(err)
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
		data, err := os.ReadFile(filepath.Join(out, entry.Name()))
		ts.Check(err)
		if (string(data) == earlierDraft) != kept {
			ts.Fatalf("%s was kept: %v, want %v", entry.Name(), !kept, kept)
		}
	}
	if !slices.Equal(names, drafts) {
		ts.Fatalf("the folder holds %q", names)
	}
}

// edit replaces a text wherever it stands in a file: edit FILE OLD NEW [N]
// writes NEW N times. The arguments know \n, \t, \x00, \u202e and so on.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args) > 4 {
		ts.Fatalf("usage: edit FILE OLD NEW [N]")
	}
	n := 1
	if len(args) == 4 {
		var err error
		n, err = strconv.Atoi(args[3])
		ts.Check(err)
	}
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	old, changed := unquote(ts, args[1]), strings.Repeat(unquote(ts, args[2]), n)
	if !bytes.Contains(data, []byte(old)) {
		ts.Fatalf("%s has no %q", args[0], old)
	}
	ts.Check(os.WriteFile(path, []byte(strings.ReplaceAll(string(data), old, changed)), 0o644))
}

// put writes a text into a file, with its folders: put FILE TEXT. The text
// knows what that of edit knows.
func put(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: put FILE TEXT")
	}
	path := ts.MkAbs(unquote(ts, args[0]))
	ts.Check(os.MkdirAll(filepath.Dir(path), 0o755))
	ts.Check(os.WriteFile(path, []byte(unquote(ts, args[1])), 0o644))
}

func unquote(ts *testscript.TestScript, text string) string {
	quoted := `"` + strings.NewReplacer(`"`, `\"`, "\n", `\n`).Replace(text) + `"`
	plain, err := strconv.Unquote(quoted)
	ts.Check(err)
	return plain
}

// number writes a text once for each number from 1, which stands for each #
// in it: number FILE TEXT N. A # in the name makes as many files.
func number(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: number FILE TEXT N")
	}
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	text := unquote(ts, args[1])
	path := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(path), 0o755))
	var all strings.Builder
	for i := 1; i <= n; i++ {
		one := strings.ReplaceAll(text, "#", strconv.Itoa(i))
		if strings.Contains(path, "#") {
			ts.Check(os.WriteFile(strings.ReplaceAll(path, "#", strconv.Itoa(i)), []byte(one), 0o644))
			continue
		}
		all.WriteString(one)
	}
	if all.Len() > 0 {
		ts.Check(os.WriteFile(path, []byte(all.String()), 0o644))
	}
}

// makePNG writes a PNG that claims a size and has no pixels: png FILE WIDTH HEIGHT.
func makePNG(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: png FILE WIDTH HEIGHT")
	}
	header := []byte("IHDR")
	for _, arg := range args[1:] {
		side, err := strconv.ParseUint(arg, 10, 32)
		ts.Check(err)
		header = binary.BigEndian.AppendUint32(header, uint32(side))
	}
	header = append(header, 8, 2, 0, 0, 0)
	file := binary.BigEndian.AppendUint32([]byte("\x89PNG\r\n\x1a\n"), uint32(len(header)-4))
	file = binary.BigEndian.AppendUint32(append(file, header...), crc32.ChecksumIEEE(header))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), file, 0o644))
}

// makeGrey writes a PNG of one grey: grey FILE WIDTH HEIGHT LEVEL, where 255 is
// white.
func makeGrey(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: grey FILE WIDTH HEIGHT LEVEL")
	}
	var numbers [3]int
	for i := range numbers {
		var err error
		numbers[i], err = strconv.Atoi(args[i+1])
		ts.Check(err)
	}
	img := image.NewGray(image.Rect(0, 0, numbers[0], numbers[1]))
	for i := range img.Pix {
		img.Pix[i] = uint8(numbers[2])
	}
	file, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer file.Close()
	ts.Check(png.Encode(file, img))
}

// lines fails unless the standard output has the text as often as said: lines N
// TEXT.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: lines N TEXT")
	}
	if got := fmt.Sprint(strings.Count(ts.ReadFile("stdout"), args[1])); got != args[0] {
		ts.Fatalf("%q stands %s times", args[1], got)
	}
}
