package main

import (
	"fmt"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A difference tells how the words of two files differ. Each word counts as
// often as one file has it more than the other.
type difference struct {
	total    int      // words of the first file
	repeated int      // of words that stand in running lines and table heads, which other page ends repeat elsewhere
	numbers  int      // of page numbers
	other    int      // of all else
	examples []string // of all else
}

// String tells the difference in a sentence.
func (d difference) String() string {
	text := fmt.Sprintf("%d words; %d page numbers, %d words of repeated lines and %d other words differ", d.total, d.numbers, d.repeated, d.other)
	if len(d.examples) > 0 {
		text += ": " + strings.Join(d.examples[:min(len(d.examples), 20)], ", ")
	}
	return text
}

// compareWords compares the words of two PDFs of one document, whatever their
// order.
func compareWords(first, second string, known, repeated map[string]bool) (difference, error) {
	a, err := linesOf(first)
	if err != nil {
		return difference{}, err
	}
	b, err := linesOf(second)
	if err != nil {
		return difference{}, err
	}
	return differ(count(a, known), count(b, known), repeated), nil
}

// linesOf returns the text of a PDF, a line a line, in the order of its
// content.
func linesOf(pdf string) ([]string, error) {
	out, err := exec.Command("pdftotext", "-raw", pdf, "-").Output()
	if err != nil {
		return nil, fmt.Errorf("pdftotext %s: %w", pdf, err)
	}
	return strings.Split(strings.ReplaceAll(string(out), "\f", "\n"), "\n"), nil
}

// wordsOf returns the letters and digits of a line, small, divided by all else.
func wordsOf(line string) []string {
	return strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// count counts the words of lines. Halves that a line end divides are one word
// where the document knows the whole, and one that it does not know is several
// where it knows all of them: pdftotext takes a narrow space for none.
func count(lines []string, known map[string]bool) map[string]int {
	counts := make(map[string]int)
	add := func(word string) {
		for _, part := range parts(word, known) {
			counts[part]++
		}
	}
	held, hyphen := "", false // the last word of the line before
	for _, line := range lines {
		words := wordsOf(line)
		if len(words) == 0 {
			continue
		}
		if held != "" {
			joined := held + words[0]
			if hyphen && whole(joined, known) && !whole(words[0], known) || known[joined] && (hyphen || !known[held] || !known[words[0]]) {
				words[0] = joined
			} else if len(words) == 1 && !known[held] {
				held = joined // more of it may come
				continue
			} else {
				add(held)
			}
		}
		for _, word := range words[:len(words)-1] {
			add(word)
		}
		held = words[len(words)-1]
		trimmed := strings.TrimRight(line, " ")
		hyphen = strings.HasSuffix(trimmed, "-") || strings.HasSuffix(trimmed, "\u00ad")
	}
	add(held)
	return counts
}

// whole reports whether a word is known or made of known ones.
func whole(word string, known map[string]bool) bool {
	list := parts(word, known)
	return len(list) > 1 || known[word]
}

// parts divides an unknown word into the fewest known ones, if it can be.
func parts(word string, known map[string]bool) []string {
	if word == "" || known[word] {
		return []string{word}
	}
	fewest := make([]int, len(word)+1) // words in which the text up to here ends
	from := make([]int, len(word)+1)
	for end := 1; end <= len(word); end++ {
		fewest[end] = len(word) + 1
		for start := range end {
			if n := fewest[start] + 1; n < fewest[end] && known[word[start:end]] {
				fewest[end], from[end] = n, start
			}
		}
	}
	if fewest[len(word)] > len(word) {
		return []string{word}
	}
	var list []string
	for end := len(word); end > 0; end = from[end] {
		list = append(list, word[from[end]:end])
	}
	return list
}

func differ(a, b map[string]int, repeated map[string]bool) difference {
	var d difference
	for word, n := range a {
		d.total += n
		d.add(word, n-b[word], repeated)
	}
	for word, n := range b {
		if _, both := a[word]; !both {
			d.add(word, -n, repeated)
		}
	}
	slices.Sort(d.examples)
	return d
}

func (d *difference) add(word string, n int, repeated map[string]bool) {
	by := max(n, -n)
	_, err := strconv.Atoi(word)
	switch {
	case by == 0:
	case err == nil:
		d.numbers += by
	case repeated[word]:
		d.repeated += by
	default:
		d.other += by
		d.examples = append(d.examples, fmt.Sprintf("%s %+d", word, n))
	}
}

var pagesLine = regexp.MustCompile(`(?m)^Pages:\s+(\d+)`)

// pageCount returns how many pages a PDF has.
func pageCount(pdf string) (int, error) {
	out, err := exec.Command("pdfinfo", pdf).Output()
	if err != nil {
		return 0, fmt.Errorf("pdfinfo %s: %w", pdf, err)
	}
	found := pagesLine.FindSubmatch(out)
	if found == nil {
		return 0, fmt.Errorf("pdfinfo counts no pages in %s", pdf)
	}
	return strconv.Atoi(string(found[1]))
}
