package load

import (
	"slices"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// The rules of loading, besides those of package tomlfile.
var (
	MissingProject = diag.SameInBoth("LD-020", "missing-project", diag.Error, "the folder is not a project")
	NotRegularFile = diag.SameInBoth("LD-021", "not-a-regular-file", diag.Error, "a folder, link, pipe or device stands where a file is expected")
	UnreadableFile = diag.SameInBoth("LD-022", "unreadable-file", diag.Error, "a file or folder of the project cannot be read")
	UnreadFile     = diag.SameInBoth("LD-023", "unread-file", diag.Warning, "nothing reads a TOML or Markdown file of the project")
	MisnamedPart   = diag.SameInBoth("LD-024", "misnamed-part", diag.Warning, "a part of the description has nearly the name of a known one")
	CollidingName  = diag.SameInBoth("LD-025", "colliding-name", diag.Error, "two file names are the same file on some systems")
	DecomposedName = diag.SameInBoth("LD-026", "decomposed-name", diag.Warning, "a file name has combining marks, which systems change")

	MalformedID        = diag.SameInBoth("LD-030", "malformed-id", diag.Error, "an id has other characters than ids have")
	DuplicateID        = diag.SameInBoth("LD-031", "duplicate-id", diag.Error, "two things have the same id")
	DanglingReference  = diag.SameInBoth("LD-032", "dangling-reference", diag.Error, "an id is cited that nothing has")
	DanglingLink       = diag.AtHandoff("LD-033", "dangling-link", "a link leads to an id that nothing has")
	AmbiguousLink      = diag.SameInBoth("LD-034", "ambiguous-link", diag.Warning, "a link leads to an id that several things have")
	ContradictoryNone  = diag.SameInBoth("LD-035", "contradictory-none", diag.Error, "a list is declared empty but has entries")
	UnusedTitle        = diag.SameInBoth("LD-036", "unused-title", diag.Warning, "a level-1 heading of a known part does not print")
	UnknownCriterion   = diag.SameInBoth("S2-012", "unknown-criterion", diag.Error, "a criterion is cited that does not exist")
	InvalidControlID   = diag.SameInBoth("S2-078", "invalid-control-id", diag.Error, "the id of a control is missing, malformed or used twice")
	MissingImage       = diag.SameInBoth("LD-040", "missing-image", diag.Error, "the file of a figure or logo does not exist")
	OversizeImage      = diag.SameInBoth("LD-041", "oversize-image", diag.Error, "an image has more pixels than are read")
	UnsupportedImage   = diag.SameInBoth("LD-042", "unsupported-image", diag.Error, "an image has a format that is not read")
	BrokenImage        = diag.SameInBoth("LD-043", "broken-image", diag.Error, "the data of an image are damaged")
	MalformedColor     = diag.SameInBoth("LD-044", "malformed-color", diag.Error, "a color is not written as #rrggbb")
	MissingOverlayFile = diag.SameInBoth("LD-045", "missing-overlay-file", diag.Error, "the file with the text of the criteria does not exist")
	InvisibleLogo      = diag.SameInBoth("LD-046", "invisible-logo", diag.Warning, "a logo is white on white")
	OddSampleSizes     = diag.SameInBoth("LD-047", "odd-sample-sizes", diag.Error, "a table of sample sizes does not tell which row applies")
)

// Rules lists all rules of loading by number, those of package tomlfile first.
// The rules of Markdown text are in package markdown.
var Rules = append(slices.Clone(tomlfile.Rules),
	MissingProject, NotRegularFile, UnreadableFile, UnreadFile, MisnamedPart, CollidingName, DecomposedName,
	MalformedID, DuplicateID, DanglingReference, MistakenReference, DanglingLink, AmbiguousLink, ContradictoryNone,
	UnusedTitle, MissingImage, OversizeImage, UnsupportedImage, BrokenImage, MalformedColor, MissingOverlayFile, InvisibleLogo, OddSampleSizes, MalformedFingerprint,
	UnknownCriterion, InvalidControlID)

// OfWhole lists the rules that are applied to a project read as a whole alone,
// those about what links and variables name, which another file may hold.
var OfWhole = slices.Concat(prose.Rules, []*diag.Rule{DanglingLink, AmbiguousLink})
