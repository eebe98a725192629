package examples

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
)

// TestProjectsAreEmbeddedWhole finds a file that no pattern names.
func TestProjectsAreEmbeddedWhole(t *testing.T) {
	for name, fsys := range map[string]fs.FS{"skeleton": Skeleton(), "wrenfield": Wrenfield()} {
		disk := os.DirFS(name)
		n := 0
		err := fs.WalkDir(disk, ".", func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && (path == "out" || strings.HasPrefix(path, ".") && path != "."):
				return fs.SkipDir
			case entry.IsDir():
				return nil
			}
			n++
			want, err := fs.ReadFile(disk, path)
			if err != nil {
				return err
			}
			if got, err := fs.ReadFile(fsys, path); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s/%s is not embedded as it is: %v", name, path, err)
			}
			return nil
		})
		if err != nil || n < 20 {
			t.Errorf("%s: %d files, %v", name, n, err)
		}
	}
}
