package main

import (
	"maps"
	"testing"
	"time"
)

func TestHalvesOfWordsAreJoined(t *testing.T) {
	known := map[string]bool{}
	for _, w := range []string{"the", "commitments", "state", "review", "re", "view", "policies", "two", "factor", "ab12", "ab12cd34"} {
		known[w] = true
	}
	for _, c := range []struct {
		lines []string
		want  map[string]int
	}{
		{[]string{"the commit-", "ments"}, map[string]int{"the": 1, "commitments": 1}},
		{[]string{"the re-", "view"}, map[string]int{"the": 1, "review": 1}},
		{[]string{"re", "view"}, map[string]int{"re": 1, "view": 1}},
		{[]string{"two-", "factor"}, map[string]int{"two": 1, "factor": 1}},
		{[]string{"thepolicies"}, map[string]int{"the": 1, "policies": 1}},
		{[]string{"ab12", "cd34"}, map[string]int{"ab12cd34": 1}},
		{[]string{"the", "", "unknown"}, map[string]int{"the": 1, "unknown": 1}},
	} {
		if got := count(c.lines, known); !maps.Equal(got, c.want) {
			t.Errorf("%q: got %v, want %v", c.lines, got, c.want)
		}
	}
}

func TestDifferencesAreToldByKind(t *testing.T) {
	d := differ(map[string]int{"a": 2, "draft": 3, "7": 1, "only": 1}, map[string]int{"a": 2, "draft": 5, "8": 2}, map[string]bool{"draft": true})
	if d.total != 7 || d.repeated != 2 || d.numbers != 3 || d.other != 1 || len(d.examples) != 1 {
		t.Errorf("got %+v", d)
	}
}

func TestMissedTargetsAreNamed(t *testing.T) {
	made := func(draft, all, typst, least float64) *heat {
		h := &heat{pages: 150, entrants: []*entrant{{name: "draft"}, {name: "all"}, {name: "Typst"}, {name: "bound"}}}
		h.words.total = 1000
		for i, seconds := range []float64{draft, all, typst, least} {
			h.entrants[i].samples = []sample{{Wall: time.Duration(seconds * float64(time.Second)), Peak: 100e6}}
		}
		return h
	}
	if list := missed([]*heat{made(0.1, 0.1, 2, 0.05), made(1, 1, 20, 0.5)}); len(list) > 0 {
		t.Errorf("nothing is missed, but %q", list)
	}
	if list := missed([]*heat{made(0.1, 0.2, 1.4, 0.02), made(1.2, 1, 20, 0.5)}); len(list) != 3 {
		t.Errorf("three targets are missed, not %q", list)
	}
}
