package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
)

// signalsOf are a strong signal, one to mend in a hostile place, and one that
// is not judged.
func signalsOf() []socdraft.Signal {
	rule := &diag.Rule{Name: "vague-wording", Number: "S2-084"}
	at := diag.NewSource("a\x1b[31m.toml", []byte("x")).At(0, 1)
	return []socdraft.Signal{
		{ID: "S5", Name: "Mapping", State: socdraft.Strong, Good: 33, Of: 33, Measure: "33 of 33 criteria",
			Counts: "criteria. Good: mapped.", Strong: 95, Weak: 75},
		{ID: "S6", Name: "Controls", State: socdraft.SomeToMend, Good: 1, Of: 2, Measure: "1 of 2 " + strings.Repeat("controls ", 8), Waived: 1, More: 4,
			Mend: []socdraft.Place{{Span: at, Message: strings.Repeat("too vague ", 30) + "\n\x1b[2J", Rule: rule}, {Span: at, Message: "no rule tells"}}},
		{ID: "S7", Name: "Tests", State: socdraft.NotJudged, Measure: "no tests"},
	}
}

func TestWhatIsNotJudgedIsMendedLast(t *testing.T) {
	signals := signalsOf()
	signals[0].State, signals[0].Mend = socdraft.NotJudged, signals[1].Mend
	got := string(scoreText(signals, false))
	if judged, not := strings.Index(got, "\nS6 Controls\n"), strings.Index(got, "\nS5 Mapping (not judged)\n"); judged < 0 || not < judged {
		t.Errorf("S6 at %d, S5 at %d in\n%s", judged, not, got)
	}
}

func TestTheScoreKeepsWithinTheWidth(t *testing.T) {
	got := string(scoreText(signalsOf(), false))
	for line := range strings.Lines(got) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > gridColumns {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	for _, want := range []string{"finding left out)\n", "[vague-wording]\n", ":1:1: no rule tells\n", "  and 4 more\n", "\nNot judged: ",
		"\n  S5 criteria. Good: mapped. Strong: from 95 % on; weak: below 75 %.\n", "nor\nendorsed it.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "\x1b") {
		t.Error("a name reached the terminal as it is")
	}
}

func TestWhatIsToMendIsBold(t *testing.T) {
	got := string(scoreText(signalsOf(), true))
	if strings.Contains(got, "\x1b[1mS5") || strings.Contains(got, "\x1b[1mS7") || !strings.Contains(got, "\x1b[1mS6") {
		t.Errorf("bold elsewhere:\n%q", got)
	}
}
