package check

import (
	"fmt"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
)

// sentence returns words that no other number has.
func sentence(n, words int) string {
	var b strings.Builder
	for i := range words {
		fmt.Fprintf(&b, "word%dof%d ", i, n)
	}
	return b.String()
}

func TestTextsWithOneWordChangedAreNear(t *testing.T) {
	index := newSketches()
	var controls []*content.Control
	for n := range 200 {
		controls = append(controls, &content.Control{})
		if near := index.near(controls[n], sentence(n, 30)); near != nil {
			t.Fatalf("text %d is like another one", n)
		}
	}
	missed := 0
	for n := range 200 {
		changed := strings.Replace(sentence(n, 30), fmt.Sprintf("word%dof", n%30), "other", 1)
		if index.near(&content.Control{}, changed) != controls[n] {
			missed++
		}
	}
	if missed > 4 {
		t.Errorf("%d of 200 changed texts are passed over", missed)
	}
}

func TestTextsThatShareAHalfAreNotNear(t *testing.T) {
	index := newSketches()
	for n := range 200 {
		text := sentence(-1, 15) + sentence(n, 15)
		if index.near(&content.Control{}, text) != nil {
			t.Errorf("text %d is near", n)
		}
	}
}

// Each text is compared with the first of its bands alone.
func TestEqualTextsAreFoundByTheFirstOfThem(t *testing.T) {
	index := newSketches()
	first := &content.Control{}
	index.near(first, sentence(1, 30))
	for range 2000 {
		if index.near(&content.Control{}, sentence(1, 30)) != first {
			t.Fatal("the first is not found")
		}
	}
	if len(index.first) != bands {
		t.Errorf("%d texts are kept to be compared with, want %d", len(index.first), bands)
	}
}

func TestShortTextsHaveNoSketch(t *testing.T) {
	index := newSketches()
	for range 2 {
		if index.near(&content.Control{}, "Reviewed by lead.") != nil {
			t.Error("a text of three words is near")
		}
	}
}
