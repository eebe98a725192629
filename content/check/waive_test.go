package check

import (
	"slices"
	"testing"
)

func TestNeverWaivedIsInOrder(t *testing.T) {
	if !slices.IsSorted(neverWaived) || len(slices.Compact(slices.Clone(neverWaived))) < len(neverWaived) {
		t.Error("the numbers are not in order, or one is there twice")
	}
}

func TestProvenanceIsNeverWaived(t *testing.T) {
	for number, want := range map[string]bool{"S2-107": true, "D11": true, "S2-005": false, "": false} {
		if NeverWaived(number) != want {
			t.Errorf("NeverWaived(%q) = %v", number, !want)
		}
	}
}
