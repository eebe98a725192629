package examples

import (
	"embed"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"sync"
)

// The project in broken is left out: its words are mistakes.
//
//go:embed [^b]*/description/*.md [^b]*/controls/*.toml [^b]*/tests/*/*.toml
var texts embed.FS

// words returns the plain small words of the examples, in their order.
var words = sync.OnceValue(func() []string {
	var list []string
	err := fs.WalkDir(texts, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			if path == "skeleton" {
				return fs.SkipDir // it tells what to write, in other words than a report's
			}
			return err
		}
		text, err := texts.ReadFile(path)
		for word := range strings.FieldsSeq(string(text)) {
			if word = strings.Trim(word, ".,;:*"); plain(word) {
				list = append(list, word)
			}
		}
		return err
	})
	if err != nil {
		panic(err) // an embedded file cannot be missing
	}
	return list
})

func plain(word string) bool {
	return word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
}

// A generator writes text.
type generator struct {
	random *rand.Rand
	words  []string
}

func newGenerator(seed uint64) *generator {
	return &generator{rand.New(rand.NewPCG(seed, 17)), words()}
}

// sentence returns a sentence of so many words, in phrases as they stand in the
// examples.
func (g *generator) sentence(length int) string {
	var list []string
	for len(list) < length {
		n := min(3+g.random.IntN(6), length-len(list))
		at := g.random.IntN(len(g.words) - n)
		list = append(list, g.words[at:at+n]...)
		if g.random.IntN(3) == 0 {
			list[len(list)-1] = g.rare()
		}
	}
	text := strings.Join(list, " ")
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

var (
	prefixes = strings.Fields("re pre over inter sub trans counter non mis multi")
	stems    = strings.Fields(`allocat balanc calibrat distribut enumerat fabricat generat illustrat junction kilometr lubricat
mediat navigat observ partition quantif regulat segment terminat unif validat warehous yield zon archiv broker cluster dispatch encod`)
	suffixes = strings.Fields("ed ing ion ions or ors able ably ement ements ness ively ation ational ationally")
)

// rare makes a word that is rarely made twice.
func (g *generator) rare() string {
	of := func(list []string) string { return list[g.random.IntN(len(list))] }
	return of(prefixes) + of(stems) + of(suffixes)
}

// description returns a part of the description.
func (g *generator) description(part string, paragraphs int) string {
	var b strings.Builder
	for i := range paragraphs {
		if i%4 == 0 {
			fmt.Fprintf(&b, "## %s, part %d\n\n", strings.ReplaceAll(part, "-", " "), i/4+1)
		}
		g.paragraph(&b)
		switch {
		case i == 2 && part == "infrastructure":
			b.WriteString("![Network diagram of the exchange](figures/network.png \"Network of the exchange\")\n\n")
		case i%6 == 1:
			g.list(&b)
		case i%9 == 4:
			g.table(&b)
		}
	}
	return b.String()
}

func (g *generator) paragraph(b *strings.Builder) {
	for range 5 {
		b.WriteString(g.sentence(12 + g.random.IntN(12)))
		switch g.random.IntN(12) {
		case 0:
			fmt.Fprintf(b, " The **%s** %s", g.rare(), g.sentence(6))
		case 1:
			fmt.Fprintf(b, " *%s*", g.sentence(5))
		case 2:
			fmt.Fprintf(b, " The setting `%s.%s` applies.", g.rare(), g.rare())
		case 3:
			fmt.Fprintf(b, " See [the page on %ss](https://example.com/%s).", g.rare(), g.rare())
		}
		b.WriteByte(' ')
	}
	b.WriteString("\n\n")
}

func (g *generator) list(b *strings.Builder) {
	for range 4 {
		fmt.Fprintf(b, "- %s\n", g.sentence(14))
	}
	b.WriteByte('\n')
}

func (g *generator) table(b *strings.Builder) {
	b.WriteString("| Component | Purpose | Owner |\n|---|---|---|\n")
	for range 5 {
		fmt.Fprintf(b, "| %s | %s | Head of operations |\n", g.rare(), g.sentence(12))
	}
	b.WriteByte('\n')
}
