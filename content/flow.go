package content

import "github.com/socdraft/socdraft/content/diag"

// UserEntitiesEnd is the end of a flow that stands for the user entities.
const UserEntitiesEnd = "user-entities"

// The kinds of diagrams.
const (
	DataFlowDiagram = "data_flow"
	NetworkDiagram  = "network"
)

// DiagramKinds lists the kinds of diagrams.
var DiagramKinds = []string{DataFlowDiagram, NetworkDiagram}

// A Zone is a part of the network, a place or an account that holds components.
type Zone struct {
	ID       Text
	Name     Text
	Parent   Text // zone id
	Provider Text // party id: who runs it
	Span     diag.Span
}

// An External is an organization, system or group of people outside the system
// that is no third party of the organization, such as a recipient that user
// entities name.
type External struct {
	ID   Text
	Name Text
	Span diag.Span
}

// A Flow is what goes from one end to another: ids of components, third parties
// and externals, or the user entities. One without data is a connection, which
// networks alone show.
type Flow struct {
	From      Text
	To        Text
	Through   Text // id of infrastructure that it passes
	What      Text
	Data      []Text // ids of data
	Protocols []Text
	BothWays  bool
	Span      diag.Span
}

// A Diagram is a figure that is drawn from zones and flows.
type Diagram struct {
	Kind      Text
	Caption   Text
	Alt       Prose
	Direction Text // "right" or "down"
	Span      diag.Span
}
