package load

import (
	_ "embed"
	"path"
	"strings"
	"sync"

	"github.com/socdraft/socdraft/content/diag"
)

// orderText lists the files of a project as one writes them.
//
//go:embed order.txt
var orderText string

// ranks holds the place of each line of order.txt, counted from 1.
var ranks = sync.OnceValue(func() map[string]int {
	places := map[string]int{}
	for line := range strings.Lines(orderText) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			places[line] = len(places) + 1
		}
	}
	return places
})

// rank returns where the findings of a file stand among those of the others:
// with its own line, that of the nearest folder, or after all.
func rank(name string) int {
	places := ranks()
	if at, ok := places[name]; ok {
		return at
	}
	if at, ok := places[name+"/"]; ok {
		return at // the folder itself
	}
	for folder := path.Dir(name); folder != "."; folder = path.Dir(folder) {
		if at, ok := places[folder+"/"]; ok {
			return at
		}
	}
	return len(places) + 1
}

// newSource returns the source of a file of the project, in its place among
// the others.
func newSource(name string, data []byte) *diag.Source {
	s := diag.NewSource(name, data)
	s.Rank = rank(name)
	return s
}
