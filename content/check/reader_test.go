package check

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
)

// found returns what the lists find in a text, as "list:words".
func found(text string, changes ...content.WordChange) string {
	x := standardLexicon()
	if len(changes) > 0 {
		x = newLexicon(changes)
	}
	r := read([]passage{{text: text}}, x, nil)
	var all []string
	for list, hits := range r.hits {
		for _, h := range hits {
			all = append(all, listName(wordList(list))+":"+h.text())
		}
	}
	return strings.Join(all, " | ")
}

func listName(list wordList) string {
	if int(list) < len(content.WordLists) {
		return content.WordLists[list]
	}
	return fixedLists[int(list)-len(content.WordLists)]
}

func TestWordsAreFoundWhole(t *testing.T) {
	for text, want := range map[string]string{
		"":                                    "",
		"Overall, the ball is in the hall.":   "",
		"ALL of it":                           "absolute:ALL",
		"(always)":                            "absolute:always",
		"“never”":                             "absolute:never",
		"naïvely allé":                        "",
		"It is 100 % safe.":                   "absolute:100 %",
		"It is 100\u00a0% safe.":              "absolute:100\u00a0%",
		"It was 99.100 %, then 3,100%.":       "",
		"all hands meet, at all times":        "absolute:at all times",
		"not all, and every 30 days":          "",
		"every one":                           "absolute:every",
		"state\u2011of\u2011the\u2011art":     "marketing:state\u2011of\u2011the\u2011art",
		"the state of. The art":               "",
		"the state of\nthe art":               "marketing:state of\nthe art",
		"as\u00a0needed":                      "vague:as\u00a0needed",
		"they may; in May; MAY it":            "vague:MAY",
		"A leader may approve":                "vague:may",
		"SSAE No. 16 and ssae-16":             "standards:SSAE No. 16 | standards:ssae-16",
		"SSAE No 16":                          "",
		"SOC 2 and SOC-2":                     "wrong_terms:SOC-2",
		"a trust services principle":          "wrong_terms:trust services principle",
		"trust services principles, criteria": "wrong_terms:trust services principles | standards:trust services principles, criteria",
		"service organization controls apply": "",
		"will plan to":                        "future:will | future:plan to",
		"plan to":                             "future:plan to",
	} {
		if got := found(text); got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

func TestProjectsChangeLists(t *testing.T) {
	own := content.WordChange{List: "absolute",
		Add:    []content.Text{{Value: "without {fail,exception}"}, {Value: "!never ever"}},
		Remove: []content.Text{{Value: "All"}},
	}
	for text, want := range map[string]string{
		"all of it, always":          "absolute:always",
		"without  fail":              "absolute:without  fail",
		"Without exception":          "absolute:Without exception",
		"never ever, but never else": "absolute:never",
		"not all":                    "",
	} {
		if got := found(text, own); got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
	if got := found("all of it"); got != "absolute:all" {
		t.Errorf("the lists of another project are changed: %q", got)
	}
}

// Each list is there, and each of its phrases finds itself unless an exception
// of the list takes it.
func TestListsFindThemselves(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range standardLexicon().phrases {
		seen[listName(p.list)] = true
		if !p.excepts && !strings.Contains(found(p.text), listName(p.list)+":") {
			t.Errorf("%s: %q is not found", listName(p.list), p.text)
		}
	}
	for list := range wordLists {
		if list != customerNames && !seen[listName(list)] && len(standardLexicon().parts[list]) == 0 {
			t.Errorf("list %s is empty", listName(list))
		}
	}
}

func TestOwnWordsOnly(t *testing.T) {
	for text, want := range map[string]bool{
		`say "always" here`: false, `a 5" disk always`: true, "say “always” here": false,
		"“so” always “so”": true, "always": true, `"a" always "b"`: true,
	} {
		g := &passage{text: text}
		if got := g.own(strings.Index(text, "always"), 0); got != want {
			t.Errorf("%q: own is %t", text, got)
		}
	}
}

// A project cannot make the lists so long that reading takes long.
func TestListsStayShort(t *testing.T) {
	many := strings.Repeat("{a,b}", 40) + " x"
	var add []content.Text
	for range 3 * maxAdded {
		add = append(add, content.Text{Value: "same words"})
	}
	add = append(add, content.Text{Value: many})
	x := newLexicon([]content.WordChange{{List: "vague", Add: add}})
	if got, limit := len(x.phrases), len(standardLexicon().phrases)+maxAdded; got > limit {
		t.Errorf("%d phrases, more than %d", got, limit)
	}
}

func TestDatesAfterAsOf(t *testing.T) {
	for text, want := range map[string]string{
		" June 30, 2026, we": " June 30, 2026", " 30 June 2026.": " 30 June 2026", " the date of": " the date", " 2026-06-30": " 2026-06-30",
		" June": " June", " old": "", "": "", " the day": "", " 214 employees": " 214",
	} {
		end := max(dateAfter(text, 0), 0)
		if text[:end] != want {
			t.Errorf("%q: date %q, want %q", text, text[:end], want)
		}
	}
}

// Sentences as careful authors write them are not reported.
func TestPlainSentencesAreSilent(t *testing.T) {
	for _, text := range []string{
		"Within one business day of the last working day, the IT Manager closes the accounts of a leaver.",
		"The leading digit is dropped, and the call center leads the customer to a form.",
		"Changes pass two tests before they are released; the pipeline passes the result on.",
		"Certificates are issued by the certification authority, and access is certified each quarter.",
		"The plan is reviewed in May; planning the capacity is the duty of the Infrastructure Manager.",
		"Goodwill, wills and willing customers have nothing to do with it.",
		"The period of retention begins at the end of the contract.",
		"Overall, wallpaper falls in the hall; allegedly, everyday things were nothing, said \u201cno one\u201d.",
		"A maybe is no yes; shoulder straps and the month of May are fine.",
		"The service organization's controls complement those of the subservice organization.",
		"As of version 4, the Console shows deliveries.",
	} {
		for _, hit := range strings.Split(found(text), " | ") {
			list, _, _ := strings.Cut(hit, ":")
			if list != "" && list != "as_of" && list != "term_customer" {
				t.Errorf("%q: %s", text, hit)
			}
		}
	}
}
