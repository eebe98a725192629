package content

// A Gate is how many findings of each rule a project lives with until they are
// mended, by edition.
type Gate struct {
	Working, Auditor []*GateLine
}

// A GateLine accepts findings of one rule.
type GateLine struct {
	Rule Text // name or number
	Most Int
}
