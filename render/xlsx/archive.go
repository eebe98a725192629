package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// The limits of a workbook that is read. Its own numbers are not believed: the
// directory is looked through first, and what is unpacked is counted.
const (
	maxFile     = 64 << 20  // bytes of the workbook
	maxParts    = 10_000    // files in it
	maxPart     = 64 << 20  // bytes of one, unpacked
	maxUnpacked = 256 << 20 // bytes of all
	maxRatio    = 200       // unpacked to packed, of a large one
	largePart   = 4 << 20   // bytes
	maxTag      = 1 << 20   // bytes of one tag
)

// An archive is the zip file that a workbook is.
type archive struct {
	parts map[string]*zip.File // by name in lower case: programs differ in the case
	left  int64                // bytes that may still be unpacked
}

// openArchive opens a workbook, or tells what the file is instead.
func openArchive(data []byte) (*archive, error) {
	if len(data) > maxFile {
		return nil, fmt.Errorf("it has %d bytes, more than the %d that are read", len(data), maxFile)
	}
	if err := recognize(data); err != nil {
		return nil, err
	}
	dir, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, errors.New("it is cut off or damaged; ask for it again")
	}
	a := &archive{parts: map[string]*zip.File{}, left: maxUnpacked}
	if err := a.scan(dir.File); err != nil {
		return nil, err
	}
	return a, a.isWorkbook()
}

var (
	compoundFile = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") // Excel 97 and all that is encrypted
	encrypted    = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
)

// recognize tells what a file is that is no zip file, whatever its name.
func recognize(data []byte) error {
	switch {
	case len(data) == 0:
		return errors.New("it is empty; ask for it again")
	case bytes.HasPrefix(data, compoundFile) && bytes.Contains(data, encrypted):
		return errors.New("it is protected by a password; save it without one")
	case bytes.HasPrefix(data, compoundFile):
		return errors.New("it is a workbook of the old format (.xls), whatever its name; save it as .xlsx")
	case !bytes.HasPrefix(data, []byte("PK")):
		return errors.New("it is not a workbook, whatever its name; save the list as .xlsx")
	}
	return nil
}

// scan looks through the directory before anything is unpacked.
func (a *archive) scan(files []*zip.File) error {
	if len(files) > maxParts {
		return fmt.Errorf("it holds %d files, more than the %d that are read", len(files), maxParts)
	}
	var total uint64
	for _, f := range files {
		name := strings.ToLower(f.Name)
		switch {
		case f.Name == "" || strings.Contains(f.Name, `\`) || strings.HasPrefix(f.Name, "/") || path.Clean(f.Name) != strings.TrimSuffix(f.Name, "/") || strings.HasPrefix(f.Name, ".."):
			return fmt.Errorf("it holds a file named %q, which no workbook has", f.Name)
		case a.parts[name] != nil:
			return fmt.Errorf("it holds two files named %q", f.Name)
		case f.Flags&1 != 0:
			return errors.New("it is protected by a password; save it without one")
		case f.UncompressedSize64 > maxPart:
			return fmt.Errorf("its part %q unpacks to more than the %d bytes that are read", f.Name, maxPart)
		case f.UncompressedSize64 > largePart && f.UncompressedSize64/maxRatio > f.CompressedSize64:
			return fmt.Errorf("its part %q unpacks to more than %d times its size", f.Name, maxRatio)
		}
		if total += f.UncompressedSize64; total > maxUnpacked {
			return fmt.Errorf("it unpacks to more than the %d bytes that are read", maxUnpacked)
		}
		a.parts[name] = f
	}
	return overlapping(files)
}

// overlapping refuses files that share their packed bytes: so a small file
// unpacks to a huge one without any part being suspicious.
func overlapping(files []*zip.File) error {
	type place struct{ start, end uint64 }
	var places []place
	for _, f := range files {
		at, err := f.DataOffset()
		if err != nil {
			return errors.New("it is cut off or damaged; ask for it again")
		}
		places = append(places, place{uint64(at), uint64(at) + f.CompressedSize64})
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Compare(a.start, b.start) })
	for i := 1; i < len(places); i++ {
		if places[i].start < places[i-1].end {
			return errors.New("its files lie over one another, which no program writes")
		}
	}
	return nil
}

// isWorkbook tells workbooks with macros and other kinds of documents apart.
func (a *archive) isWorkbook() error {
	types, err := a.text("[content_types].xml")
	if err != nil {
		return err
	}
	has := func(name string) bool { return a.parts[name] != nil }
	switch {
	case strings.Contains(types, "macroEnabled") || has("xl/vbaproject.bin"):
		return errors.New("it can hold macros (.xlsm), which are not read; save it as .xlsx")
	case has("xl/workbook.bin"):
		return errors.New("it is a binary workbook (.xlsb); save it as .xlsx")
	case has("content.xml") && has("mimetype"):
		return errors.New("it is an OpenDocument file (.ods), whatever its name; save it as .xlsx")
	case has("word/document.xml") || has("ppt/presentation.xml") || types == "":
		return errors.New("it is not a workbook, whatever its name; save the list as .xlsx")
	}
	return nil
}

// text returns a small part, "" where there is none.
func (a *archive) text(name string) (string, error) {
	r, err := a.open(name)
	if r == nil || err != nil {
		return "", err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, 1<<20))
	if err != nil {
		return "", fmt.Errorf("its part %q is damaged; ask for it again", name)
	}
	return string(data), nil
}

// open opens a part, nil where there is none. What is read counts.
func (a *archive) open(name string) (io.ReadCloser, error) {
	f := a.parts[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("its part %q is damaged; ask for it again", name)
	}
	return &counted{ReadCloser: r, archive: a, left: maxPart}, nil
}

var errTooMuch = errors.New("it unpacks to more than its directory says and than is read")

// A counted part ends with an error where it is larger than what is read, or
// where one tag is: the XML parser holds a whole tag in memory.
type counted struct {
	io.ReadCloser
	archive *archive
	left    int64
	tag     int  // bytes of the tag so far, 0 outside of tags
	quote   byte // that the value of an attribute began with, 0 outside of values
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	c.left -= int64(n)
	c.archive.left -= int64(n)
	if c.left < 0 || c.archive.left < 0 {
		return 0, errTooMuch
	}
	for _, b := range p[:n] {
		if c.count(b); c.tag > maxTag {
			return 0, errTooMuch
		}
	}
	return n, err
}

func (c *counted) count(b byte) {
	switch {
	case c.tag == 0:
		if b == '<' {
			c.tag, c.quote = 1, 0
		}
	case b == '>' && c.quote == 0:
		c.tag = 0
	default:
		c.tag++
		switch {
		case b == c.quote:
			c.quote = 0
		case c.quote == 0 && (b == '"' || b == '\''):
			c.quote = b
		}
	}
}
