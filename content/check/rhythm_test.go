package check

import (
	"fmt"
	"strings"
	"testing"
)

func TestRhythmsAreOfWhatIsDone(t *testing.T) {
	for text, want := range map[string]string{
		"Each quarter, the lead reviews access.":                                       "quarterly",
		"The lead reviews access quarterly.":                                           "quarterly",
		"Annually, the board reviews the charter.":                                     "annual",
		"The service takes a snapshot daily and copies logs hourly.":                   "daily",
		"Backups run daily and are restored monthly by the database team.":             "daily monthly",
		"Every business day, alerts are read; each month the manager counts them.":     "daily monthly",
		"The policy is reviewed at least annually.":                                    "at least annual",
		"The manager reads the report of each month.":                                  "",
		"Weekly scans are read by the lead.":                                           "",
		"The team keeps daily, weekly and monthly backups.":                            "",
		"The lead tests the controls that the yearly plan assigns.":                    "",
		"The board approves each year's budget.":                                       "",
		"The quarterly, signed by two officers, is filed.":                             "",
		"In January and July, the lead signs the chart.":                               "",
		"A bi-weekly, recorded meeting is held.":                                       "",
		"Reviews take place each quarter and after each change.":                       "quarterly",
		"Each year in March, the owner reviews it; the register is compared annually.": "annual annual",
	} {
		var got []string
		for _, r := range rhythms(text) {
			word := string(r.of)
			if r.least {
				word = "at least " + word
			}
			got = append(got, word)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: got %q, want %q", text, s, want)
		}
	}
}

func TestImpersonalStatements(t *testing.T) {
	for text, want := range map[string]bool{
		"Access is reviewed each quarter and changes are made.":   true,
		"User accounts are periodically reviewed and kept up.":    true,
		"Access is reviewed by the security lead.":                false,
		"The security lead reviews access that is granted.":       false,
		"Access to the room is open to staff.":                    false,
		"Those who left are removed from the list of each month.": false,
	} {
		if got := impersonal(text); got != want {
			t.Errorf("%s: %s", text, fmt.Sprint(got))
		}
	}
}

func TestStatementsThatNameSeveralTimes(t *testing.T) {
	for text, want := range map[string]bool{
		"Each year in March and September, the lead signs it.": true,
		"Twice each year, the lead signs it.":                  true,
		"Each year in March, the lead signs it.":               false,
		"Each quarter, the lead signs it.":                     false,
	} {
		if got := severalTimes(text); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}
