package load

import (
	"path"
	"slices"
	"strings"
)

// formatFolders are the folders of a project that hold sources.
var formatFolders = []string{"controls", "description", "other-information", "requests", "soc3", "tests", "third-parties", "wording"}

// folderHelp says what is read in each of the folders.
var folderHelp = map[string]string{
	"controls":          "controls/*.toml",
	"description":       "description/*.md",
	"other-information": "other-information/*.md",
	"requests":          "requests/" + strings.Join(requestFiles(), ", "),
	"soc3":              "soc3/boundaries.md",
	"tests":             "tests/<period>/*.toml",
	"third-parties":     "third-parties/<party id>/assertion.md",
	"wording":           "wording/*.md",
}

// requestFiles returns the names of the files in the folder of the request list.
func requestFiles() []string {
	var names []string
	for _, f := range tomlFiles {
		if name, ok := strings.CutPrefix(f.name, requestFolder); ok {
			names = append(names, name)
		}
	}
	return names
}

// forPeople are the files that projects keep for their readers.
var forPeople = []string{"readme", "changelog", "contributing", "license", "codeowners", "security", "notice"}

// drafts are the files that socdraft writes, without their endings. A folder
// with one of them was made by a build.
var drafts = []string{"soc2-draft", "soc3-draft", "soc2-facts", "request-list"}

// issuedWorkbook is how the names of workbooks begin that were handed over.
const issuedWorkbook = "request-list-round-"

// built reports whether a folder holds drafts, and so no sources.
func (f *files) built(folder string) bool {
	return slices.ContainsFunc(f.within[folder], func(name string) bool {
		base := path.Base(name)
		return slices.Contains(drafts, strings.TrimSuffix(base, path.Ext(base))) || strings.HasPrefix(base, issuedWorkbook)
	})
}

// reportUnread reports the TOML and Markdown files that nothing read. A folder
// that the format does not know is reported once, and none where it is one of drafts. Where third parties may be
// missing, so may be the reader of their files.
func (f *files) reportUnread(suggest *suggester, partiesLost bool) {
	reported := map[string]bool{}
	for _, name := range f.order {
		base := strings.ToLower(strings.TrimSuffix(path.Base(name), path.Ext(name)))
		if _, read := f.data[name]; read || f.failed[name] || !isText(name) || slices.Contains(forPeople, base) {
			continue
		}
		top, _, inFolder := strings.Cut(name, "/")
		switch help := folderHelp[top]; {
		case partiesLost && top == "third-parties":
		case !inFolder:
			f.unreadFile(name, suggest)
		case help != "":
			f.list.Add(UnreadFile, f.at(name), "file %q is not read", name).Suggest("files read in this folder: %s", help)
		case !reported[top] && !f.built(top):
			reported[top] = true
			finding := f.list.Add(UnreadFile, f.at(name), "files in folder %q are not read", top)
			if near := suggest.word(top, formatFolders); near != "" {
				finding.Suggest("a folder with a similar name is read: %q", near)
			} else {
				finding.Suggest("move what belongs into the report to a folder that is read (%s), or keep notes as .txt", strings.Join(formatFolders, ", "))
			}
		}
	}
}

func (f *files) unreadFile(name string, suggest *suggester) {
	finding := f.list.Add(UnreadFile, f.at(name), "file %q is not read", name)
	known := []string{"assertion.md"}
	for _, file := range tomlFiles {
		known = append(known, file.name)
	}
	if near := suggest.word(name, known); near != "" {
		finding.Suggest("a file with a similar name is read: %q", near)
	} else {
		finding.Suggest("text of the report goes into description/, other words to readers into other-information/; notes for yourselves can be .txt")
	}
}
