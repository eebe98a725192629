package content

import "github.com/socdraft/socdraft/content/diag"

// A Gate is how many findings of each rule a project lives with until they are
// mended, by edition.
type Gate struct {
	Working, Auditor GatePart
}

// A GatePart is what a gate says of one edition.
type GatePart struct {
	Span  diag.Span // of its head, or of the file where it has none
	Lines []*GateLine
}

// A GateLine accepts findings of one rule.
type GateLine struct {
	Rule Text // name or number
	Most Int
}
