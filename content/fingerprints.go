package content

import "github.com/socdraft/socdraft/content/diag"

// A Fingerprint is the hash of a paragraph of somebody's report, which tells
// nothing of its words.
type Fingerprint uint64

// FingerprintedReport are the paragraphs of one other report.
type FingerprintedReport struct {
	Organization Fingerprint // of the name of the organization; 0 where the file does not say
	Paragraphs   []Fingerprint
	Span         diag.Span // where the file begins it
}
