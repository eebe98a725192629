package check

import (
	"slices"
	"testing"
)

func TestTimeFrames(t *testing.T) {
	for text, want := range map[string][]string{
		"for the period July 1, 2025 to June 30, 2026, under":                {"2025-07-01/2026-06-30"},
		"throughout the period from 2025-07-01 through 2026-06-30":           {"2025-07-01/2026-06-30"},
		"throughout July 1, 2025 to June 30, 2026":                           {"2025-07-01/2026-06-30"},
		"the period 1 July 2025 – 30 June 2026":                              {"2025-07-01/2026-06-30"},
		"as of June 30,\u00a02026":                                           {"/2026-06-30"},
		"The camera was out of order from March 18, 2026 to March 19, 2026.": nil,
		"On June 30, 2026 the period ended.":                                 nil,
		"throughout the period":                                              nil,
		"as of the end of the period":                                        nil,
	} {
		var got []string
		for _, f := range timeFrames(text) {
			got = append(got, f.Start.String()+"/"+f.End.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestListedCategories(t *testing.T) {
	for text, want := range map[string][]string{
		"criteria for security, availability, and processing integrity (TSP)": {"security", "availability", "processing_integrity"},
		"controls relevant to security and privacy":                           {"security", "privacy"},
		"Trust Services Criteria for Security, Availability, and Privacy":     nil, // a title
		"people relevant to payroll, and the privacy of nobody":               nil,
		"the security lead": nil,
		"availability targets and confidentiality agreements": nil,
	} {
		var got []string
		for _, c := range listedCategories(text) {
			got = append(got, string(c.category))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestOperatedClaims(t *testing.T) {
	for text, want := range map[string]int{
		"(c) those controls operated effectively throughout the period":                         1,
		"The controls were suitably designed and operated effectively.":                         1,
		"Controls have operated effectively if user entities applied theirs.":                   1,
		"they were designed so that they work, provided that the controls operated effectively": 0,
		"would be achieved if its controls operated effectively as of that date":                0,
		"We do not say whether controls operated effectively.":                                  0,
		"provided that they operated effectively; and (c) the controls operated effectively":    1,
		"An effective control operates.":                                                        0,
	} {
		if got := len(operatedClaims(text, clauseMarks)); got != want {
			t.Errorf("%q: %d claims, want %d", text, got, want)
		}
	}
}

func TestAssertionHeadings(t *testing.T) {
	for text, want := range map[string]bool{
		"Assertion":                                true,
		"Management’s assertion":                   true,
		"Assertion of the management of Wrenfield": true,
		"Our Assertion":                            true,
		"Assertions of identity providers":         false,
		"SAML assertion":                           false,
		"Management of changes":                    false,
	} {
		if assertionHeading.MatchString(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}
