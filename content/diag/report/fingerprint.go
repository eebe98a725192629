package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// Fingerprints returns a name for each finding that tells it from the others
// and stays while its lines move: of its rule, its file, the text it points at
// and the values its message quotes. Findings alike in all of that are told
// apart by counting them.
func Fingerprints(findings []*diag.Finding) []string { return Options{}.fingerprints(findings) }

// fingerprints returns those of findings among other projects' of a repository.
func (o Options) fingerprints(findings []*diag.Finding) []string {
	seen := map[string]int{}
	names := make([]string, len(findings))
	for i, f := range findings {
		key := strings.Join([]string{f.Rule.Name, o.repositoryName(f.Span), pointedAt(f.Span), quoted(f.Message)}, "\x00")
		seen[key]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key]))
		names[i] = hex.EncodeToString(sum[:16])
	}
	return names
}

// pointedAt returns the text of the span, the beginning of a long one.
func pointedAt(span diag.Span) string {
	if span.IsZero() {
		return ""
	}
	const enough = 200
	start := min(max(span.Start, 0), len(span.Source.Text))
	end := min(max(span.End, start), start+enough, len(span.Source.Text))
	return string(span.Source.Shown()[start:end])
}

// quoted returns the values that a message quotes, which name what it is about
// where the text does not: the criterion that no control covers.
func quoted(message string) string {
	var values []string
	for {
		at := strings.IndexByte(message, '"')
		if at < 0 {
			return strings.Join(values, "\x00")
		}
		value, err := strconv.QuotedPrefix(message[at:])
		if err != nil {
			value = `"`
		}
		values = append(values, value)
		message = message[at+len(value):]
	}
}
