package load

import (
	"embed"

	"github.com/socdraft/socdraft/content/diag"
)

//go:embed testdata/*.txtar
var examples embed.FS

// Example returns a txtar archive of files that break the rule, laid over a
// complete project, and the findings. It is empty for most rules.
func Example(rule *diag.Rule) []byte {
	data, err := examples.ReadFile("testdata/" + rule.Name + ".txtar")
	if err != nil {
		return nil
	}
	return data
}
