package load

import (
	"path"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// maxCompared is how many names are compared to find near ones: a hostile
// project has many unknown names and many known ones.
const maxCompared = 1_000_000

// A suggester finds what an author may have meant.
type suggester struct{ compared int }

// word returns the known word nearest to what was written, differences of case
// first, or "". The known words may stand in several lists.
func (n *suggester) word(word string, lists ...[]string) string {
	for _, list := range lists {
		n.compared += len(list)
	}
	if n.compared > maxCompared {
		return ""
	}
	known := slices.Concat(lists...)
	for _, k := range known {
		if strings.EqualFold(k, word) {
			return k
		}
	}
	return diag.Nearest(word, known)
}

// near reports whether one id is a slip of the other.
func (n *suggester) near(id, known string) bool {
	n.compared++
	return n.compared <= maxCompared && diag.Near(strings.ToUpper(id), known, 1)
}

// file returns the path among the known ones whose file name is, or is nearest
// to, that of a path, or "".
func (n *suggester) file(name string, known []string) string {
	if n.compared += len(known); n.compared > maxCompared {
		return ""
	}
	var bases []string
	byBase := map[string]string{}
	for _, k := range known {
		base := path.Base(k)
		if byBase[base] == "" {
			byBase[base] = k
			bases = append(bases, base)
		}
	}
	if same := byBase[path.Base(name)]; same != "" {
		return same
	}
	return byBase[n.word(path.Base(name), bases)]
}
