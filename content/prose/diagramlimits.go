package prose

// The most that a diagram may hold: beyond it no page shows it so that it can be
// read, and what draws it takes long. Readers of sources keep them.
const (
	MaxDiagramNodes  = 60
	MaxDiagramEdges  = 120
	MaxDiagramGroups = 20
	MaxDiagramLabel  = 160 // characters of one label
)
