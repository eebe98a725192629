package load

import (
	"testing"

	"github.com/socdraft/socdraft/content/diag"
)

// The examples are complete projects: nothing in them is the loader's to
// report.
func TestExamplesLoadWithoutFinding(t *testing.T) {
	for _, name := range []string{"wrenfield", "startup", "allfive"} {
		t.Run(name, func(t *testing.T) {
			root, err := Open("../../examples/" + name)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			var list diag.List
			result, err := Project(root, &list)
			if err != nil {
				t.Fatal(err)
			}
			list.Resolve(false)
			if list.Len() > 0 || !result.Loaded() {
				t.Errorf("loaded %v:\n%s", result.Loaded(), show(&list))
			}
		})
	}
}
