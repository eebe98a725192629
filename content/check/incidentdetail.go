package check

import (
	"net/netip"
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

var exploitableIncident = Check{
	Rule: diag.SameInBoth("S2-038", "exploitable-incident", diag.Warning,
		"the text of an incident has detail that helps attackers"),
	run: func(p *project) {
		known := p.openWeaknesses()
		look := func(part any) {
			passages := said(part)
			for i := range passages {
				g := &passages[i]
				for _, d := range exploitable(g.text) {
					at := g.span(d.start, d.end)
					if !known[at] {
						p.add(at, "text of an incident %s: %q", d.kind, g.text[d.start:d.end]).
							Suggest("tell nature, effect and disposition (DC 4) so that a customer can judge them; how it was done helps whoever tries again")
					}
				}
			}
		}
		look(p.Incidents.List)
		if doc := p.Description.Known["incidents"]; doc != nil {
			look(doc)
		}
	},
}

// openWeaknesses returns where weaknesses are told to be open, which has
// findings of its own.
func (p *project) openWeaknesses() map[diag.Span]bool {
	places := map[diag.Span]bool{}
	for _, f := range p.list.All() {
		if f.Rule == openVulnerability.Rule {
			places[f.Span] = true
		}
	}
	return places
}

// A detail is a stretch of text that helps attackers.
type detail struct {
	start, end int
	kind       string
}

// attackWords match how an attack was made.
var attackWords = regexp.MustCompile(`(?i)\b(?:crafted (?:payload|request|query|header|parameter|cookie|packet|message)s?` +
	`|exploit (?:code|script|kit)|proof[- ]of[- ]concept (?:code|exploit|script)|attack (?:payload|string)s?` +
	`|(?:default|hard-?coded|shared) (?:password|passwords|credential|credentials|secret|key)|UNION SELECT)\b` +
	`|(?i:'\s*or\s*'?1'?\s*=\s*'?1)|<script\b|(?:\.\./){2,}`)

var (
	weaknessID     = regexp.MustCompile(`\bCVE-\d{4}-\d{4,}\b`)
	networkAddress = regexp.MustCompile(`\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b`)
	namedVersion   = regexp.MustCompile(`\b[A-Z][\pL\pN.+-]*(?: Server)? (?:[Vv]ersion |v)?\d+\.\d+(?:\.\d+)*[a-z]?\d*\b`)
)

// exploitable returns what in a text helps attackers.
func exploitable(text string) []detail {
	var found []detail
	for _, m := range attackWords.FindAllStringIndex(text, -1) {
		found = append(found, detail{m[0], m[1], "tells how it was done"})
	}
	if !strings.ContainsAny(text, "0123456789") {
		return found
	}
	for _, m := range networkAddress.FindAllStringIndex(text, -1) {
		if publicAddress(text[m[0]:m[1]]) && !versionBefore(&piece{passage: &passage{text: text}, start: m[0]}) {
			found = append(found, detail{m[0], m[1], "has a network address"})
		}
	}
	for _, m := range weaknessID.FindAllStringIndex(text, -1) {
		if start, end := sentenceAround(text, m[0]); !isMended(text[start:end]) {
			found = append(found, detail{m[0], m[1], "names a weakness that is not said to be mended"})
		}
	}
	if !hasWord(text, "vulnerab", "exploit", "flaw", "outdated", "unpatched") {
		return found
	}
	for _, m := range namedVersion.FindAllStringIndex(text, -1) {
		start, end := sentenceAround(text, m[0])
		if sentence := text[start:end]; hasWord(sentence, "vulnerab", "exploit", "flaw", "outdated", "unpatched") && !isMended(sentence) {
			found = append(found, detail{m[0], m[1], "has a version beside its weakness"})
		}
	}
	return found
}

// isMended reports whether a sentence tells that a weakness is there no more.
func isMended(sentence string) bool {
	return hasWord(sentence, "patched", "fixed", "upgraded", "updated", "replaced", "removed", "remediated", "mitigated", "closed", "not affected", "did not apply")
}

// publicAddress reports whether a text is an address that anybody can reach.
// Those of private networks have a rule of their own, and those for
// documentation are nobody's.
func publicAddress(text string) bool {
	ip, err := netip.ParseAddr(text)
	if err != nil || !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	for _, block := range []string{"192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"} {
		if netip.MustParsePrefix(block).Contains(ip) {
			return false
		}
	}
	return true
}
