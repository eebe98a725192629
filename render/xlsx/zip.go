package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// contentTypes is the one part the library writes in a random order, and the
// part that stands first in a package.
const contentTypes = "[Content_Types].xml"

// packed is the time of every part: the first the zip format knows.
var packed = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// effort is how hard parts are deflated: half the time of the usual effort for
// a tenth more bytes.
const effort = 4

// A pack takes the place of the library's zip writer. It keeps the parts and
// packs them at the end: sorted, with one time, the content types in order. The
// same workbook then gives the same bytes.
type pack struct {
	out    io.Writer
	parts  map[string]*bytes.Buffer
	finish map[string]finisher
}

// A finisher writes a part for which the library made the beginning.
type finisher func(out io.Writer, part []byte) error

// packing returns what makes packs in which the named parts are finished.
func packing(finish map[string]finisher) func(io.Writer) excelize.ZipWriter {
	return func(out io.Writer) excelize.ZipWriter { return &pack{out, make(map[string]*bytes.Buffer), finish} }
}

// Create returns where a part is written to.
func (p *pack) Create(name string) (io.Writer, error) {
	part := new(bytes.Buffer)
	p.parts[name] = part
	return part, nil
}

// AddFS is there for the library, which does not use it.
func (p *pack) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close packs the parts.
func (p *pack) Close() error {
	names := slices.SortedFunc(maps.Keys(p.parts), func(a, b string) int {
		if (a == contentTypes) != (b == contentTypes) {
			if a == contentTypes {
				return -1
			}
			return 1
		}
		return cmp.Compare(a, b)
	})
	out := zip.NewWriter(p.out)
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, effort) })
	for _, name := range names {
		content := p.parts[name].Bytes()
		if name == contentTypes {
			content = sortTypes(content)
		}
		w, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: packed})
		if err != nil {
			return fmt.Errorf("packing %s: %w", name, err)
		}
		if finish := p.finish[name]; finish != nil {
			err = finish(w, content)
		} else {
			_, err = w.Write(content)
		}
		if err != nil {
			return fmt.Errorf("packing %s: %w", name, err)
		}
	}
	return out.Close()
}

var typeEntry = regexp.MustCompile(`<(?:Default|Override)\b[^>]*?(?:/>|>\s*</(?:Default|Override)>)`)

// sortTypes puts the entries of the content types in order, defaults first.
func sortTypes(content []byte) []byte {
	text := string(content)
	at := typeEntry.FindStringIndex(text)
	if at == nil {
		return content
	}
	entries := typeEntry.FindAllString(text, -1)
	slices.Sort(entries)
	rest := typeEntry.ReplaceAllString(text, "")
	return []byte(rest[:at[0]] + strings.Join(entries, "") + rest[at[0]:])
}
