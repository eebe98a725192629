package load

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// fingerprintFile holds the fingerprints of other reports, see fingerprints.
const fingerprintFile = "fingerprints.txt"

// maxFingerprints is the size of the file: some 200,000 paragraphs.
const maxFingerprints = 4 << 20

// byteOrderMark is what some editors begin a file with.
const byteOrderMark = "\ufeff"

// fingerprintDigits is how many hex digits make a fingerprint.
const fingerprintDigits = 16

// fingerprints reads fingerprints.txt, as the command of that name prints it:
//
//	report HEX  begins the fingerprints of a report; HEX is of its organization
//	HEX         of a paragraph
//	# words     a remark
//
// Nothing is said about more than the first line that is none of these.
func (l *loader) fingerprints() {
	data, ok := l.files.optional(fingerprintFile, maxFingerprints)
	if !ok {
		return
	}
	src := l.source(fingerprintFile, data)
	var report *content.FingerprintedReport
	at := 0
	for line := range bytes.Lines(data) {
		start := at
		at += len(line)
		word := strings.TrimPrefix(strings.TrimSpace(string(line[:min(len(line), 100)])), byteOrderMark)
		if word == "" || word[0] == '#' {
			continue
		}
		name, begins := strings.CutPrefix(word, "report ")
		print, ok := fingerprint(name)
		if !ok {
			l.list.Add(MalformedFingerprint, src.At(start, start+len(bytes.TrimRight(line, "\r\n"))), "line is neither a fingerprint nor the beginning of a report").
				Suggest("make the file anew: socdraft fingerprints PROJECT... > %s", fingerprintFile)
			return
		}
		if report == nil || begins {
			report = &content.FingerprintedReport{Span: src.At(start, at)}
			l.e.Fingerprints = append(l.e.Fingerprints, report)
		}
		if begins {
			report.Organization = print
		} else {
			report.Paragraphs = append(report.Paragraphs, print)
		}
	}
}

func fingerprint(text string) (content.Fingerprint, bool) {
	n, err := strconv.ParseUint(text, 16, 64)
	return content.Fingerprint(n), err == nil && len(text) == fingerprintDigits
}

// MalformedFingerprint stands here with the file that it is about.
var MalformedFingerprint = diag.SameInBoth("LD-050", "malformed-fingerprint", diag.Error,
	"a line of fingerprints.txt is no fingerprint")
