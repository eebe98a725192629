package main

import (
	"fmt"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
)

// table returns the results as Markdown.
func table(heats []*heat, rounds int, typst string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Medians of %d rounds (least–most), %d cores, %s/%s, %s, Typst %s:\n\n", rounds, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH,
		runtime.Version(), typst)
	b.WriteString("| what | pages | wall, s | processor, s | peak memory, MB |\n|---|---:|---:|---:|---:|\n")
	for _, h := range heats {
		pages := map[int]int{draftOnly: h.pages, allTargets: h.pages, rival: h.rival}
		for i, e := range h.entrants {
			count := "–"
			if n := pages[i]; n > 0 {
				count = fmt.Sprint(n)
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", e.name, count, cell(h.of(i, wall), 3), cell(h.of(i, cpu), 3), cell(h.of(i, peak), 0))
			if e.inside {
				fmt.Fprintf(&b, "| of it, the call that compiles | | %s | | |\n", cell(h.of(i, inside), 3))
			}
		}
	}
	b.WriteString("\n")
	for _, h := range heats {
		fmt.Fprintf(&b, "On %d pages Typst takes %s times as long as the SOC 2 draft and %s times as long as all three targets; its compiling call alone\n"+
			"%s and %s times. The draft takes %s times the bound. Of %d words, %d differ beyond page numbers and repeated lines.\n", h.pages,
			ratio(h, wall, rival, wall, draftOnly), ratio(h, wall, rival, wall, allTargets), ratio(h, inside, rival, wall, draftOnly),
			ratio(h, inside, rival, wall, allTargets), ratio(h, wall, draftOnly, wall, bound), h.words.total, h.words.other)
	}
	return b.String()
}

func cell(s spread, decimals int) string {
	return fmt.Sprintf("%.*f (%.*f–%.*f)", decimals, s.median, decimals, s.least, decimals, s.most)
}

func ratio(h *heat, first func(*sample) float64, a int, second func(*sample) float64, b int) string {
	return fmt.Sprintf("%.1f", h.of(a, first).median/h.of(b, second).median)
}

var creator = regexp.MustCompile(`Creator:\s+Typst (\S+)`)

// typstVersion returns what the PDF says about its maker.
func typstVersion(pdf string) string {
	out, _ := exec.Command("pdfinfo", pdf).Output()
	if found := creator.FindSubmatch(out); found != nil {
		return string(found[1])
	}
	return "of an unknown version"
}
