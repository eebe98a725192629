package load

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/markdown"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// The limits of a project, in bytes where not said otherwise.
const (
	maxMarkdown = 1 << 20
	maxImage    = 20 << 20
	maxReceived = 20 << 20
	maxTotal    = 256 << 20
	maxEntries  = 50_000 // files and folders
	maxDepth    = 16     // levels of folders
)

// files are the files of a project: what there is, what was read.
type files struct {
	fsys    fs.FS
	list    *diag.List
	found   map[string]fs.FileMode // type of each file and folder by path; links as what they lead to
	order   []string               // the paths of files, sorted
	within  map[string][]string    // the paths of files by folder, sorted
	folders []string               // the paths of folders, sorted
	data    map[string][]byte      // of the files that were read
	failed  map[string]bool        // files with a finding that they cannot be read
	lost    map[string]bool        // sources of text, and folders, that could not be read as a whole
	total   int
}

func newFiles(fsys fs.FS, list *diag.List) *files {
	return &files{
		fsys: fsys, list: list,
		found:  map[string]fs.FileMode{},
		within: map[string][]string{},
		data:   map[string][]byte{},
		failed: map[string]bool{},
		lost:   map[string]bool{},
	}
}

// at returns the place of a file as a whole, for findings about it.
func (f *files) at(name string) diag.Span { return newSource(name, nil).At(0, 0) }

// has reports whether a file of the name is in the project, whatever its type.
func (f *files) has(name string) bool {
	mode, ok := f.found[name]
	return ok && (!mode.IsDir() || isText(name))
}

// exists reports whether a path leads to something, even where the walk does
// not look.
func (f *files) exists(name string) bool {
	if _, ok := f.found[name]; ok {
		return true
	}
	_, err := fs.Stat(f.fsys, name)
	return !errors.Is(err, fs.ErrNotExist)
}

// lose records that a source of text, or a folder, could not be read as a whole.
func (f *files) lose(name string) { f.lost[name] = true }

// names returns the paths of all files.
func (f *files) names() []string { return f.order }

// in returns the files of a folder that have the extension, by name.
func (f *files) in(folder, ext string) []string {
	var names []string
	for _, name := range f.within[folder] {
		if path.Ext(name) == ext {
			names = append(names, name)
		}
	}
	return names
}

// testFiles returns the TOML files of the folders in tests/, by path.
func (f *files) testFiles() []string {
	var names []string
	for _, folder := range f.folders {
		if path.Dir(folder) == "tests" {
			names = append(names, f.in(folder, ".toml")...)
		}
	}
	slices.Sort(names)
	return names
}

// optional reads a file if it is in the project.
func (f *files) optional(name string, limit int) ([]byte, bool) {
	if !f.has(name) {
		return nil, false
	}
	return f.read(name, limit, f.at(name))
}

// read returns the bytes of a file. Where it cannot, it reports why at the
// given place and returns false.
func (f *files) read(name string, limit int, where diag.Span) ([]byte, bool) {
	if data, ok := f.data[name]; ok {
		return data, true
	}
	if f.failed[name] {
		return nil, false
	}
	data, ok := f.open(name, limit, where)
	if !ok {
		f.failed[name] = true
		if isText(name) {
			f.lose(name)
		}
		return nil, false
	}
	f.data[name] = data
	f.total += len(data)
	return data, true
}

func (f *files) open(name string, limit int, where diag.Span) ([]byte, bool) {
	file, err := f.fsys.Open(name)
	if err != nil {
		f.unreadable(name, err, where)
		return nil, false
	}
	defer file.Close()
	info, err := file.Stat()
	switch {
	case err != nil:
		f.unreadable(name, err, where)
		return nil, false
	case !info.Mode().IsRegular():
		f.irregular(name, info.Mode(), where)
		return nil, false
	}
	left := maxTotal - f.total
	data, err := io.ReadAll(io.LimitReader(file, int64(min(limit, left))+1))
	switch {
	case err != nil:
		f.unreadable(name, err, where)
	case len(data) > limit:
		f.list.Add(tomlfile.TooLarge, where, "file %q is larger than the %d MiB that are read", name, limit>>20)
	case len(data) > left:
		f.list.Add(tomlfile.TooLarge, where, "file %q makes the project larger than the %d MiB that are read", name, maxTotal>>20)
	default:
		return data, true
	}
	return nil, false
}

func (f *files) unreadable(name string, err error, where diag.Span) {
	if escapes(err) {
		f.list.Add(markdown.PathEscape, where, "symbolic link %q leads out of the project", name)
		return
	}
	f.list.Add(UnreadableFile, where, "file %q cannot be read: %s", name, reason(err))
}

func (f *files) irregular(name string, mode fs.FileMode, where diag.Span) {
	what := "a device"
	switch {
	case mode.IsDir():
		what = "a folder"
	case mode&fs.ModeNamedPipe != 0:
		what = "a pipe"
	case mode&fs.ModeSocket != 0:
		what = "a socket"
	}
	f.list.Add(NotRegularFile, where, "%q is %s, not a file", name, what).Suggest("put a plain file in its place")
}

// requestFolder holds what both sides say of the requests, populationFile from
// where samples are drawn and each time that was. A status and a run are no word
// of a report, so they do not make another revision.
const (
	requestFolder  = "requests/"
	populationFile = "populations.toml"
)

// revision returns the first 12 hex digits of a hash over the names and bytes
// of all files that were read and that a report can follow from.
func (f *files) revision() string {
	var names []string
	for name := range f.data {
		if ofReports(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	h := sha256.New()
	frame := func(data []byte) {
		var size [8]byte
		binary.BigEndian.PutUint64(size[:], uint64(len(data)))
		h.Write(size[:])
		h.Write(data)
	}
	for _, name := range names {
		frame([]byte(name))
		frame(f.data[name])
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// ofReports tells whether a report can follow from a file.
func ofReports(name string) bool {
	switch name {
	case populationFile, fingerprintFile, GateFile:
		return false
	}
	return !strings.HasPrefix(name, requestFolder)
}

// within returns the path relative to the project of an authored path relative
// to a folder; a path that leaves the project is reported.
func (l *loader) within(folder string, authored diag.Text) (string, bool) {
	if authored.Value == "" {
		return "", false
	}
	p := authored.Value
	drive := len(p) > 1 && p[1] == ':'
	clean := path.Join(folder, p)
	if drive || strings.HasPrefix(p, "/") || strings.Contains(p, `\`) || !fs.ValidPath(clean) || clean == "." {
		l.list.Add(markdown.PathEscape, authored.Span, "path %q leads out of the project", p).
			Suggest("write a path inside the project, relative to the file that names it, with \"/\"")
		return "", false
	}
	return clean, true
}
