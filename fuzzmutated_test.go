package socdraft_test

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/socdraft/socdraft"
)

// FuzzMutatedExample builds examples in which a few values, lines and files
// are replaced, doubled or missing, as the seed says. What can be loaded is
// built.
func FuzzMutatedExample(f *testing.F) {
	for seed := range uint64(len(examples)) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		dir := t.TempDir()
		mutate(t, filepath.Join("examples", examples[seed%uint64(len(examples))]), dir, rand.New(rand.NewPCG(seed, 1)))
		for _, plain := range []bool{true, false} {
			holdResult(t, build(t, dir, socdraft.Options{Plain: plain}))
		}
	})
}

// mutate copies a project with a change in some of its files.
func mutate(t *testing.T, from, to string, r *rand.Rand) {
	t.Helper()
	err := filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		if err != nil || r.IntN(60) == 0 {
			return err // a missing file
		}
		text := string(data)
		if r.IntN(5) == 0 {
			text = mutateText(text, strings.HasSuffix(path, ".toml"), r)
		}
		target := filepath.Join(to, name)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, []byte(text), 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}

var (
	leaf  = regexp.MustCompile(`"[^"\n]+"|\d{4}-\d\d-\d\d|\b\d+\b|= \[[^\[\]\n]*\]`)
	words = regexp.MustCompile(`[^\s]+`)
)

// hostile values keep a TOML file readable where a value of it is one of them.
var hostile = []string{
	`""`, `" "`, `"\t"`, `"\u0000"`, `"x\ny"`, `"AC-01"`, `"ac-01 "`, `"CC6.1"`, `"P8.1"`, `"../x"`, `"世 \U0001F600 שלום"`, `"\u202e\u200b"`,
	`"{{ organization.name }}"`, `"*a_ [x](#CC6.1) <b> | ` + "`" + `"`, `"javascript:x"`, `"=1+1"`, `"_x0041_"`, `"other"`, `"none"`, `"exception"`,
	`"` + strings.Repeat("word ", 1500) + `"`, `"` + strings.Repeat("x", 9000) + `"`, `"""` + strings.Repeat("- item\n\n", 2000) + `"""`,
	`0`, `1`, `2`, `-1`, `999999999`, `9223372036854775807`, `1.5`, `true`, `0000-01-01`, `0001-01-01`, `9999-12-31`, `2026-06-30`, `2024-02-29`,
	`[]`, `[""]`, `["AC-01", "AC-01"]`, `["CC6.1"]`, `["security", "privacy"]`, `[1, "a"]`, `{}`, `{ start = 2025-07-01 }`,
}

func mutateText(text string, toml bool, r *rand.Rand) string {
	lines := strings.SplitAfter(text, "\n")
	at := r.IntN(len(lines))
	pick := func(pattern *regexp.Regexp, value string) string {
		found := pattern.FindAllStringIndex(text, -1)
		if len(found) == 0 {
			return text
		}
		place := found[r.IntN(len(found))]
		if strings.HasPrefix(text[place[0]:], "= ") {
			value = "= " + value
		}
		return text[:place[0]] + value + text[place[1]:]
	}
	value := hostile[r.IntN(len(hostile))]
	switch n := r.IntN(10); {
	case n == 0:
		return strings.Join(append(lines[:at:at], lines[at+1:]...), "") // a line is missing
	case !toml && n == 1:
		return text + text
	case !toml:
		return pick(words, strings.Trim(value, `"`))
	case n == 1 && strings.Contains(text, "[["):
		return text + "\n" + text[strings.Index(text, "[["):] // the tables are there twice
	}
	return pick(leaf, value)
}
