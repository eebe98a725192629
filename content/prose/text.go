package prose

import (
	"unicode"
	"unicode/utf8"
)

// FirstUpper returns the text with its first letter in upper case.
func FirstUpper(text string) string {
	first, n := utf8.DecodeRuneInString(text)
	if n == 0 || first == utf8.RuneError {
		return text
	}
	return string(unicode.ToUpper(first)) + text[n:]
}
