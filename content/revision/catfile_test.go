package revision

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes "git" in PATH this program: the tests need none installed.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"git": fakeGit})
}

// id is that of each object of fakeGit.
var id = strings.Repeat("0123456789", 4)

// fakeGit answers as FAKE_GIT says, if it is called the only way it may be.
func fakeGit() {
	if !slices.Equal(os.Args[1:], arguments) {
		fmt.Fprintf(os.Stderr, "called with %q\n", os.Args[1:])
		os.Exit(1)
	}
	for _, name := range []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CONFIG_PARAMETERS", "GIT_TRACE"} {
		if _, set := os.LookupEnv(name); set {
			fmt.Fprintf(os.Stderr, "%s is set\n", name)
			os.Exit(1)
		}
	}
	for _, guard := range guards {
		if name, value, _ := strings.Cut(guard, "="); os.Getenv(name) != value {
			fmt.Fprintf(os.Stderr, "%s is %q\n", name, os.Getenv(name))
			os.Exit(1)
		}
	}
	if said, ends := strings.CutPrefix(os.Getenv("FAKE_GIT"), "ends:"); ends {
		fmt.Fprint(os.Stderr, said)
		os.Exit(128)
	}
	answer, once := strings.CutPrefix(os.Getenv("FAKE_GIT"), "once:")
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		size, _ := strconv.Atoi(os.Getenv("FAKE_GIT_SIZE"))
		fmt.Print(strings.NewReplacer("NAME", in.Text(), "ID", id, "CONFIG", os.Getenv("GIT_CONFIG_VALUE_0"),
			"SIZE", strconv.Itoa(size), "CONTENT", strings.Repeat("x", size)).Replace(answer))
		if once {
			return
		}
	}
}

// ask asks fakeGit for an object.
func ask(t *testing.T, answer string) (*catFile, object, error) {
	t.Helper()
	t.Setenv("FAKE_GIT", answer)
	git, err := newCatFile(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(git.close)
	o, err := git.object("HEAD")
	return git, o, err
}

func TestGitIsAskedUnderGuards(t *testing.T) {
	for _, name := range []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CONFIG_PARAMETERS", "GIT_TRACE", "GIT_ALLOW_PROTOCOL"} {
		t.Setenv(name, "/elsewhere")
	}
	t.Setenv("GIT_CONFIG_VALUE_0", "safe") // how containers name folders that are safe
	git, o, err := ask(t, "ID blob 4\nCONFIG\n")
	if err != nil || string(o.data) != "safe" {
		t.Fatalf("%q, %v", o.data, err)
	}
	if o, err = git.object("HEAD"); err != nil || o.id != id || o.kind != "blob" {
		t.Errorf("second object: %+v, %v", o, err)
	}
}

func TestAnswersAreUnderstood(t *testing.T) {
	for answer, want := range map[string]string{
		"ID blob 4\ntext\n":            "text",
		"ID blob 0\n\n":                "",
		"NAME missing\n":               errMissing.Error(),
		"NAME ambiguous\n":             errMissing.Error(),
		"other missing\n":              `git answers "other missing"`,
		"ID blob -1\n\n":               `git answers "ID blob -1"`,
		"ID blob 4x\n\n":               `git answers "ID blob 4x"`,
		"ID  4\n\n":                    "not the beginning of an object",
		"abc blob 4\ntext\n":           `git answers "abc blob 4"`,
		"ID blob 3\ntext\n":            "git sends more of an object than it said",
		strings.Repeat("a", 10000):     "not the beginning of an object",
		"ends:":                        "git ended: exit status 128",
		"ends:fatal: odd\nnews\x1b[2J": `git ended: fatal: odd news\x1b[2J`,
		"ends:fatal: not a git repository (or any of the parent directories): .git\n":          "the project is in no git repository",
		"ends:fatal: detected dubious ownership in repository at '/r'\n":                       "git config --global --add safe.directory FOLDER",
		"ends:fatal: cannot use bare repository '/r' (safe.bareRepository is 'explicit')\n":    "looks like a bare repository",
		"ends:warning: lazy fetching disabled\nfatal: could not fetch ID from promisor remote": "the clone lacks objects of the revision",
		"ends:fatal: relative path syntax can't be used outside working tree\n":                "no work tree",
	} {
		_, o, err := ask(t, answer)
		got := string(o.data)
		if err != nil {
			got = err.Error()
		}
		if want = strings.ReplaceAll(want, "ID", id); !strings.Contains(got, want) || got != want && err == nil {
			t.Errorf("%.80q: %q, want %q", answer, got, want)
		}
	}
}

// What follows the read part of a huge object is not read as the next answer.
func TestAHugeObjectIsCut(t *testing.T) {
	t.Setenv("FAKE_GIT_SIZE", fmt.Sprint(maxObject+100_000))
	git, o, err := ask(t, "ID blob SIZE\nCONTENT")
	if err != nil || len(o.data) != maxObject || o.size != maxObject+100_000 {
		t.Fatalf("%d bytes of %d, %v", len(o.data), o.size, err)
	}
	t.Setenv("FAKE_GIT", "ID blob 4\ntext\n")
	if o, err = git.object("HEAD"); err != nil || string(o.data) != "text" {
		t.Errorf("behind it: %q, %v", o.data, err)
	}
	t.Setenv("FAKE_GIT", "once:ID blob 10\ntext")
	git.close()
	if o, err = git.object("HEAD"); err == nil || !strings.Contains(err.Error(), "git ended") {
		t.Errorf("an end within an object: %q, %v", o.data, err)
	}
	git.read = maxRead - 1
	if _, err = git.object("HEAD"); err == nil || !strings.Contains(err.Error(), "more of it than the 512 MiB") {
		t.Errorf("beyond the limit: %v", err)
	}
}

func TestTimeIsLimited(t *testing.T) {
	t.Setenv("FAKE_GIT", "ID blob 4\ntext\n")
	over, cancel := context.WithTimeout(t.Context(), 0)
	defer cancel()
	if _, err := Open(over, t.TempDir(), "HEAD"); err == nil || err.Error() != "git takes too long to answer" {
		t.Errorf("error %v", err)
	}
}

func TestWithoutGitNothingIsRead(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := Open(t.Context(), t.TempDir(), "HEAD"); err == nil || !strings.Contains(err.Error(), "which PATH does not lead to") {
		t.Errorf("error %v", err)
	}
	if _, err := Open(t.Context(), t.TempDir(), "-h"); !errors.Is(err, ErrMalformed) {
		t.Errorf("error %v", err)
	}
}
