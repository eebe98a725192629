package check

import (
	"regexp"
	"slices"
	"testing"
)

// Links stand in brackets in the sentences of the table.
var testLink = regexp.MustCompile(`\[([A-Z]{2}-[0-9]{2})\]`)

func TestStatedFrequencies(t *testing.T) {
	for text, want := range map[string][]string{
		"Owners of systems decide each quarter on each account ([AC-06]).":               {"AC-06 quarterly"},
		"Access is reviewed annually ([AC-06]).":                                         {"AC-06 annual"},
		"[AC-06] is performed monthly.":                                                  {"AC-06 monthly"},
		"The quarterly access review ([AC-06]) has two steps.":                           {"AC-06 quarterly"},
		"Backups are restored every six months for test ([BC-06]).":                      {"BC-06 semiannual"},
		"Every business day the queue is reconciled ([OP-04]).":                          {"OP-04 daily"},
		"Rules are scanned weekly. Staff are trained each year ([HR-04]).":               {"HR-04 annual"},
		"It is tested each month ([BC-01]), and the plan is signed each year ([BC-02]).": {"BC-01 monthly", "BC-02 annual"},

		"Backups are taken daily with hourly log copies ([BC-04]).":         nil, // two frequencies
		"The committee approves the yearly plan of tests ([GV-02]).":        nil, // of the plan
		"The committee reads the monthly report of incidents ([GV-02]).":    nil,
		"Capacity was reviewed each quarter until December 31 ([BC-02]).":   nil, // no more
		"Reviewed ([AC-01]) each quarter, and nodes are scanned ([VU-01]).": nil, // of another
		"Access is reviewed each quarter ([AC-06], [AC-07]).":               nil, // of which
		"Nodes are replaced every 20 days ([VU-02]).":                       nil, // no known frequency
		"Accounts end within a day ([AC-05]).":                              nil,
		"Each day’s deliveries are compared ([OP-04]).":                     nil,
		"A hundred reports per day are read ([GV-02]).":                     nil,
		"Access is reviewed each quarter.":                                  nil,
		"It is rated in the annual result ([GV-08]).":                       nil,
		"Findings are corrected at least once a month ([VU-02]).":           nil,
	} {
		var links []controlLink
		for _, m := range testLink.FindAllStringSubmatchIndex(text, -1) {
			links = append(links, controlLink{text[m[2]:m[3]], m[0], m[1]})
		}
		var got []string
		for _, s := range statedFrequencies(text, links) {
			got = append(got, s.control+" "+string(s.frequency))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
