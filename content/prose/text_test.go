package prose_test

import (
	"testing"

	"github.com/socdraft/socdraft/content/prose"
)

func TestFirstUpperKeepsLettersWhole(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "key management": "Key management", "évaluation": "Évaluation", "Ärger": "Ärger", "世界": "世界", "\xff": "\xff",
	} {
		if got := prose.FirstUpper(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
