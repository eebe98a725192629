package check

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// fingerprintWords is how many words a paragraph has at least whose like in
// another report is no chance.
const fingerprintWords = 20

// ownParts are what each organization writes for itself. Assertions and the
// controls of user entities follow the words of the profession.
var ownParts = of(description, promises, controlWords, managementTest, response, otherWords)

var sharedParagraph = Check{
	Rule: diag.SameInBoth("S2-077", "shared-paragraph", diag.Warning,
		"a paragraph stands in another report, word for word"),
	run: func(p *project) {
		others := p.otherReports()
		if len(others) == 0 {
			return
		}
		names := ownNames(p.Engagement)
		for i := range p.passages {
			g := &p.passages[i]
			print, ok := g.fingerprint(names)
			if report := others[print]; ok && report != nil {
				p.add(g.span(0, len(g.text)), "paragraph stands in another report, word for word: %q", beginning(g.text)).
					Note(report.Span, "the fingerprints of that report begin here").
					Suggest("tell it of your own system: by which role, in which tool, how often; who reads both reports believes neither")
			}
		}
	},
}

// otherReports returns the reports of other organizations by their paragraphs.
// An organization may repeat itself.
func (p *project) otherReports() map[content.Fingerprint]*content.FingerprintedReport {
	own := organizationPrint(p.Engagement)
	others := map[content.Fingerprint]*content.FingerprintedReport{}
	for _, report := range p.Fingerprints {
		if report.Organization == own {
			continue
		}
		for _, print := range report.Paragraphs {
			if others[print] == nil {
				others[print] = report
			}
		}
	}
	return others
}

// Fingerprints returns what others need to find the paragraphs of this project
// in theirs, as lines of fingerprints.txt. The order tells nothing of the text.
func Fingerprints(e *content.Engagement) string {
	names, prints := ownNames(e), map[content.Fingerprint]bool{}
	all := passages(e)
	for i := range all {
		if print, ok := all[i].fingerprint(names); ok {
			prints[print] = true
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "report %016x\n", uint64(organizationPrint(e)))
	for _, print := range slices.Sorted(maps.Keys(prints)) {
		fmt.Fprintf(&b, "%016x\n", uint64(print))
	}
	return b.String()
}

// organizationPrint tells whose report it is.
func organizationPrint(e *content.Engagement) content.Fingerprint {
	return printOf("organization " + normalized(callName(e.Organization.Name.Value)))
}

func printOf(text string) content.Fingerprint {
	sum := sha256.Sum256([]byte(text))
	return content.Fingerprint(binary.BigEndian.Uint64(sum[:]))
}

// ownNames returns the words of the names that differ between two reports of
// one text, the longest name first.
func ownNames(e *content.Engagement) [][]string {
	var names [][]string
	for _, name := range []string{e.Organization.Name.Value, callName(e.Organization.Name.Value), e.Organization.ShortName.Value, e.System.Name.Value} {
		if words := strings.Fields(normalized(name)); len(words) > 0 {
			names = append(names, words)
		}
	}
	slices.SortStableFunc(names, func(a, b []string) int { return len(b) - len(a) })
	return names
}

// fingerprint returns the fingerprint of a paragraph that is long enough to be
// told by it. Names of the organization are all alike, and numbers are left out:
// they are what somebody who copies a paragraph changes.
func (g *passage) fingerprint(names [][]string) (content.Fingerprint, bool) {
	if !ownParts.has(g.part) || g.code || g.quoted || len(g.text) < 3*fingerprintWords {
		return 0, false
	}
	words := strings.Fields(normalized(g.text))
	var kept []string
	for i := 0; i < len(words); {
		if n := nameAt(words[i:], names); n > 0 {
			kept = append(kept, "#")
			i += n
			continue
		}
		if strings.Trim(words[i], "0123456789") != "" {
			kept = append(kept, words[i])
		}
		i++
	}
	if len(kept) < fingerprintWords {
		return 0, false
	}
	return printOf(strings.Join(kept, " ")), true
}

// nameAt returns how many words the name has that the words begin with, or 0.
func nameAt(words []string, names [][]string) int {
	for _, name := range names {
		if len(name) <= len(words) && slices.Equal(name, words[:len(name)]) {
			return len(name)
		}
	}
	return 0
}
