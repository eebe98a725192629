// Package finish rewrites the file that the PDF library wrote, adding what the
// library cannot: a legal map from codes to text, the true names of the fonts,
// an outline that viewers can fold, the tree of what the marks mean, links that
// belong to it, metadata, a color profile, attached files, an identifier of the
// file, and compact objects, deflated on all processors.
//
// It relies on the very shapes that one version of the library writes. Where
// it does not find them it fails, so that an upgrade cannot go wrong in
// silence.
package finish

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Names gives the PostScript name for each family name that was registered
// with the library.
type Names map[string]string

// File returns the finished file.
func File(in []byte, fonts Names, tags *Tags) ([]byte, error) {
	objects, err := parse(in)
	if err != nil {
		return nil, fmt.Errorf("finish PDF: %w", err)
	}
	if err := mapText(objects); err != nil {
		return nil, fmt.Errorf("finish PDF: %w", err)
	}
	nameFonts(objects, fonts)
	countOutline(objects)
	if err := settleDates(objects); err != nil {
		return nil, fmt.Errorf("finish PDF: %w", err)
	}
	if objects, err = tag(objects, tags); err != nil {
		return nil, fmt.Errorf("finish PDF: %w", err)
	}
	return write(objects), nil
}

// mapText replaces the library's map from codes to text, one range over all
// codes, which the standard forbids to cross a low byte and strict readers
// misread.
func mapText(objects []object) error {
	found := 0
	for i := range objects {
		if bytes.HasPrefix(objects[i].stream, []byte("/CIDInit")) {
			objects[i].stream = unicodeMap
			found++
		}
	}
	fonts := 0
	for i := range objects {
		if strings.Contains(objects[i].dict, "/Subtype /Type0") {
			fonts++
		}
	}
	if found != fonts {
		return fmt.Errorf("%d fonts have %d text maps", fonts, found)
	}
	return nil
}

// unicodeMap says that each code is the code point it looks like.
var unicodeMap = func() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for high := 0; high < 256; high++ {
		if high%64 == 0 {
			b.WriteString("64 beginbfrange\n")
		}
		fmt.Fprintf(&b, "<%02X00> <%02XFF> <%02X00>\n", high, high, high)
		if high%64 == 63 {
			b.WriteString("endbfrange\n")
		}
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}()

var libraryName = regexp.MustCompile(`/utf8([a-z-]+)`)

// nameFonts gives fonts their names with the tag that marks a subset.
func nameFonts(objects []object, fonts Names) {
	for i := range objects {
		if !strings.Contains(objects[i].dict, "/utf8") {
			continue
		}
		objects[i].dict = libraryName.ReplaceAllStringFunc(objects[i].dict, func(name string) string {
			family := strings.TrimPrefix(name, "/utf8")
			if fonts[family] == "" {
				return name
			}
			return "/" + subsetTag(family) + "+" + fonts[family]
		})
	}
}

// subsetTag returns six capitals that tell the subsets of a file apart.
func subsetTag(family string) string {
	tag := []byte("SOCAAA")
	sum := 0
	for _, c := range []byte(family) {
		sum = (sum*31 + int(c)) % (26 * 26 * 26)
	}
	for i := 5; i > 2; i-- {
		tag[i] = byte('A' + sum%26)
		sum /= 26
	}
	return string(tag)
}

var parent = regexp.MustCompile(`/Parent (\d+) 0 R`)

// countOutline writes how many entries each entry of the outline holds, folded
// below the sections; the library writes 0 throughout.
func countOutline(objects []object) {
	children := make(map[int]int)
	for i := range objects {
		if strings.HasPrefix(objects[i].dict, "<</Title ") {
			if m := parent.FindStringSubmatch(objects[i].dict); m != nil {
				n, _ := strconv.Atoi(m[1])
				children[n]++
			}
		}
	}
	for i := range objects {
		o := &objects[i]
		switch {
		case strings.HasPrefix(o.dict, "<</Title "):
			count := ""
			if n := children[i]; n > 0 {
				count = fmt.Sprintf("/Count %d", -n)
			}
			o.dict = strings.Replace(o.dict, "/Count 0", count, 1)
		case strings.HasPrefix(o.dict, "<</Type /Outlines"):
			o.dict = strings.Replace(o.dict, "<</Type /Outlines", fmt.Sprintf("<</Type /Outlines /Count %d", children[i]), 1)
		}
	}
}

// settleCatalog asks viewers to show the title, drops empty names and adds
// entries.
func settleCatalog(objects []object, entries string) error {
	for i := range objects {
		if d := objects[i].dict; strings.HasPrefix(d, "<<\n/Type /Catalog") {
			d, _, _ = strings.Cut(d, "/Names <<")
			d = strings.TrimSuffix(strings.TrimSpace(d), ">>")
			objects[i].dict = d + "\n/ViewerPreferences << /DisplayDocTitle true >>\n" + entries + "\n>>"
			return nil
		}
	}
	return fmt.Errorf("there is no catalog")
}
