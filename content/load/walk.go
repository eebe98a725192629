package load

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/socdraft/socdraft/content/tomlfile"
)

// notSources are the folders that hold no source: what is written, and the
// evidence, which may be gigabytes in thousands of files.
var notSources = []string{"out", "evidence"}

// walk lists what is in the project. Dot files and folders do not belong to it.
func (f *files) walk() error {
	entries, err := fs.ReadDir(f.fsys, ".")
	if err != nil {
		return err
	}
	f.folder(".", entries, 1)
	slices.Sort(f.order)
	slices.Sort(f.folders)
	for _, name := range f.order {
		f.within[path.Dir(name)] = append(f.within[path.Dir(name)], name)
	}
	f.checkNames()
	return nil
}

func (f *files) folder(dir string, entries []fs.DirEntry, depth int) {
	for _, entry := range entries {
		name := path.Join(dir, entry.Name())
		switch {
		case strings.HasPrefix(entry.Name(), "."), slices.Contains(notSources, name):
			continue
		case len(f.found) == maxEntries:
			f.list.Add(tomlfile.TooLarge, f.at(name), "project has more than %d files and folders", maxEntries)
			f.found[name] = fs.ModeIrregular
			f.lose(name)
			return
		case len(f.found) > maxEntries:
			return
		}
		f.entry(name, entry.Type(), depth)
	}
}

func (f *files) entry(name string, mode fs.FileMode, depth int) {
	linked := mode&fs.ModeSymlink != 0
	if linked {
		info, err := fs.Stat(f.fsys, name)
		if err != nil {
			if expected(name) {
				f.unreadable(name, err, f.at(name))
				f.failed[name] = true
				f.lose(name)
			}
			return
		}
		mode = info.Mode().Type()
	}
	f.found[name] = mode
	switch {
	case mode.IsDir() && isText(name), !mode.IsDir() && !mode.IsRegular() && isText(name):
		f.irregular(name, mode, f.at(name))
		f.failed[name] = true
		f.lose(name)
	case mode.IsDir() && linked:
		if expected(name) {
			f.list.Add(NotRegularFile, f.at(name), "%q is a symbolic link to a folder, which is not followed", name)
			f.lose(name)
		}
	case mode.IsDir() && depth == maxDepth:
		f.list.Add(tomlfile.TooDeep, f.at(name), "folders are nested more than %d levels deep", maxDepth)
		f.lose(name)
	case mode.IsDir():
		f.folders = append(f.folders, name)
		entries, err := fs.ReadDir(f.fsys, name)
		if err != nil {
			f.list.Add(UnreadableFile, f.at(name), "folder %q cannot be read: %s", name, reason(err))
			f.lose(name)
		}
		f.folder(name, entries, depth+1)
	default:
		if slices.Contains(formatFolders, name) {
			f.list.Add(NotRegularFile, f.at(name), "%q is a file where a folder is expected", name).
				Suggest("give the file another name, and put the sources into a folder of this one")
			f.lose(name)
		}
		f.order = append(f.order, name)
	}
}

// expected reports whether a path is that of a source of text, or of a folder
// that may hold some.
func expected(name string) bool {
	top, _, _ := strings.Cut(name, "/")
	return isText(name) || path.Ext(name) == "" && slices.Contains(formatFolders, top)
}

// isText reports whether a name is that of a source of text.
func isText(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".toml", ".md", ".markdown":
		return true
	}
	return false
}

// checkNames reports names that are not the same on every system: such a
// project would not be one on the next machine.
func (f *files) checkNames() {
	seen := map[string]string{}
	for _, name := range f.order {
		key := strings.Map(fold, name)
		if first, ok := seen[key]; ok {
			f.list.Add(CollidingName, f.at(name), "names %q and %q are the same on systems that ignore case", first, name).
				Suggest("rename one, so that they differ in more than capitals")
			continue
		}
		seen[key] = name
		if isText(name) && strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Mn, r) }) {
			f.list.Add(DecomposedName, f.at(name), "name %q has letters composed with combining marks", name).
				Suggest("rename it with plain or precomposed letters")
		}
	}
}

// fold returns the least of the runes that differ from r only by case.
func fold(r rune) rune {
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	return least
}
