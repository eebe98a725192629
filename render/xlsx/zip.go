package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
)

// contentTypes is the one part the library writes in a random order, and the
// part that stands first in a package.
const contentTypes = "[Content_Types].xml"

// packed is the time of every part: the first the zip format knows.
var packed = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// packedDate is its date as the format writes it: month and day.
const packedDate = 1<<5 | 1

// canonical packs the parts again: sorted, with one time, the content types in
// order. The same workbook then gives the same bytes.
func canonical(data []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("reading the written workbook: %w", err)
	}
	parts := slices.Clone(in.File)
	slices.SortFunc(parts, func(a, b *zip.File) int {
		if (a.Name == contentTypes) != (b.Name == contentTypes) {
			if a.Name == contentTypes {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.Name, b.Name)
	})
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	for _, p := range parts {
		if err := copyPart(out, p); err != nil {
			return nil, fmt.Errorf("packing %s: %w", p.Name, err)
		}
	}
	if err := out.Close(); err != nil {
		return nil, fmt.Errorf("packing the workbook: %w", err)
	}
	return buf.Bytes(), nil
}

// copyPart takes a part as it was deflated, the content types apart.
func copyPart(out *zip.Writer, p *zip.File) error {
	if p.Name == contentTypes {
		return copyTypes(out, p)
	}
	r, err := p.OpenRaw()
	if err != nil {
		return err
	}
	w, err := out.CreateRaw(&zip.FileHeader{
		Name: p.Name, Method: p.Method, ModifiedDate: packedDate, CRC32: p.CRC32,
		CompressedSize64: p.CompressedSize64, UncompressedSize64: p.UncompressedSize64,
	})
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}

func copyTypes(out *zip.Writer, p *zip.File) error {
	r, err := p.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	content, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	w, err := out.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate, Modified: packed})
	if err != nil {
		return err
	}
	_, err = w.Write(sortTypes(content))
	return err
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
