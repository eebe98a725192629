package report

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

// FuzzFormatsStayWhole holds that no name, source or message breaks out of its
// place in a format.
func FuzzFormatsStayWhole(f *testing.F) {
	f.Add("a,b:c%.toml", "x = \"é\"\r\n", 4, 7, "is \"wrong\"\n::error ::x", "see | <b>")
	f.Add("]]>\u202e&#.md", "\uFEFF\xff", 0, 9, "\x00`|\\|\xc3", "](x) @org")
	f.Add("\n::error::", "", 1, 0, "\r", "\n\n")
	f.Fuzz(func(t *testing.T, name, text string, start, end int, message, help string) {
		src := diag.NewSource(name, []byte(text))
		start = min(max(start, 0), len(text))
		span := src.At(start, min(max(end, start), len(text)))
		var list diag.List
		list.Add(rule, span, "%s", message).Note(span, "%s", help).Suggest("%s", help)
		list.Add(warned, span, "%s", help)
		opts := Options{Dir: "p", Root: "r"}
		for _, format := range []string{"json", "gitlab", "sarif", "rdjson"} {
			if !json.Valid([]byte(printed(t, format, opts, list.All()...))) {
				t.Errorf("%s is no JSON", format)
			}
		}
		for _, format := range []string{"junit", "checkstyle"} {
			dec := xml.NewDecoder(strings.NewReader(printed(t, format, opts, list.All()...)))
			for {
				_, err := dec.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%s: %v", format, err)
				}
			}
		}
		for _, format := range []string{"concise", "jsonl", "github"} {
			if got := printed(t, format, opts, list.All()...); strings.Count(got, "\n") != 2 {
				t.Errorf("%s does not print a line each: %q", format, got)
			}
		}
		for _, row := range strings.Split(printed(t, "markdown", opts, list.All()...), "\n")[4:6] {
			if strings.Count(row, "|") != 4 {
				t.Errorf("markdown has the row %q", row)
			}
		}
	})
}
