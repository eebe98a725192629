package load

import (
	"encoding/hex"
	"math"
	"time"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// moment returns the key's text, which must be a time with its zone: which of
// two came first must be certain.
func (t *table) moment(key string) content.Text {
	text := t.Moment(key)
	if text.Value == "" {
		return text
	}
	if _, err := time.Parse(time.RFC3339, text.Value); err != nil {
		t.l.list.Add(tomlfile.WrongType, text.Span, "%q must be a date and a time with its zone", key).
			Suggest("write it like \"2026-07-02T09:30:00+02:00\", or with Z for UTC")
	}
	return text
}

// hash returns the key's text, which must be a SHA-256 in hexadecimal digits.
func (t *table) hash(key string) content.Text {
	text := t.Text(key)
	if _, err := hex.DecodeString(text.Value); text.Value != "" && (err != nil || len(text.Value) != 64) {
		t.l.list.Add(tomlfile.WrongType, text.Span, "%q must be a SHA-256: 64 digits, 0 to 9 and a to f", key)
	}
	return text
}

// numbersUpTo returns the key's list of numbers from 1 to the last; others are
// reported and left out.
func (t *table) numbersUpTo(key string, last int) []content.Int {
	var in []content.Int
	for _, n := range t.Ints(key) {
		if n.Value < 1 || n.Value > last {
			t.l.list.Add(tomlfile.UnknownValue, n.Span, "%q cannot be %d", key, n.Value).Suggest("allowed: 1 to %d", last)
			continue
		}
		in = append(in, content.Int{Value: n.Value, Span: n.Span})
	}
	return in
}

// fileSize returns the key's number of bytes; what a machine cannot count is as
// much as it can.
func (t *table) fileSize(key string) content.Int {
	n, span := t.Bytes(key)
	return content.Int{Value: int(min(n, math.MaxInt)), Span: span}
}
