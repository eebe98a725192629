// Package load reads an author's project into a *content.Engagement.
//
// Project is the entry. It reads through an fs.FS: Open gives the one of a
// folder on disk, which no symbolic link leaves and no device blocks; tests
// give one in memory. Every kind of source has its file here, whose comments
// declare the keys it takes. The rule of the package: one broken file never
// hides what is wrong in another.
package load

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/tomlfile"
)

// A Result is what a project says.
type Result struct {
	Engagement *content.Engagement
	Images     map[string]Image // by path relative to the project
	Sources    []*diag.Source   // the TOML and Markdown files that were read, by name

	// Lost holds the files and folders that could not be read as a whole, so
	// that what the Engagement lacks may be what they say.
	Lost []diag.Span
}

// ProjectFile is the file that makes a folder a project.
const ProjectFile = "socdraft.toml"

// tomlFiles are the TOML files of a project whose names are fixed, in the order
// of reading, with the kinds of things they define.
var tomlFiles = []struct {
	name  string
	read  func(*loader, *table)
	kinds []kind
}{
	{ProjectFile, (*loader).organization, []kind{service}},
	{"criteria.toml", (*loader).criteriaFile, nil},
	{"commitments.toml", (*loader).commitments, []kind{commitment, requirement}},
	{"components.toml", (*loader).components, []kind{component, zone, external}},
	{"policies.toml", (*loader).policies, []kind{policy}},
	{"risks.toml", (*loader).risks, []kind{risk}},
	{populationFile, (*loader).populations, []kind{population}},
	{"third-parties.toml", (*loader).parties, []kind{party, csoc}},
	{"user-entities.toml", (*loader).userEntities, []kind{cuec, responsibility}},
	{"incidents.toml", (*loader).incidents, []kind{incident}},
	{"changes.toml", (*loader).changes, []kind{change}},
	{"responses.toml", (*loader).responses, nil},
	{"waivers.toml", (*loader).waivers, nil},
	{GateFile, (*loader).gate, nil},
	{"requests/typical.toml", (*loader).typical, nil},
	{"requests/auditor.toml", (*loader).auditorsRequests, []kind{request}},
	{"requests/answers.toml", (*loader).answers, nil},
	{"requests/lock.toml", (*loader).lock, nil},
	{"requests/samples.toml", (*loader).samples, nil},
	{"requests/evidence.toml", (*loader).evidence, nil},
	{"requests/issued.toml", (*loader).issued, nil},
	{"requests/added.toml", (*loader).added, nil},
}

// A loader holds what is known while a project is read.
type loader struct {
	files    *files
	list     *diag.List
	e        *content.Engagement
	sources  map[string]*diag.Source
	images   map[string]Image
	ids      ids
	suggest  *suggester
	texts    []authored
	figures  []figure
	decoding map[string]bool // the images of figures
	pixels   int             // of all images
	order    []content.Text  // names of the author's own parts of the description
	things   int             // tables in lists, of all files
	crowded  bool            // more of them than are read

	onVariables *diag.List // takes the findings about variables
}

func newLoader(fsys fs.FS) *loader {
	list, suggest := &diag.List{}, &suggester{}
	return &loader{
		files:    newFiles(fsys, list),
		list:     list,
		e:        &content.Engagement{},
		sources:  map[string]*diag.Source{},
		images:   map[string]Image{},
		decoding: map[string]bool{},
		ids:      newIDs(list, suggest),
		suggest:  suggest,
	}
}

// Project reads the project in fsys. Findings go to the list; the error is the
// machine's or ours.
func Project(fsys fs.FS, list *diag.List) (*Result, error) {
	l := newLoader(fsys)
	if err := l.catalogue(); err != nil {
		return nil, err
	}
	if err := l.files.walk(); err != nil {
		return nil, fmt.Errorf("read the project folder: %w", err)
	}
	l.e.Root = l.files.at(ProjectFile)
	if l.files.has(ProjectFile) {
		l.all()
	} else {
		l.missingProject()
	}
	list.Append(l.list)
	l.e.Revision = l.files.revision()
	return &Result{Engagement: l.e, Images: l.images, Sources: l.byName(), Lost: l.lost()}, nil
}

// lost returns the places of what could not be read as a whole, by name.
func (l *loader) lost() []diag.Span {
	var all []diag.Span
	for _, name := range slices.Sorted(maps.Keys(l.files.lost)) {
		all = append(all, l.files.at(name))
	}
	return all
}

// Loaded reports whether all could be read as a whole.
func (r *Result) Loaded() bool { return len(r.Lost) == 0 }

// all reads every file of the project, then settles what names across files.
func (l *loader) all() {
	for _, f := range tomlFiles {
		l.toml(f.name, func(t *table) { f.read(l, t) }, f.kinds...)
	}
	l.malformedWaivers()
	for _, name := range l.files.in("controls", ".toml") {
		l.toml(name, l.controls, control)
	}
	for _, name := range l.files.testFiles() {
		l.toml(name, func(t *table) { l.tests(name, t) }, test)
	}
	l.sortPlaces()
	l.fingerprints()
	l.documents()
	l.ownFiles()
	l.ids.resolve()
	l.readFigures()
	l.readLogo()
	l.checkLinks()
	l.files.reportUnread(l.suggest, l.ids.lost[party])
}

// toml reads one TOML file of the project, if there is one. Where it cannot,
// things of its kinds may be missing that others cite.
func (l *loader) toml(name string, read func(*table), kinds ...kind) {
	data, ok := l.files.optional(name, tomlfile.MaxSize)
	if !ok {
		if l.files.failed[name] {
			l.ids.lose(kinds)
		}
		return
	}
	src := l.source(name, data)
	if name == ProjectFile {
		l.e.Root = src.At(0, 0)
	}
	root, ok := tomlfile.Parse(src, l.list)
	if !ok {
		l.files.lose(name)
		l.ids.lose(kinds)
		return
	}
	read(&table{Table: root, l: l})
	if !root.Done() {
		l.files.lose(name)
	}
}

// source returns the source of a file of text, always the same one.
func (l *loader) source(name string, data []byte) *diag.Source {
	if l.sources[name] == nil {
		l.sources[name] = newSource(name, data)
	}
	return l.sources[name]
}

func (l *loader) missingProject() {
	l.files.lose(ProjectFile)
	f := l.list.Add(MissingProject, l.e.Root, "folder has no %q", ProjectFile)
	if near := l.suggest.word(ProjectFile, l.files.names()); near != "" {
		f.Suggest("a file with a similar name exists: %q", near)
	} else {
		f.Suggest("name the folder of the project, the one that has %q", ProjectFile)
	}
}

// byName returns the sources in the order of their names.
func (l *loader) byName() []*diag.Source {
	var all []*diag.Source
	for _, name := range slices.Sorted(maps.Keys(l.sources)) {
		all = append(all, l.sources[name])
	}
	return all
}
