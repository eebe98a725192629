package check

import (
	"slices"
	"strings"
	"testing"
)

func TestNamedProviders(t *testing.T) {
	for text, want := range map[string][]string{
		"The platform runs on AWS in two regions.":                   {"AWS"},
		"Amazon Web Services (AWS) hosts it.":                        {"Amazon Web Services", "AWS"},
		"Staff sign in with Okta, and laptops report to Jamf.":       {"Okta", "Jamf"},
		"Alerts go to PagerDuty’s rota.":                             {"PagerDuty"},
		"Staff report faults in Slack.":                              {"Slack"},
		"Code is kept in GitHub.":                                    {"GitHub"},
		"Google Cloud Platform hosts it.":                            {"Google Cloud Platform"},
		"Customers connect their own Okta or Azure directory.":       nil,
		"The Connector reads Workday and Salesforce.":                nil,
		"Integrations exist for Salesforce.":                         nil,
		"Slack in the schedule is planned. Notion of risk.":          nil, // ordinary words
		"They found slack in the plan and zoom in.":                  nil,
		"See https://status.Datadog.example and docs/AWS/guide.":     nil,
		"OKTA-like AWSome GCPs":                                      nil,
		"Code moved from GitLab, which is no longer used, to a host": nil,
	} {
		var got []string
		for _, n := range namedProviders(text) {
			got = append(got, text[n.start:n.end])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A longer name is found before a shorter one that it begins with.
func TestProviderLines(t *testing.T) {
	for _, names := range providerNames {
		for i, n := range names {
			if n.name != strings.TrimSpace(n.name) || n.name == "" {
				t.Errorf("name %q", n.name)
			}
			for _, later := range names[i+1:] {
				if n.name == later.name || strings.HasPrefix(later.name, n.name+" ") {
					t.Errorf("%q hides %q", n.name, later.name)
				}
			}
		}
	}
}
