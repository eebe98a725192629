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

	// Loaded is false where a file could not be read as a whole, so that what
	// the Engagement lacks may be what that file says.
	Loaded bool
}

// ProjectFile is the file that makes a folder a project.
const ProjectFile = "socdraft.toml"

// tomlFiles are the TOML files of a project's top folder, in the order of
// reading: what others cite comes early.
var tomlFiles = []struct {
	name string
	read func(*loader, *table)
}{
	{ProjectFile, (*loader).organization},
	{"criteria.toml", (*loader).criteriaFile},
	{"commitments.toml", (*loader).commitments},
	{"components.toml", (*loader).components},
	{"policies.toml", (*loader).policies},
	{"risks.toml", (*loader).risks},
	{"populations.toml", (*loader).populations},
	{"third-parties.toml", (*loader).parties},
	{"user-entities.toml", (*loader).userEntities},
	{"incidents.toml", (*loader).incidents},
	{"changes.toml", (*loader).changes},
	{"responses.toml", (*loader).responses},
}

// A loader holds what is known while a project is read.
type loader struct {
	files   *files
	list    *diag.List
	e       *content.Engagement
	sources []*diag.Source
	images  map[string]Image
	ids     ids
	suggest *suggester
	texts   []authored
	figures []figure
	order   []content.Text // names of the author's own parts of the description
	partial bool           // a file could not be read as a whole
}

// Project reads the project in fsys. Findings go to the list; the error is the
// machine's or ours.
func Project(fsys fs.FS, list *diag.List) (*Result, error) {
	l := &loader{list: &diag.List{}, e: &content.Engagement{}, images: map[string]Image{}, suggest: &suggester{}}
	l.ids = newIDs(l.list, l.suggest)
	l.files = newFiles(fsys, l.list)
	if err := l.catalogue(); err != nil {
		return nil, err
	}
	if err := l.files.walk(); err != nil {
		return nil, fmt.Errorf("read the project folder: %w", err)
	}
	if l.files.has(ProjectFile) {
		l.all()
	} else {
		l.missingProject()
	}
	list.Append(l.list)
	slices.SortFunc(l.sources, bySourceName)
	l.e.Revision = l.files.revision()
	return &Result{Engagement: l.e, Images: l.images, Sources: l.sources, Loaded: !l.partial && !l.files.lost}, nil
}

// all reads every file of the project, then settles what names across files.
func (l *loader) all() {
	for _, f := range tomlFiles {
		l.toml(f.name, func(t *table) { f.read(l, t) })
	}
	for _, name := range l.files.in("controls", ".toml") {
		l.toml(name, l.controls)
	}
	for _, name := range l.files.testFiles() {
		l.toml(name, func(t *table) { l.tests(name, t) })
	}
	l.documents()
	l.ids.resolve()
	l.readFigures()
	l.checkLinks()
	l.files.reportUnread(l.suggest)
}

// toml reads one TOML file of the project, if there is one.
func (l *loader) toml(name string, read func(*table)) {
	data, ok := l.files.optional(name, tomlfile.MaxSize)
	if !ok {
		return
	}
	src := diag.NewSource(name, data)
	l.sources = append(l.sources, src)
	if name == ProjectFile {
		l.e.Root = src.At(0, 0)
	}
	root, ok := tomlfile.Parse(src, l.list)
	if !ok {
		l.partial = true
		return
	}
	read(&table{Table: root, l: l})
	root.Done()
}

func (l *loader) missingProject() {
	l.partial = true
	src := diag.NewSource(ProjectFile, nil)
	l.e.Root = src.At(0, 0)
	f := l.list.Add(MissingProject, l.e.Root, "folder has no %q", ProjectFile)
	if near := l.suggest.word(ProjectFile, l.files.names()); near != "" {
		f.Suggest("a file with a similar name exists: %q", near)
	} else {
		f.Suggest("name the folder of the project, the one that has %q", ProjectFile)
	}
}

func bySourceName(a, b *diag.Source) int {
	if a.Name < b.Name {
		return -1
	}
	if a.Name > b.Name {
		return 1
	}
	return 0
}
