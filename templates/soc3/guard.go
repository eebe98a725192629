package soc3

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
)

// A Leak is something in the finished text that a general-use report must not
// hold. A draft with a leak is not written.
type Leak struct {
	Rule   *diag.Rule
	Words  string         // as they stand in the finished text
	Span   diag.Span      // where an author wrote them; zero where none did
	Secret *public.Secret // whose words they are; nil for wording of the wrong kind
}

// Guard looks for leaks in the finished text of a draft: its plain form, a
// paragraph a line. The document adds what no line shows, such as the
// alternative texts of figures, and the draft notice, which may speak of
// restricted use. The time is linear in the length of the text and the
// secrets.
func Guard(text string, doc *render.Document, facts *public.Facts, secrets []public.Secret) []Leak {
	text += "\n" + strings.Join(unseen(doc), "\n")
	words := wordsOf(text)
	hits := slices.Concat(
		idHits(text, secrets),
		indexOf(words).repeated(secrets, openNames(facts)),
		wordingHits(words, text, notices(doc)),
	)
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.rule.Number, b.rule.Number))
	})
	hits = slices.Compact(hits)
	return leaksOf(text, hits, passages(facts))
}

// leaksOf finds for each hit who wrote it. Words that stand several times in
// the text are taken to be the several places of the sources in turn.
func leaksOf(text string, hits []hit, authored []passage) []Leak {
	type wording struct {
		spans []diag.Span
		next  int
	}
	known := map[string]*wording{}
	var leaks []Leak
	for _, h := range hits {
		shown := text[h.start:h.end]
		wanted := wordsOf(shown)
		key := h.rule.Number + strings.ToLower(shown)
		if known[key] == nil {
			known[key] = &wording{spans: places(authored, wanted)}
		}
		leak := Leak{Rule: h.rule, Words: shown, Secret: h.secret}
		if w := known[key]; len(w.spans) > 0 {
			leak.Span = w.spans[w.next%len(w.spans)]
			w.next++
		}
		leaks = append(leaks, leak)
	}
	return leaks
}

// unseen returns the texts of a document that its plain form may leave out.
func unseen(doc *render.Document) []string {
	texts := []string{doc.Title, doc.Header, doc.Footer}
	for _, b := range doc.Blocks {
		if c, ok := b.(*render.Cover); ok {
			texts = append(texts, c.Logo.Alt)
		}
		if p, ok := b.(*render.Prose); ok {
			prose.Walk(p.Blocks, func(b prose.Block) {
				switch b := b.(type) {
				case *prose.Figure:
					texts = append(texts, b.Alt, b.Path)
				case *prose.Diagram:
					prose.EachInlines([]prose.Block{b}, func(runs *[]prose.Inline) { texts = append(texts, prose.Text(*runs)) })
				}
			})
		}
	}
	return texts
}

// notices returns the draft notices of the document.
func notices(doc *render.Document) []string {
	texts := []string{doc.Mark}
	for _, b := range doc.Blocks {
		if c, ok := b.(*render.Cover); ok {
			texts = append(texts, prose.Text(c.Band))
		}
	}
	return texts
}

// wordingHits returns the phrases that must not stand in the text. The draft
// notices may speak of restricted use.
func wordingHits(words []word, text string, notices []string) []hit {
	for _, n := range notices {
		if n != "" {
			text = strings.ReplaceAll(text, n, strings.Repeat(".", len(n)))
		}
	}
	restricted := func(h hit) bool { return h.rule == RestrictedUse }
	other := func(h hit) bool { return h.rule != RestrictedUse }
	return append(slices.DeleteFunc(phraseHits(words), restricted),
		slices.DeleteFunc(phraseHits(wordsOf(text)), other)...)
}

// shownWords is how much of a leak a message repeats, in characters.
const shownWords = 90

// AddTo records the leak as a finding: at the authored words where they are
// known, else at the secret.
func (l Leak) AddTo(list *diag.List) {
	words := strings.Join(strings.Fields(l.Words), " ")
	if utf8.RuneCountInString(words) > shownWords {
		words = string([]rune(words)[:shownWords]) + "…"
	}
	span := l.Span
	if span.IsZero() && l.Secret != nil {
		span = l.Secret.Text.Span
	}
	var f *diag.Finding
	switch {
	case l.Secret == nil:
		f = list.Add(l.Rule, span, "the SOC 3 says %q", words)
	case l.Secret.Kind == public.ControlID:
		f = list.Add(l.Rule, span, "the SOC 3 holds %s", l.Secret.Label)
	default:
		f = list.Add(l.Rule, span, "the SOC 3 repeats %d or more words of %s: %q", shingleWords, l.Secret.Label, words)
	}
	if l.Secret != nil && !l.Span.IsZero() {
		f.Note(l.Secret.Text.Span, "general-use readers must not learn this")
	}
	f.Suggest("%s", help[l.Rule])
}

// help says what to do about a leak.
var help = map[*diag.Rule]string{
	LeakedControl:   "say what is done, not which control does it",
	LeakedTest:      "leave tests and their results to the SOC 2",
	LeakedStatement: "say it in general terms and in other words",
	RestrictedUse:   "take the words out: a SOC 3 is for general use",
	WrongForm:       "take the words out: the report is an examination report without a type",
}
