package facts

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/render/plain"
)

// words returns long text as the plain draft says it, so that bullets, struck
// words and addresses of links are not lost.
func words(p content.Prose) string { return plain.Prose(p.Blocks) }

// values is never nil: a list without entries is an empty list.
func values(texts []content.Text) []string {
	out := []string{}
	for _, t := range texts {
		out = append(out, t.Value)
	}
	return out
}

// given returns a number that the author wrote.
func given(n content.Int) *int {
	if !n.Given() {
		return nil
	}
	return &n.Value
}
