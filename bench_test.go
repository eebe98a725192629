package socdraft_test

import (
	"fmt"
	"testing"

	"github.com/socdraft/socdraft"
	generated "github.com/socdraft/socdraft/examples"
)

// BenchmarkBuild compiles all targets of generated projects, from opening the
// folder to the finished bytes.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{10, 200, 2000} {
		b.Run(fmt.Sprintf("%d-controls", n), func(b *testing.B) {
			dir := generatedProject(b, n)
			b.ReportAllocs()
			for b.Loop() {
				result := build(b, dir, socdraft.Options{})
				if len(result.Files) != 3 {
					b.Fatalf("built %d files", len(result.Files))
				}
			}
		})
	}
}

// BenchmarkCheck reports the findings of generated projects.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{10, 200, 2000} {
		b.Run(fmt.Sprintf("%d-controls", n), func(b *testing.B) {
			dir := generatedProject(b, n)
			b.ReportAllocs()
			for b.Loop() {
				project, err := socdraft.Open(dir)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := project.Check(socdraft.Options{}); err != nil {
					b.Fatal(err)
				}
				project.Close()
			}
		})
	}
}

// build opens the project in dir and builds it.
func build(tb testing.TB, dir string, o socdraft.Options) *socdraft.Result {
	tb.Helper()
	project, err := socdraft.Open(dir)
	if err != nil {
		tb.Fatal(err)
	}
	defer project.Close()
	result, err := project.Build(o)
	if err != nil {
		tb.Fatal(err)
	}
	return result
}

// generatedProject returns the folder of a generated project.
func generatedProject(tb testing.TB, controls int) string {
	tb.Helper()
	dir := tb.TempDir()
	if err := generated.Project(dir, controls); err != nil {
		tb.Fatal(err)
	}
	return dir
}
