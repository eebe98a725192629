package requests

import "github.com/socdraft/socdraft/content"

// The columns of the sheets beside that of the requests, in their order.
// Computed ones only show what stands elsewhere.
var (
	WalkthroughColumns = []*Column{
		{Key: "id", Head: "Request ID"},
		{Key: "title", Head: "Walkthrough", Computed: true}, {Key: "area", Head: "Area", Computed: true},
		{Key: "controls", Head: "Control IDs", Computed: true}, {Key: "owner_role", Head: "Owner (role)", Computed: true},
		{Key: "held_on", Head: "Held on", Side: content.CompanySide, Value: DateValue},
		{Key: "attendees", Head: "Attendees (roles)", Side: content.CompanySide, Value: LinesValue},
		{Key: "outcome", Head: "Outcome", Side: content.CompanySide},
	}
	// Whoever answers a point says how; only the side that raised it says that
	// it is settled.
	PointColumns = []*Column{
		{Key: "id", Head: "Point ID"}, {Key: "from", Head: "Comes from", Computed: true},
		{Key: "request", Head: "Request ID"}, {Key: "control", Head: "Control ID"}, {Key: "text", Head: "Point"},
		{Key: "owner", Head: "Owner role", Computed: true}, {Key: "raised_on", Head: "Raised on", Value: DateValue},
		{Key: "resolution", Head: "Resolution", Side: BothSides}, {Key: "closed_on", Head: "Closed on", Side: Raiser, Value: DateValue},
		{Key: "title", Head: "Control", Computed: true}, {Key: "tested", Head: "Tested", Computed: true},
		{Key: "deviations", Head: "Deviations", Computed: true}, {Key: "cause", Head: "Cause", Computed: true},
		{Key: "effect", Head: "Effect", Computed: true},
	}
)
