// Race measures socdraft against Typst on the same words, and against the bound
// that no build can pass. It generates projects of about 150 and 1,500 pages,
// writes the SOC 2 draft of each as a Typst source, compares the words of both
// PDFs, and runs whole processes in turn. Run it in its folder; it needs node,
// npm and poppler. It ends with an error where a target is missed.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The projects, by their controls: about 150 and 1,500 pages.
const (
	smallControls = 320
	largeControls = 4150
)

var (
	rounds   = flag.Int("rounds", 5, "how often every program runs, after one run that does not count")
	readme   = flag.String("readme", "", "write the table into this file, between its marks")
	small    = flag.Bool("small", false, "race the small project only")
	keep     = flag.String("keep", "", "keep projects and PDFs in this folder")
	words    = flag.Bool("words", false, "compare the words of a small project only")
	measured = flag.Bool("measure", false, "run a command and print what it took: -measure PROGRAM ARGUMENT...")
	asTypst  = flag.Bool("typst", false, "write the SOC 2 draft of a project with Typst: -typst PROJECT OUT.pdf")
)

func main() {
	flag.Parse()
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "race:", err)
		os.Exit(1)
	}
}

func run() error {
	if *measured {
		return measureHere(flag.Args())
	}
	if err := install(); err != nil {
		return err
	}
	if *asTypst {
		if flag.NArg() != 2 {
			return fmt.Errorf("-typst needs a project and the name of a PDF")
		}
		return writeTypst(flag.Arg(0), flag.Arg(1))
	}
	dir, err := workFolder()
	if err != nil {
		return err
	}
	if *keep == "" {
		defer os.RemoveAll(dir)
	}
	if err := programs(dir); err != nil {
		return err
	}
	if *words {
		return wordsOnly(dir)
	}
	return race(dir)
}

func workFolder() (string, error) {
	if *keep == "" {
		return os.MkdirTemp("", "race")
	}
	return filepath.Abs(*keep)
}

// programs builds what races.
func programs(dir string) error {
	for _, build := range [][]string{
		{"build", "-C", "../..", "-o", filepath.Join(dir, "socdraft"), "./cmd/socdraft"},
		{"build", "-o", filepath.Join(dir, "bound"), "./bound"},
	} {
		command := exec.Command("go", build...)
		command.Stderr = os.Stderr
		if err := command.Run(); err != nil {
			return err
		}
	}
	return nil
}

// wordsOnly compares the words of a project of few pages.
func wordsOnly(dir string) error {
	h, err := prepare(dir, dir, 40)
	if err != nil {
		return err
	}
	if err := h.round(false); err != nil {
		return err
	}
	if err := h.compare(); err != nil {
		return err
	}
	fmt.Println(h.words)
	if float64(h.words.other) > otherWords*float64(h.words.total) {
		return fmt.Errorf("the PDFs hold different words")
	}
	return nil
}

func race(dir string) error {
	var heats []*heat
	sizes := []int{smallControls, largeControls}
	if *small {
		sizes = sizes[:1]
	}
	for _, controls := range sizes {
		h, err := prepare(dir, dir, controls)
		if err != nil {
			return err
		}
		heats = append(heats, h)
	}
	for round := range *rounds + 1 {
		for _, h := range heats {
			if err := h.round(round > 0); err != nil {
				return err
			}
		}
		fmt.Fprintf(os.Stderr, "round %d of %d\n", round, *rounds)
	}
	for _, h := range heats {
		if err := h.compare(); err != nil {
			return err
		}
		fmt.Fprintln(os.Stderr, h.words)
	}
	text := table(heats, *rounds, typstVersion(heats[0].entrants[rival].pdf))
	fmt.Print(text)
	if *readme != "" {
		if err := writeReadme(*readme, text); err != nil {
			return err
		}
	}
	if list := missed(heats); len(list) > 0 {
		return fmt.Errorf("targets missed:\n  %s", strings.Join(list, "\n  "))
	}
	return nil
}
