package markdown

import "github.com/socdraft/socdraft/content/diag"

// The rules of Markdown text.
var (
	TooComplex = diag.SameInBoth("MD-001", "too-complex", diag.Error,
		"Markdown text exceeds a limit of size or nesting")
	RawHTML = diag.SameInBoth("MD-002", "raw-html", diag.Warning,
		"raw HTML has no meaning in a report")
	RemoteImage = diag.SameInBoth("MD-003", "remote-image", diag.Error,
		"images are files of the project, never fetched")
	ForbiddenScheme = diag.SameInBoth("MD-004", "forbidden-scheme", diag.Error,
		"a link leads to something other than http, https, mailto or an anchor")
	PathEscape = diag.SameInBoth("MD-005", "path-escape", diag.Error,
		"a path or symbolic link leads out of the project")
	MissingAltText = diag.SameInBoth("MD-006", "missing-alt-text", diag.Error,
		"an image or diagram has no alternative text")
	UnsupportedMarkup = diag.SameInBoth("MD-007", "unsupported-markup", diag.Error,
		"text of a TOML value has more than paragraphs, lists and links")
	UnusedFootnote = diag.SameInBoth("MD-008", "unused-footnote", diag.Warning,
		"nothing refers to a footnote")
	UnknownFootnote = diag.SameInBoth("MD-009", "unknown-footnote", diag.Warning,
		"a reference to a footnote that is not defined")
	UnusedLinkDefinition = diag.SameInBoth("MD-010", "unused-link-definition", diag.Warning,
		"nothing refers to a link definition, which by itself prints nothing")
	ExtraCell = diag.SameInBoth("MD-011", "extra-cell", diag.Warning,
		"a table row has more cells than the table has columns")
	DuplicateHeadingID = diag.SameInBoth("MD-012", "duplicate-heading-id", diag.Error,
		"two headings of a file have the same id")
	FrontMatter = diag.SameInBoth("MD-013", "front-matter", diag.Warning,
		"a file begins with front matter, which prints as text")
	LinkTitle = diag.SameInBoth("MD-014", "link-title", diag.Warning,
		"a link has a title, which paper cannot show")
	UndrawnDiagram = diag.AtHandoff("MD-015", "undrawn-diagram",
		"a Mermaid block has something that is not drawn")
	SkippedHeading = diag.SameInBoth("MD-016", "skipped-heading", diag.Warning,
		"a heading is more than one level below the one before it")
	MismarkedDiagram = diag.SameInBoth("MD-017", "mismarked-diagram", diag.Warning,
		"a Mermaid block is marked by another word than code hosts know")
)

// Rules lists the rules of this package by number.
var Rules = []*diag.Rule{TooComplex, RawHTML, RemoteImage, ForbiddenScheme, PathEscape, MissingAltText,
	UnsupportedMarkup, UnusedFootnote, UnknownFootnote, UnusedLinkDefinition, ExtraCell, DuplicateHeadingID, FrontMatter, LinkTitle,
	UndrawnDiagram, SkippedHeading, MismarkedDiagram}
