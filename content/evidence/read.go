package evidence

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// Limits of the folder. Files are hashed as streams, so their size has none.
const (
	maxFiles = 200_000
	maxDepth = 16
)

// ErrNoFolder tells that a project has no folder of evidence.
var ErrNoFolder = errors.New("there is no folder evidence/ in the project")

// A Skipped is something in the folder that is no file to hand over.
type Skipped struct {
	Path string // below the folder
	Why  string
}

// Read hashes the files in the folder of evidence of a project, in the order of
// their paths. Hidden files are passed over without a word, links and what is
// no regular file with one.
func Read(project fs.FS) (files []File, skipped []Skipped, err error) {
	buffer := make([]byte, 1<<20)
	err = fs.WalkDir(project, Folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		below := strings.TrimPrefix(strings.TrimPrefix(name, Folder), "/")
		switch {
		case name == Folder && !entry.IsDir():
			return ErrNoFolder
		case strings.HasPrefix(path.Base(name), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			if strings.Count(name, "/") > maxDepth {
				return fmt.Errorf("folder %s lies deeper than %d levels", name, maxDepth)
			}
			return nil
		case !entry.Type().IsRegular():
			skipped = append(skipped, Skipped{below, "it is a link or a device, not a file"})
			return nil
		case len(files) == maxFiles:
			return fmt.Errorf("folder %s/ holds more than the %d files that are read", Folder, maxFiles)
		}
		f, err := hash(project, name, buffer)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		f.Path = below
		files = append(files, f)
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = ErrNoFolder
	}
	return files, skipped, err
}

func hash(project fs.FS, name string, buffer []byte) (File, error) {
	in, err := project.Open(name)
	if err != nil {
		return File{}, err
	}
	defer in.Close()
	if info, err := in.Stat(); err != nil || !info.Mode().IsRegular() {
		return File{}, errors.Join(err, errors.New("it is no regular file any more"))
	}
	sum := sha256.New()
	size, err := io.CopyBuffer(sum, in, buffer)
	if err != nil {
		return File{}, err
	}
	return File{SHA256: hex.EncodeToString(sum.Sum(nil)), Size: size}, nil
}
