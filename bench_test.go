package socdraft_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/check"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
	generated "github.com/socdraft/socdraft/examples"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/font"
	"github.com/socdraft/socdraft/render/layout"
	"github.com/socdraft/socdraft/render/pdf"
	"github.com/socdraft/socdraft/templates/soc2"
)

// sizes runs a benchmark for generated projects of some sizes.
func sizes(b *testing.B, benchmark func(b *testing.B, dir string)) {
	for _, n := range []int{10, 200, 2000} {
		b.Run(fmt.Sprintf("%d-controls", n), func(b *testing.B) {
			dir := b.TempDir()
			if err := generated.Project(dir, n); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			benchmark(b, dir)
		})
	}
}

// BenchmarkBuild compiles all targets, from opening the folder to the finished
// bytes.
func BenchmarkBuild(b *testing.B) {
	sizes(b, func(b *testing.B, dir string) {
		for b.Loop() {
			if result := build(b, dir, socdraft.Options{}); len(result.Files) != 3 {
				b.Fatalf("built %d files", len(result.Files))
			}
		}
	})
}

// BenchmarkDraft compiles the SOC 2 draft alone.
func BenchmarkDraft(b *testing.B) {
	sizes(b, func(b *testing.B, dir string) {
		for b.Loop() {
			if result := build(b, dir, socdraft.Options{Targets: []string{"soc2"}}); len(result.Files) != 1 {
				b.Fatalf("built %d files", len(result.Files))
			}
		}
	})
}

// BenchmarkBound does what no SOC 2 draft can be had without: reading, parsing,
// layout, painting and deflate. It runs no rule and writes no font and no file
// structure, so it makes no PDF.
func BenchmarkBound(b *testing.B) {
	sizes(b, func(b *testing.B, dir string) {
		for b.Loop() {
			loaded := loadProject(b, dir)
			pages, _ := layout.Pages(document(loaded), render.DefaultTheme(), font.Embedded())
			if streams := pdf.Streams(pages, font.Embedded()); len(streams) == 0 {
				b.Fatal("no pages")
			}
		}
	})
}

// BenchmarkCheck reports the findings.
func BenchmarkCheck(b *testing.B) {
	sizes(b, func(b *testing.B, dir string) {
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

// The stages of the SOC 2 draft, each alone.

func BenchmarkStageLoad(b *testing.B) {
	sizes(b, func(b *testing.B, dir string) {
		for b.Loop() {
			loadProject(b, dir)
		}
	})
}

func BenchmarkStageRules(b *testing.B) {
	sizes(b, func(b *testing.B, dir string) {
		loaded := loadProject(b, dir)
		facts := check.Facts{Today: loaded.Engagement.Draft.Date, Coverage: coverage.Of(loaded.Engagement)}
		for b.Loop() {
			check.Run(loaded.Engagement, facts, &diag.List{})
		}
	})
}

func BenchmarkStageTemplate(b *testing.B) {
	sizes(b, func(b *testing.B, dir string) {
		loaded := loadProject(b, dir)
		for b.Loop() {
			document(loaded)
		}
	})
}

func BenchmarkStageLayout(b *testing.B) {
	sizes(b, func(b *testing.B, dir string) {
		loaded := loadProject(b, dir)
		doc := document(loaded)
		for b.Loop() {
			layout.Pages(doc, render.DefaultTheme(), font.Embedded())
		}
	})
}

// BenchmarkStagePaint paints and deflates the pages.
func BenchmarkStagePaint(b *testing.B) {
	sizes(b, func(b *testing.B, dir string) {
		pages, _ := layoutOf(b, dir)
		for b.Loop() {
			pdf.Streams(pages, font.Embedded())
		}
	})
}

// BenchmarkStageWrite does the same and makes a file of it: fonts, images,
// links, outline and structure.
func BenchmarkStageWrite(b *testing.B) {
	sizes(b, func(b *testing.B, dir string) {
		pages, doc := layoutOf(b, dir)
		for b.Loop() {
			if _, err := pdf.Write(doc, pages, font.Embedded()); err != nil {
				b.Fatal(err)
			}
		}
	})
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

// loadProject reads the project in dir, which has nothing that cannot be read.
func loadProject(tb testing.TB, dir string) *load.Result {
	tb.Helper()
	loaded, err := load.Project(os.DirFS(dir), &diag.List{})
	if err != nil || !loaded.Loaded() {
		tb.Fatalf("%s was not read: %v", dir, err)
	}
	return loaded
}

// document makes the SOC 2 draft of a project.
func document(loaded *load.Result) *render.Document {
	e := loaded.Engagement
	images := make(map[string]render.Image, len(loaded.Images))
	for path, image := range loaded.Images {
		images[path] = render.Image{Data: image.Data, Format: image.Format, Width: image.Width, Height: image.Height}
	}
	return soc2.Document(soc2.Input{Engagement: e, Coverage: coverage.Of(e), Edition: soc2.Working, Today: e.Draft.Date, Images: images}, &diag.List{})
}

func layoutOf(tb testing.TB, dir string) (*layout.Result, *render.Document) {
	tb.Helper()
	loaded := loadProject(tb, dir)
	doc := document(loaded)
	pages, _ := layout.Pages(doc, render.DefaultTheme(), font.Embedded())
	return pages, doc
}
