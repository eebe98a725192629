package finish

import "unicode/utf16"

// text appends words as a string of the file: as they are where they are plain
// ASCII, else in UTF-16.
func text(b []byte, words string) []byte {
	for i := range len(words) {
		if c := words[i]; c < ' ' || c > '~' {
			return wide(b, words)
		}
	}
	return literal(b, words)
}

// literal appends bytes as a string.
func literal(b []byte, bytes string) []byte {
	b = append(b, '(')
	for i := range len(bytes) {
		switch c := bytes[i]; c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

func wide(b []byte, words string) []byte {
	const digits = "0123456789ABCDEF"
	b = append(b, "<FEFF"...)
	for _, unit := range utf16.Encode([]rune(words)) {
		b = append(b, digits[unit>>12], digits[unit>>8&15], digits[unit>>4&15], digits[unit&15])
	}
	return append(b, '>')
}
