package load

import "github.com/socdraft/socdraft/content"

// maxWords is how many words and phrases a project can add to the lists.
const maxWords = 1000

// words reads [words]: a table for each list of words, with
//
//	add     list of words and phrases to look for
//	remove  list of those of the program's own not to look for
func (t *table) words() []content.WordChange {
	var changes []content.WordChange
	added := 0
	for _, name := range content.WordLists {
		if c := t.table(name); !c.Span().IsZero() {
			change := content.WordChange{List: name, Add: c.Texts("add"), Remove: c.Texts("remove")}
			if added += len(change.Add); added > maxWords {
				t.l.tooMany(c.ValueSpan("add"), maxWords, "words of its own")
			}
			changes = append(changes, change)
		}
	}
	return changes
}
