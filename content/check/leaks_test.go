package check

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/diag/report"
	"github.com/socdraft/socdraft/content/load"
)

// The keys are put together here, so that no scanner takes this file for a
// leak.
func TestSecretsAreKnownByTheirShape(t *testing.T) {
	body := "x9Yt2mKq7WvB4nRs6PdLq3Zc8Tf1HgJ5kQwE0aUiOp"
	for text, want := range map[string]string{
		"glpat-" + body[:20]:                        "a GitLab token",
		"(xoxb-" + body[:30] + ")":                  "a Slack token",
		"key=sk_" + "live_" + body[:24] + ",":       "a Stripe key",
		"AI" + "za" + body[:35]:                     "a Google API key",
		"sk-ant-" + body:                            "an API key",
		"eyJ" + body + "." + body + "." + body:      "a signed token (JWT)",
		"AccountKey=" + body + "==":                 "a storage account key",
		"AKIA" + "Q3EGRIMZ2XBNV5KL":                 "an AWS access key",
		"https://deploy:" + body[:9] + "@host/x":    "a password in a connection string",
		"Password=" + body[:12]:                     "a password or key",
		"db_password:" + body[:12]:                  "a password or key",
		"eyJ" + body:                                "",
		"glpat-" + body[:19]:                        "",
		"AKIAAAAAAAAAAAAAAAAA":                      "",
		"MAKIAQ3EGRIMZ2XBNV5KL":                     "",
		"AKIA" + "IOSFODNN7" + "EXAMPLE":            "",
		"https://host:8080/a@b":                     "",
		"https://user@host":                         "",
		"postgres://user:${PASS}@host":              "",
		"password=correct-horse-battery":            "",
		"password:":                                 "",
		"token=abc1":                                "",
		"9fceb02d0ae598e95dc970b74767f19372d61af8":  "",
		"POP-TERMINATIONS-2026":                     "",
		"sha256:9fceb02d0ae598e95dc970b74767f19372": "",
	} {
		start, end, kind := secretIn(text)
		if kind != want || end < start || kind != "" && end == 0 {
			t.Errorf("%q: %q at %d to %d, want %q", text, kind, start, end, want)
		}
	}
}

// No format of findings shows more of a secret than its first four characters,
// not even for another finding in the same line.
func TestNoReportShowsASecret(t *testing.T) {
	secret := "glpat-" + "x9Yt2mKq7WvB4nRs6PdL"
	fsys := overlay(t, &txtar.Archive{}, "good")
	fsys["description/data.md"] = &fstest.MapFile{Data: []byte("All records are read with " + secret + " and TODO.\n")}
	list := &diag.List{}
	result, err := load.Project(fsys, list)
	if err != nil {
		t.Fatal(err)
	}
	Run(result.Engagement, Facts{Today: today}, list)
	list.Resolve(false)
	if !list.Has(leakedSecret.Rule) || !list.Has(leftoverPlaceholder.Rule) || !list.Has(absoluteWording.Rule) {
		t.Error("the line has fewer findings than it should")
	}
	for _, format := range report.Formats() {
		var b bytes.Buffer
		if err := report.Write(&b, format, list.All(), report.Options{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "leaked-secret") || strings.Contains(b.String(), secret[:6]) {
			t.Errorf("%s shows the secret, or no finding:\n%s", format, b.String())
		}
	}
}

func TestPhoneNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"+1 415 555 0134.": "+1 415 555 0134", "+49 (0)30 901820 and": "+49 (0)30 901820", "(415) 555-0178,": "(415) 555-0178",
		"415-555-0199": "415-555-0199", "415.555.0199": "415.555.0199", "+44 20 7946 0958": "+44 20 7946 0958",
		"+24 hours": "", "+1 800 555 0134": "", "(7) 555-0178": "", "2026-06-30": "", "123-456-7890": "", "415-555-01999": "",
		"800-555-0100": "", "415 555 0199": "", "+1 2 3": "", "(2025) 555-0178": "", "27001:2022": "",
	} {
		if got := text[:phoneNumber(text)]; got != want {
			t.Errorf("%q: number %q, want %q", text, got, want)
		}
	}
}
