package check

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/socdraft/socdraft/content"
)

// called names a thing as messages do: by its id and, for readers who do not
// know ids by heart, by what people call it.
func called(id, name content.Text) string { return idAndTitle(id.Value, name.Value) }

// criterion names a criterion of the project's edition by its id and title.
func (p *project) criterion(id string) string {
	if c := p.Criterion(id); c != nil {
		return idAndTitle(id, c.Title)
	}
	return idAndTitle(id, "")
}

// longTitle is how many letters of a title are enough to know it again.
const longTitle = 60

func idAndTitle(id, title string) string {
	if title == "" || len(title) > longTitle || strings.ContainsFunc(title, unicode.IsControl) {
		return fmt.Sprintf("%q", id)
	}
	return fmt.Sprintf("%q (%s)", id, title)
}
