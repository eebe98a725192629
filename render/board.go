package render

// A Board is a sheet of figures, tables of counts, and charts: what is to be
// seen at a glance. Every number is a formula and holds what it gives on the
// date of the draft, for viewers that do not calculate.
type Board struct {
	Figures []Figure
	Tables  []CountTable // one below the other
}

// A Figure is a large number over its label.
type Figure struct {
	Label   string
	Formula string
	Value   int
	Warn    bool // in the colour of exceptions unless it is 0
}

// A CountTable counts by labels, in its rows, and by heads, in its columns.
type CountTable struct {
	Title   string
	Head    string // over the labels
	Columns []CountColumn
	Rows    []CountRow
	Chart   *Chart // beside it, or nil
	NewPage bool   // on paper
}

// A CountColumn is one way to count. In its formula, [label] is the row's label
// and [head] the column's head.
type CountColumn struct {
	Head    string
	Formula string
	Tone    Tone // of its bars
	Warn    bool // numbers in the colour of exceptions unless they are 0
}

// A CountRow is a label and what each column counts for it.
type CountRow struct {
	Label  string
	Empty  bool // the label stands for what has none: in formulas it is ""
	Values []int
}

// A Chart draws the columns of a table that have a tone: one bar for each row,
// the columns one after the other in it.
type Chart struct {
	Title string
	Alt   string
}
