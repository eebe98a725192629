package soc3

import (
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/public"
	"github.com/socdraft/socdraft/render"
)

func TestAssertionNamesTheConditionsThatExist(t *testing.T) {
	carveOut := []public.Subservice{{Name: text("Corvane Cloud"), CarveOut: true}}
	included := []public.Subservice{{Name: text("Quillhaven")}}
	const (
		both       = "provided that the complementary subservice organization controls and complementary user entity controls assumed"
		subservice = "provided that the complementary subservice organization controls assumed"
		users      = "provided that the complementary user entity controls assumed"
	)
	for name, c := range map[string]struct {
		subservice []public.Subservice
		cuecs      bool
		want       []string
		not        []string
	}{
		"none":            {nil, false, []string{"achieved under those criteria."}, []string{"provided that", "complementary"}},
		"carve-out":       {carveOut, false, []string{subservice, "With Corvane Cloud, part of"}, []string{"user entity controls"}},
		"user entities":   {nil, true, []string{users}, []string{"subservice organization controls"}},
		"both":            {carveOut, true, []string{both}, nil},
		"included":        {included, false, []string{"the services of Quillhaven to us"}, []string{"provided that"}},
		"included, users": {included, true, []string{users, "Quillhaven"}, []string{"complementary subservice"}},
	} {
		t.Run(name, func(t *testing.T) {
			f := someFacts()
			f.Subservice, f.HasCUECs = c.subservice, c.cuecs
			got := assertionText(t, f, afterPeriod)
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q is missing in:\n%s", want, got)
				}
			}
			for _, not := range c.not {
				if strings.Contains(got, not) {
					t.Errorf("%q is said without reason", not)
				}
			}
		})
	}
}

// assertionText returns the words of management's assertion.
func assertionText(t *testing.T, f *public.Facts, in Input) string {
	t.Helper()
	doc, _ := draft(t, f, in)
	var lines []string
	inside := false
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *render.Section:
			inside = b.ID == partAssertion
		case *render.Prose:
			if inside {
				lines = append(lines, prose.BlocksText(b.Blocks))
			}
		case *render.Placeholder:
			if inside {
				lines = append(lines, b.Text)
			}
		}
	}
	return strings.Join(lines, "\n")
}

func TestNothingIsConcludedBeforeThePeriodHasEnded(t *testing.T) {
	own := said("We assert in words of our own that all was effective.")
	for name, c := range map[string]struct {
		today     public.Date
		assertion public.Prose
		concludes bool
	}{
		"on the last day":           {day(2026, 6, 30), public.Prose{}, false},
		"on the day after":          {day(2026, 7, 1), public.Prose{}, true},
		"on an unknown day":         {public.Date{}, public.Prose{}, false},
		"own words, too early":      {day(2026, 1, 1), own, false},
		"own words, after the end":  {day(2026, 7, 1), own, true},
		"own words, on unknown day": {public.Date{}, own, false},
	} {
		t.Run(name, func(t *testing.T) {
			f := someFacts()
			f.Assertion = c.assertion
			got := assertionText(t, f, Input{Today: c.today})
			if strings.Contains(got, "[MANAGEMENT TO CONFIRM AFTER June 30, 2026]") == c.concludes {
				t.Errorf("placeholder is wrong in:\n%s", got)
			}
			if concludes := strings.Contains(got, "We assert in") || strings.Contains(got, "On that basis we assert"); concludes != c.concludes {
				t.Errorf("concludes is %t in:\n%s", concludes, got)
			}
		})
	}
}

func TestOwnWordingMayUseVariables(t *testing.T) {
	f := someFacts()
	f.Assertion = said("We, the management of {{ organization.short_name }}, speak for {{ report.time_frame }}.")
	got := assertionText(t, f, afterPeriod)
	if want := "We, the management of Alder, speak for the period July 1, 2025 to June 30, 2026."; !strings.Contains(got, want) {
		t.Errorf("got %q", got)
	}
	if before := f.Assertion.String(); !strings.Contains(before, "{{") {
		t.Errorf("the facts were changed to %q", before)
	}
}

func TestD12WhatIsOnRecordPromptsManagementAndIsNotTold(t *testing.T) {
	notices := func(f *public.Facts) (found []*render.Notice) {
		doc, _ := draft(t, f, afterPeriod)
		for _, b := range doc.Blocks {
			if n, ok := b.(*render.Notice); ok {
				found = append(found, n)
			}
		}
		return found
	}
	f := someFacts()
	if got := notices(f); len(got) != 0 {
		t.Errorf("%d notices without anything on record", len(got))
	}
	f.Weigh = true
	got := notices(f)
	if len(got) != 1 || got[0].Title != "Management to consider: modification of the assertion" {
		t.Fatalf("got %v", got)
	}
	for _, told := range []string{"exception", "modified opinion", "deviation", "qualified", "tool"} {
		if strings.Contains(strings.ToLower(prose.BlocksText(got[0].Blocks)), told) {
			t.Errorf("the notice tells of %q", told)
		}
	}
}

func TestMA06AnIncludedOrganizationAssertsForItself(t *testing.T) {
	const words, sign = "[MANAGEMENT OF QUILLHAVEN TO PROVIDE – its assertion]", "[MANAGEMENT OF QUILLHAVEN TO SIGN – at issue only]"
	const responsibilities = "[SERVICE AUDITOR TO PROVIDE – responsibilities of the service organization, of Quillhaven and of the service auditor, with independence; inherent limitations]"
	const covers = "the assertion of Quillhaven, and its services and controls (inclusive method)"
	f := someFacts()
	f.Subservice = []public.Subservice{{Name: text("Corvane"), CarveOut: true}}
	_, all := draft(t, f, afterPeriod)
	for _, not := range []string{words, sign, "of Quillhaven", "Also covers"} {
		if strings.Contains(all, not) {
			t.Errorf("%q stands without reason", not)
		}
	}
	f.Subservice = append(f.Subservice, public.Subservice{Name: text("Quillhaven"), Signatories: []public.Text{text("Site Manager")}})
	doc, all := draft(t, f, afterPeriod)
	for _, want := range []string{words, sign, responsibilities, covers, "Assertion of the management of Quillhaven",
		"not yet approved by its management", "Site Manager"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is missing", want)
		}
	}
	owned := 0
	for _, b := range doc.Blocks {
		if b.Owner() == render.ByIncluded {
			owned++
		}
	}
	if owned != 3 { // the section and its placeholders
		t.Errorf("%d blocks of the included organization", owned)
	}
}

func TestDC7TheControlsBelongToTheSystem(t *testing.T) {
	f := someFacts()
	f.HasCUECs = true
	f.Subservice = []public.Subservice{{Name: text("Corvane"), CarveOut: true}, {Name: text("Quillhaven")}}
	_, all := draft(t, f, afterPeriod)
	for _, not := range []string{"our controls", "when we designed ours", "together with our own"} {
		if strings.Contains(all, not) {
			t.Errorf("%q leaves out the included organization", not)
		}
	}
}

func TestSignatoriesAreUnsignedRoles(t *testing.T) {
	f := someFacts()
	if got := assertionText(t, f, afterPeriod); !strings.Contains(got, "[MANAGEMENT TO SIGN – at issue only]") {
		t.Errorf("got %q", got)
	}
	f.Signatories = nil
	if got := assertionText(t, f, afterPeriod); !strings.Contains(got, "[MANAGEMENT TO PROVIDE – roles of those who sign the assertion]") {
		t.Errorf("got %q", got)
	}
}
