package structure

// A Tag is the standard type of an element.
type Tag uint8

// The tags, as ISO 32000-1 names them.
const (
	None Tag = iota
	Folded
	Document
	Sect
	Div
	BlockQuote
	TOC
	TOCI
	L
	LI
	LBody
	Table
	THead
	TBody
	TR
	TD
	TH
	Note
	P
	H1
	H2
	H3
	H4
	Lbl
	Caption
	Reference
	Link
	Span
	Code
	Figure
	tags
)

var names = [tags]string{
	"", "", "Document", "Sect", "Div", "BlockQuote", "TOC", "TOCI", "L", "LI", "LBody", "Table", "THead", "TBody", "TR", "TD", "TH",
	"Note", "P", "H1", "H2", "H3", "H4", "Lbl", "Caption", "Reference", "Link", "Span", "Code", "Figure",
}

// String returns the name of the tag.
func (t Tag) String() string { return names[t] }

// Groups reports whether text does not stand in the element itself but in a
// paragraph of it.
func (t Tag) Groups() bool { return t >= Document && t <= Note }

// Heading returns the tag of a heading of a level.
func Heading(level int) Tag { return H1 + Tag(min(max(level, 1), 4)-1) }
