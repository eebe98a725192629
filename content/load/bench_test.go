package load

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/socdraft/socdraft/content/diag"
)

// generated returns a project of n controls with a test each, 20 controls a
// file.
func generated(n int) fstest.MapFS {
	project := withFiles("description/overview.md", "See [the first](#C-0).\n")
	for at := 0; at < n; at += 20 {
		controls, tests := "", "source = \"management\"\n"
		for i := at; i < min(at+20, n); i++ {
			controls += fmt.Sprintf("[[control]]\nid = \"C-%d\"\ntitle = \"Control %d\"\narea = \"Access\"\n"+
				"statement = \"\"\"\nThe owner of the system approves each request for access, see [C-0](#C-0), "+
				"and records the approval in the ticket.\n\"\"\"\ncriteria = [\"CC6.1\", \"CC6.2\"]\n"+
				"owner_role = \"Security Lead\"\nfrequency = \"daily\"\n\n", i, i)
			tests += fmt.Sprintf("[[test]]\nid = \"C-%d.1\"\ncontrol = \"C-%d\"\nmethods = [\"inspection\"]\n"+
				"procedure = \"Inspected 25 requests.\"\nresult = \"no_exceptions\"\noccurred = [2026-01-31]\n\n", i, i)
		}
		project[fmt.Sprintf("controls/%05d.toml", at)] = mapFile(controls)
		project[fmt.Sprintf("tests/2026/%05d.toml", at)] = mapFile(tests)
	}
	return project
}

func BenchmarkProject(b *testing.B) {
	for _, n := range []int{10, 200, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			project := generated(n)
			for b.Loop() {
				var list diag.List
				result, err := Project(project, &list)
				if err != nil || list.Len() > 0 || len(result.Engagement.Controls) != n {
					b.Fatalf("%v\n%s", err, show(&list))
				}
			}
		})
	}
}
