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
	for _, f := range o.Older {
		seen[o.likeness(f, (*diag.Source).Shown)]++
	}
	names := make([]string, len(findings))
	for i, f := range findings {
		key := o.likeness(f, (*diag.Source).Shown)
		seen[key]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key]))
		names[i] = hex.EncodeToString(sum[:16])
	}
	return names
}

// likeness returns all that findings may share: rule, file, the text they point
// at, as the function gives it, and the values their messages quote.
func (o Options) likeness(f *diag.Finding, text func(*diag.Source) []byte) string {
	return strings.Join([]string{f.Rule.Name, o.repositoryName(f.Span), pointedAt(f.Span, text), quoted(f.Message)}, "\x00")
}

// pointedAt returns the text of the span, the beginning of a long one. Its line
// ends are those of the repository, which a clone may have changed.
func pointedAt(span diag.Span, text func(*diag.Source) []byte) string {
	if span.IsZero() {
		return ""
	}
	const enough = 200
	start := min(max(span.Start, 0), len(span.Source.Text))
	end := min(max(span.End, start), start+2*enough, len(span.Source.Text))
	pointed := strings.ReplaceAll(string(text(span.Source)[start:end]), "\r\n", "\n")
	return pointed[:min(len(pointed), enough)]
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
