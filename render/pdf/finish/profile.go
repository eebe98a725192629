package finish

import "encoding/binary"

// profile returns the color space sRGB (IEC 61966-2-1) as an ICC profile of
// version 4: the colors of the file mean the same on all devices. It is written
// from the numbers of the standard, so nobody's rights are in it.
func profile() []byte {
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", localized("sRGB")},
		{"cprt", localized("No copyright, use freely")},
		{"wtpt", fixed("XYZ ", 63190, 65536, 54061)}, // D50
		{"chad", fixed("sf32", 68674, 1502, -3290, 1939, 64912, -1118, -605, 988, 49262)},
		{"rXYZ", fixed("XYZ ", 28576, 14581, 912)},
		{"gXYZ", fixed("XYZ ", 25238, 46985, 6362)},
		{"bXYZ", fixed("XYZ ", 9376, 3970, 46787)},
		{"rTRC", transfer()}, {"gTRC", nil}, {"bTRC", nil}, // all three the same
	}
	const header, entry = 128, 12
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	start := header + 4 + entry*len(tags)
	var body []byte
	offset, size := 0, 0
	for _, tag := range tags {
		if tag.data != nil {
			offset, size = start+len(body), len(tag.data)
			body = append(body, tag.data...)
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
		}
		table = append(table, tag.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(offset))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	head := make([]byte, header)
	binary.BigEndian.PutUint32(head, uint32(start+len(body)))
	binary.BigEndian.PutUint32(head[8:], 0x04200000)
	copy(head[12:], "mntrRGB XYZ ")
	copy(head[24:], []byte{0x07, 0xEA, 0, 1, 0, 1}) // a fixed day: profiles must have one
	copy(head[36:], "acsp")
	copy(head[68:], fixed("", 63190, 65536, 54061)[4:])
	return append(append(head, table...), body...)
}

// fixed returns a tag of numbers in 65536ths.
func fixed(kind string, numbers ...int32) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, n := range numbers {
		b = binary.BigEndian.AppendUint32(b, uint32(n))
	}
	return b
}

// transfer returns the curve of sRGB: a power of 2.4 over a straight foot.
func transfer() []byte {
	b := append([]byte("para"), 0, 0, 0, 0, 0, 3, 0, 0)
	for _, n := range []uint32{157286, 62119, 3417, 5072, 2651} {
		b = binary.BigEndian.AppendUint32(b, n)
	}
	return b
}

// localized returns a tag of words in English.
func localized(words string) []byte {
	b := append([]byte("mluc"), 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(words)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for i := range len(words) {
		b = append(b, 0, words[i])
	}
	return b
}
