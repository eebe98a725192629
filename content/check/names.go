package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var variantName = Check{
	Rule: diag.SameInBoth("S2-020", "variant-name", diag.Error,
		"the organization or the system is called by a name that is nearly its own"),
	run: func(p *project) {
		b := p.nameBook()
		if len(b.names) == 0 {
			return
		}
		for i := range p.passages {
			g := &p.passages[i]
			if b.own[g.value.Span] || !theirs.has(g.part) {
				continue
			}
			for _, v := range b.variants(g.text) {
				if g.isCode(v.start) {
					continue
				}
				p.add(g.span(v.start, v.end), "%s is called %q here", v.of.what, g.text[v.start:v.end]).
					Note(v.of.at, "its name is %q", v.of.value).
					Suggest("write %s; one name for one thing lets a reader be sure that it is one", v.of.instead)
			}
		}
	},
}

// A knownName is a name that must be written in one way.
type knownName struct {
	value   string // as the author gave it
	call    string // what is looked for: a company without its legal form
	what    string // "the system"
	instead string // what to write
	at      diag.Span
	legal   bool // what follows in value is a legal form
	short   bool // call is a name of its own too
}

// A variant is a name written otherwise.
type variant struct {
	of         *knownName
	start, end int
}

// A nameBook holds the names of the organization and the system.
type nameBook struct {
	names   []*knownName // longest first
	initial [256]bool    // first bytes of names
	rare    []rareWord
	own     map[diag.Span]bool
	project *project
	small   map[string]bool // words that the project has in small letters; nil until asked for
	others  map[string]bool // words of other things' names, in small letters
}

// A rareWord is a word of a name.
type rareWord struct {
	word string
	of   *knownName
}

func (p *project) nameBook() *nameBook {
	b := &nameBook{own: map[diag.Span]bool{}, project: p}
	org, short, system := p.Organization.Name, p.Organization.ShortName, p.System.Name
	for _, t := range []content.Text{org, short, system, p.System.DescriptionTitle} {
		b.own[t.Span] = !t.Span.IsZero()
	}
	call := callName(org.Value)
	b.add(&knownName{value: system.Value, call: system.Value, what: "the system", instead: quote(system), at: system.Span})
	b.add(&knownName{value: org.Value, call: call, what: "the organization", at: org.Span, instead: orShort(org, short),
		legal: call != org.Value, short: strings.EqualFold(call, short.Value)})
	if short.Value != call {
		b.add(&knownName{value: short.Value, call: short.Value, what: "the organization", instead: quote(short), at: short.Span, short: true})
	}
	b.findRare()
	return b
}

// orShort quotes the legal name and, where there is one, the short name.
func orShort(name, short content.Text) string {
	if short.Value == "" {
		return quote(name)
	}
	return quote(name) + " or, for short, " + quote(short)
}

// add records a name, the longer ones before the shorter.
func (b *nameBook) add(n *knownName) {
	if len(n.call) < 4 || n.call[0] < 'A' || n.call[0] > 'Z' {
		return // too short, or no name by its form, to be told from ordinary words
	}
	b.initial[n.call[0]] = true
	at := len(b.names)
	for at > 0 && len(b.names[at-1].call) < len(n.call) {
		at--
	}
	b.names = append(b.names[:at], append([]*knownName{n}, b.names[at:]...)...)
}

// findRare finds the words of the names that are long enough to tell a slip,
// each of the shortest name that has it.
func (b *nameBook) findRare() {
	seen := map[string]bool{}
	for _, n := range slices.Backward(b.names) {
		eachWord(n.call, func(start, end int) {
			if w := n.call[start:end]; len(w) >= shortestRare && plainWord(w) && !seen[w] {
				seen[w] = true
				b.rare = append(b.rare, rareWord{w, n})
			}
		})
	}
}

// slipped reports whether a word near one of a name is no word of its own: the
// project has neither in small letters, and not the word in another name.
func (b *nameBook) slipped(word, own string) bool {
	if b.small == nil {
		b.readWords(b.project)
	}
	word, own = strings.ToLower(word), strings.ToLower(own)
	return !b.small[word] && !b.small[own] && !b.others[word]
}

// readWords collects the words in small letters, apart from ids, addresses and
// code, and those of other things' names.
func (b *nameBook) readWords(p *project) {
	b.small, b.others = map[string]bool{}, map[string]bool{}
	for i := range p.passages {
		g := &p.passages[i]
		if g.part == elsewhere || g.code {
			continue
		}
		eachWord(g.text, func(start, end int) {
			if c := g.text[start]; c >= 'a' && c <= 'z' && b.initial[c&^0x20] && !inAddress(g.text, start, end) && !g.isCode(start) {
				b.small[g.text[start:end]] = true
			}
		})
	}
	for _, name := range p.otherNames() {
		eachWord(name, func(start, end int) { b.others[strings.ToLower(name[start:end])] = true })
	}
}

// otherNames returns the names of what is neither the organization nor the
// system.
func (p *project) otherNames() []string {
	names := []string{p.ServiceAuditor.Firm.Value}
	for _, t := range p.Parties {
		names = append(names, t.Name.Value)
	}
	for _, c := range p.Components.All() {
		names = append(names, c.Name.Value)
	}
	for _, s := range p.Services {
		names = append(names, s.Name.Value)
	}
	for _, s := range p.ExcludedServices {
		names = append(names, s.Name.Value)
	}
	return names
}

// shortestRare is how long a word is at least in which a slip is told from
// another word.
const shortestRare = 6

// variants returns the places of a text that have a name otherwise than it is.
func (b *nameBook) variants(text string) []variant {
	var found []variant
	for at := 0; at < len(text); at++ {
		if !b.initial[text[at]] || at > 0 && wordLength(text[at-1:at]) > 0 {
			continue
		}
		v, end := b.at(text, at)
		if v != nil {
			found = append(found, *v)
		}
		at = end - 1
	}
	return found
}

// at returns what is wrong with the name or word that begins at start, nil
// where nothing is, and where it ends.
func (b *nameBook) at(text string, start int) (*variant, int) {
	word := start + wordLength(text[start:])
	if inAddress(text, start, word) {
		return nil, word
	}
	for _, n := range b.names {
		end := start + matchFold(text[start:], n.call)
		if end == start || !wholeWord(text, start, end) || inAddress(text, start, end) {
			continue
		}
		if odd := n.oddForm(text, start, end); odd > 0 {
			return &variant{n, start, odd}, odd
		}
		return nil, end
	}
	if n := b.slip(text[start:word]); n != nil {
		return &variant{n, start, word}, word
	}
	return nil, word
}

// oddForm returns where the wrongly written name that begins at start ends, or
// 0 where it is right. Its words without a legal form end at end.
func (n *knownName) oddForm(text string, start, end int) int {
	written := text[start:end]
	if n.legal && written != n.call && strings.ToLower(written[1:]) == written[1:] {
		return 0 // "Wrenfield software" may be software of Wrenfield
	}
	if oddCase(written, n.call, opens(text, start)) {
		return end
	}
	if !n.legal {
		return 0
	}
	rest := text[end:]
	if own := n.value[len(n.call):]; matchFold(rest, own) == len(own) && strings.HasPrefix(rest, own) {
		return 0
	}
	if form := legalForm(rest); form > 0 {
		return end + form
	}
	if n.short || goesOn(rest) {
		return 0
	}
	return end
}

// oddCase reports whether a name is written with other capitals. All capitals
// may be a heading's, and the first word of a sentence may be another word.
func oddCase(written, name string, opening bool) bool {
	written = strings.Join(strings.Fields(strings.ReplaceAll(written, "\u00a0", " ")), " ")
	if written == name || written == strings.ToUpper(written) {
		return false
	}
	lower := strings.ToLower(written[1:]) == written[1:]
	return !(opening && lower)
}

// opens reports whether a sentence begins at a place of the text.
func opens(text string, at int) bool {
	before := strings.TrimRight(text[:at], " \n\u00a0“\"‘'(*")
	return before == "" || strings.ContainsRune(".!?:", rune(before[len(before)-1]))
}

// legalForm returns the length of the legal form with its comma, its white
// space and its full stop that a text begins with, or 0.
func legalForm(text string) int {
	rest := strings.TrimPrefix(text, ",")
	word := strings.TrimLeft(rest, " \n\u00a0")
	if len(word) == len(rest) {
		return 0
	}
	end := wordLength(word)
	if end == 0 || !unicode.IsUpper(rune(word[0])) || !isLegalForm(word[:end]) {
		return 0
	}
	if strings.HasPrefix(word[end:], ".") && len(word) > end+1 && word[end+1] == ' ' && !startsUpper(word[end+2:]) {
		end++ // a full stop that ends no sentence
	}
	return len(text) - len(word) + end
}

// goesOn reports whether a name goes on after a place: another capitalized
// word makes it the name of something else.
func goesOn(rest string) bool {
	if strings.HasPrefix(rest, "-") {
		return true
	}
	word := strings.TrimLeft(rest, " \n\u00a0")
	return len(word) < len(rest) && startsUpper(word)
}

func startsUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// slip returns the name of which a word is a misspelling, or nil.
func (b *nameBook) slip(word string) *knownName {
	if len(word) < shortestRare || !plainWord(word) {
		return nil
	}
	for _, r := range b.rare {
		limit := 1
		if len(r.word) >= 9 {
			limit = 2
		}
		if r.word[0] == word[0] && !inflected(r.word, word) && diag.Near(word, r.word, limit) && b.slipped(word, r.word) {
			return r.of
		}
	}
	return nil
}

// plainWord reports whether a word has one capital, its first letter, and no
// digits.
func plainWord(word string) bool {
	for i := 1; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return word[0] >= 'A' && word[0] <= 'Z'
}

// inflected reports whether two words differ in their endings alone, as words
// of one stem do.
func inflected(a, b string) bool {
	a, b = strings.TrimSuffix(a, "e"), strings.TrimSuffix(b, "e")
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// inAddress reports whether the bytes are part of an address, a path or a file
// name.
func inAddress(text string, start, end int) bool {
	if start > 0 && strings.IndexByte("@/._-\\#", text[start-1]) >= 0 {
		return true
	}
	rest := text[end:]
	return rest != "" && (strings.IndexByte("@/_\\", rest[0]) >= 0 ||
		len(rest) > 1 && rest[0] == '.' && rest[1] > ' ' && inWord(rune(rest[1])))
}

// matchFold returns how much of the text is the name in any case and with any
// white space, or 0.
func matchFold(text, name string) int {
	at := 0
	for i := 0; i < len(name); i++ {
		if name[i] == ' ' {
			n := 0
			for at < len(text) && (text[at] == ' ' || text[at] == '\n') || strings.HasPrefix(text[at:], "\u00a0") {
				if text[at] == 0xC2 {
					at++
				}
				at, n = at+1, n+1
			}
			if n == 0 {
				return 0
			}
			continue
		}
		if at >= len(text) || !sameLetter(text[at], name[i]) {
			return 0
		}
		at++
	}
	return at
}

// sameLetter compares bytes, ASCII letters in any case.
func sameLetter(a, b byte) bool {
	if a == b {
		return true
	}
	a, b = a|0x20, b|0x20
	return a == b && a >= 'a' && a <= 'z'
}

// eachWord calls visit for each word of the text: letters, digits and
// apostrophes within.
func eachWord(text string, visit func(start, end int)) {
	for at := 0; at < len(text); {
		n := wordLength(text[at:])
		if n == 0 {
			at++
			continue
		}
		visit(at, at+n)
		at += n
	}
}

// wordLength returns the length of the word that the text begins with.
func wordLength(text string) int {
	n := 0
	for n < len(text) {
		c := text[n]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0xC3 && c != 0xE2 || n > 0 && c >= 0x80 && c < 0xC0
		if !letter {
			break
		}
		n++
	}
	return n
}
