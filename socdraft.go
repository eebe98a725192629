// Package socdraft compiles a project, the Markdown and TOML files of a service
// organization, into a draft SOC 2 report, a SOC 3 summary and the auditor's
// request list.
//
// It is the whole pipeline as functions of a project and options: the command,
// the golden files and the benchmarks all run the same thing. It reads the
// project and nothing else: no clock, no environment, no network.
package socdraft

import (
	"io/fs"
	"time"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
)

// Edition says for whom the drafts are.
type Edition string

// The editions. Working builds whatever can be loaded and holds everything
// helpful; Auditor is the clean copy that is handed over.
const (
	Working Edition = "working"
	Auditor Edition = "auditor"
)

// Editions returns the names of the editions.
func Editions() []string { return []string{string(Working), string(Auditor)} }

// Options say what to do with a project. The zero value checks or builds the
// working edition of all targets.
type Options struct {
	Edition   Edition
	Targets   []string  // by name; none is all that the report's type has
	Plain     bool      // readable text and TSV in place of PDF and XLSX
	Facts     bool      // the facts of the SOC 2 report as JSON, in place of all files
	Attach    []string  // what the PDF of the SOC 2 report carries, see Attachments
	DraftDate time.Time // for a project without [draft].date
	Today     time.Time // zero: the draft's date, else Now
	Now       time.Time
	Score     bool // Check tells how the sources fare by the signals of readers

	attachmentLimit int // bytes; 0 is the usual one
}

// A File is one finished output.
type File struct {
	Target string
	Name   string // "soc2-draft.pdf"
	Data   []byte
	Count  int
	Unit   string // what Count counts: "pages", "lines" or "rows"

	Headings []Heading // of a PDF, in reading order
}

// A Heading is where a part of a PDF begins.
type Heading struct {
	Text  string
	Level int // 1 for a section
	Page  int // 1-based
}

// A Result is what became of a project.
type Result struct {
	Findings   []*diag.Finding // sorted, severities of the edition set
	Waived     []*diag.Finding // sorted too; they do not count
	Files      []File          // in the order of the targets
	NotWritten []string        // file names of targets that were skipped or refused
	Notes      []string        // what the author may want to know besides
	Refused    bool            // something asked for was not built because of findings
	Sources    int             // files read
	Whole      bool            // every file could be read as a whole
	Lost       string          // what could not be read as a whole, in words; "" where all could
	Unapplied  []*diag.Rule    // the rules that were not applied because of that
	Coverage   *Listing        // of Check: the listing "coverage"; nil where the project cannot be loaded
	Gate       []Gated         // by name of rule; nil where there is no gate.toml
	Score      []Signal        // of Check, where asked for; nil where the project cannot be loaded

	// ManagementDeviations counts the exceptions in management's own tests,
	// which stand in no report.
	ManagementDeviations int
}

// A Project is an open project.
type Project struct {
	fsys fs.FS
	dir  string
	root *load.Root // nil where the project is no folder on disk
}

// Open opens the project in the folder. Close it after use.
func Open(dir string) (*Project, error) {
	root, err := load.Open(dir)
	if err != nil {
		return nil, err
	}
	return &Project{fsys: root, dir: dir, root: root}, nil
}

// In returns the project in a file system, such as the past of a folder. It
// needs no closing.
func In(fsys fs.FS) *Project { return &Project{fsys: fsys} }

// Dir returns the folder as it was given to Open, "" of a project without one.
func (p *Project) Dir() string { return p.dir }

// Opened returns the paths, relative to the folder and with "/", of what has
// been read of it so far, sorted.
func (p *Project) Opened() []string {
	if p.root == nil {
		return nil
	}
	return p.root.Opened()
}

// Close releases the folder.
func (p *Project) Close() error {
	if p.root == nil {
		return nil
	}
	return p.root.Close()
}
