package revision

import (
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// A table is a repository in memory.
type table map[string]object

func (t table) object(name string) (object, error) {
	o, ok := t[name]
	if !ok {
		return o, errMissing
	}
	return o, nil
}

func (t table) close() {}

// put stores an object and returns its id.
func (t table) put(kind, data string) string {
	sum := sha1.Sum(fmt.Appendf(nil, "%s %d\x00%s", kind, len(data), data))
	id := hex.EncodeToString(sum[:])
	t[id] = object{id: id, kind: kind, size: int64(len(data)), data: []byte(data)}
	return id
}

// line returns an entry of a tree as it is stored.
func line(mode, name, id string) string {
	bytes, err := hex.DecodeString(id)
	if err != nil {
		panic(err)
	}
	return mode + " " + name + "\x00" + string(bytes)
}

// tree stores files by path: text as a file, "-> target" as a link, "sub:" as a
// submodule.
func (t table) tree(files map[string]string) string {
	lines := map[string]string{}
	inner := map[string]map[string]string{}
	for name, text := range files {
		top, rest, nested := strings.Cut(name, "/")
		switch {
		case nested:
			if inner[top] == nil {
				inner[top] = map[string]string{}
			}
			inner[top][rest] = text
		case strings.HasPrefix(text, "-> "):
			lines[top] = line("120000", top, t.put("blob", text[3:]))
		case text == "sub:":
			lines[top] = line("160000", top, strings.Repeat("ab", 20))
		default:
			lines[top] = line("100644", top, t.put("blob", text))
		}
	}
	for top, files := range inner {
		lines[top+"/"] = line("40000", top, t.tree(files))
	}
	var all []string
	for name := range lines {
		all = append(all, name)
	}
	slices.Sort(all) // git's order: folders as if they ended in a slash
	var data strings.Builder
	for _, name := range all {
		data.WriteString(lines[name])
	}
	return t.put("tree", data.String())
}

// commit stores a commit under the name of a revision.
func (t table) commit(revision string, files map[string]string) {
	tree := t.tree(files)
	id := t.put("commit", "tree "+tree+"\n"+revision)
	t[revision] = t[id]
	t[id+":./"] = t[tree]
	t[id+"^{tree}"] = t[tree]
}

// past returns a tree of the files.
func past(t *testing.T, files map[string]string) *Tree {
	t.Helper()
	repository := table{}
	repository.commit("HEAD", files)
	tree, err := open(repository, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func TestATreeIsAFileSystem(t *testing.T) {
	tree := past(t, map[string]string{
		"socdraft.toml":     "text",
		"controls/a.toml":   "a",
		"controls.toml":     "sorted otherwise by git than by name",
		"controls/b\nc":     "a name with a line break",
		"tests/2026/a.toml": "deep",
		"empty":             "",
	})
	err := fstest.TestFS(tree, "socdraft.toml", "controls.toml", "controls/a.toml", "controls/b\nc", "tests/2026/a.toml", "empty")
	if err != nil {
		t.Error(err)
	}
	if tree.Err() != nil {
		t.Error(tree.Err())
	}
}

func TestLinksAreFollowedWithinTheFolder(t *testing.T) {
	tree := past(t, map[string]string{
		"a.toml":     "text",
		"to":         "-> a.toml",
		"to2":        "-> ./to",
		"deep/up":    "-> ../a.toml",
		"deep/b":     "b",
		"folder":     "-> deep",
		"out":        "-> ../../etc/passwd",
		"deep/out":   "-> ../../a.toml",
		"root":       "-> /etc/passwd",
		"loop":       "-> loop",
		"gone":       "-> nowhere",
		"through":    "-> a.toml/b",
		"long":       "-> " + strings.Repeat("a/", 3000),
		"under/file": "-> ../folder/../a.toml",
	})
	for name, want := range map[string]string{
		"a.toml":     "text",
		"to":         "text",
		"to2":        "text",
		"deep/up":    "text",
		"folder/b":   "b",
		"folder/up":  "text",
		"under/file": "text",
		"out":        "path escapes from parent",
		"deep/out":   "path escapes from parent",
		"root":       "path escapes from parent",
		"loop":       "too many levels of symbolic links",
		"gone":       "file does not exist",
		"through":    "not a directory",
		"long":       "file name too long",
		"a.toml/b":   "not a directory",
		"../a.toml":  "invalid argument",
	} {
		data, err := fs.ReadFile(tree, name)
		got := string(data)
		if err != nil {
			got = errors.Unwrap(err).Error()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	entries, err := fs.ReadDir(tree, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if link := e.Type() == fs.ModeSymlink; e.Name() == "to" && !link {
			t.Errorf("%s is listed as %v", e.Name(), e.Type())
		}
	}
	if tree.Err() != nil {
		t.Errorf("links of the author's make the past unknown: %v", tree.Err())
	}
}

// What is not in the repository is an error of the file.
func TestWhatIsKeptElsewhereCannotBeRead(t *testing.T) {
	tree := past(t, map[string]string{
		"controls":  "sub:",
		"large.png": "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n",
	})
	for name, want := range map[string]error{"large.png": errLFS, "controls/a.toml": errSubmodule} {
		if _, err := tree.Open(name); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", name, err, want)
		}
	}
	info, err := fs.Stat(tree, "controls")
	if err != nil || !info.IsDir() {
		t.Errorf("submodule: %v, %v", info, err)
	}
	if _, err := fs.ReadDir(tree, "controls"); !errors.Is(err, errSubmodule) {
		t.Errorf("list of the submodule: %v", err)
	}
	if tree.Err() != nil {
		t.Error(tree.Err())
	}
}

func TestAHugeFileBeginsAndEndsInAnError(t *testing.T) {
	repository := table{}
	repository.commit("HEAD", map[string]string{"huge.md": "the beginning"})
	id := repository.put("blob", "the beginning")
	huge := repository[id]
	huge.size = 1 << 40
	repository[id] = huge
	tree, err := open(repository, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	f, err := tree.Open("huge.md")
	if err != nil {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil || info.Size() != 1<<40 {
		t.Errorf("size %d, %v", info.Size(), err)
	}
	if data, err := io.ReadAll(f); string(data) != "the beginning" || err == nil {
		t.Errorf("read %q, %v", data, err)
	}
}

// An object that is not there leaves the past unknown, whatever is done with
// the error of the file.
func TestAMissingObjectFailsTheTree(t *testing.T) {
	repository := table{}
	repository.commit("HEAD", map[string]string{"a": "text", "b": "other"})
	delete(repository, repository.put("blob", "text"))
	tree, err := open(repository, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fs.ReadFile(tree, "b"); err != nil || tree.Err() != nil {
		t.Error(err, tree.Err())
	}
	if _, err := fs.ReadFile(tree, "a"); err == nil || tree.Err() == nil || !strings.Contains(tree.Err().Error(), "the clone lacks objects") {
		t.Error(err, tree.Err())
	}
	if _, err := fs.ReadFile(tree, "b"); err == nil {
		t.Error("reading goes on")
	}
}

func TestRevisionsAreFound(t *testing.T) {
	repository := table{}
	files := map[string]string{"a": "text"}
	repository.commit("HEAD", files)
	repository.commit("origin/main", files)
	repository["v1"] = repository[repository.put("tag", "a tag")]
	repository[repository["v1"].id+"^{commit}"] = repository["HEAD"]
	repository["picture"] = repository[repository.put("blob", "text")]

	elsewhere := repository.put("commit", "without the folder")
	repository["elsewhere"] = repository[elsewhere]
	repository[elsewhere+"^{tree}"] = repository[repository.put("tree", "")]
	repository["partial"] = repository[repository.put("commit", "without its tree")]

	for revision, want := range map[string]string{
		"HEAD":                    "text",
		"v1":                      "text",
		"elsewhere":               "file does not exist",
		"picture":                 `"picture" is no commit, nor the name of one`,
		"partial":                 "the clone lacks objects of",
		"main":                    `the repository has no revision "main"; it has "origin/main"`,
		"origin/next":             `the repository has no revision "origin/next"; "git branch --all", "git tag" and`,
		"HEAD:./":                 `the repository has no revision "HEAD:./"`,
		"":                        "no revision is named like that: it is empty",
		"--textconv":              `no revision is named like that: "--textconv" looks like an option`,
		"HEAD\nHEAD":              `no revision is named like that: "HEAD\nHEAD" has control characters`,
		"HEAD\x00":                "has control characters",
		"a\xff":                   "has control characters",
		strings.Repeat("a", 1001): "more than 1000 bytes",
	} {
		got := ""
		if err := plausible(revision); err != nil {
			if got = err.Error(); !errors.Is(err, ErrMalformed) {
				t.Errorf("%q: %v", revision, err)
			}
		} else if tree, err := open(repository, revision); err != nil {
			got = err.Error()
		} else if data, err := fs.ReadFile(tree, "a"); err != nil {
			got = errors.Unwrap(err).Error()
		} else {
			got = string(data)
		}
		if !strings.Contains(got, want) {
			t.Errorf("%q: %s, want %s", revision, got, want)
		}
	}
}

func TestMalformedTreesAreRefused(t *testing.T) {
	id := strings.Repeat("ab", 20)
	for data, want := range map[string]string{
		"100644":                     "ends within an entry",
		"100644 a":                   "ends within an entry",
		"100644 a\x00short":          "ends within an entry",
		line("10x644", "a", id):      "is no mode",
		line("77777777777", "a", id): "is no mode",
		line("100644", "", id):       "is no name",
		line("100644", "..", id):     "is no name",
		line("100644", "a/b", id):    "is no name",
		line("100644", "a", id) + line("40000", "a", id): `has "a" twice`,
	} {
		_, err := entriesOf(object{id: id, kind: "tree", size: int64(len(data)), data: []byte(data)})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
	for _, o := range []object{{id: id, kind: "blob"}, {id: id, kind: "tree", size: 1}} {
		if _, err := entriesOf(o); err == nil {
			t.Errorf("%+v is taken for a tree", o)
		}
	}
	all, err := entriesOf(object{id: strings.Repeat("ab", 32), kind: "tree", size: 41, data: []byte("100644 a\x00" + strings.Repeat("x", 32))})
	if err != nil || len(all) != 1 || len(all[0].id) != 64 {
		t.Errorf("a tree of SHA-256: %v, %v", all, err)
	}
	if all, err := entriesOf(object{id: id, kind: "tree", size: 30, data: []byte(line("20000", path.Base("pipe"), id))}); err == nil && all[0].mode.IsRegular() {
		t.Errorf("mode 20000 is a file: %v", all)
	}
}
