package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/socdraft/socdraft/examples"
)

// initFlags are the flags of init.
type initFlags struct {
	example    bool
	reportType int
	name       string
}

func initCommand(a *app) *cobra.Command {
	var flags initFlags
	cmd := &cobra.Command{
		Use:   "init DIR",
		Short: "Write the skeleton of a new project",
		Long: `init writes a project in which every part says what belongs there. It builds at
once, and check lists what is to write: begin with what says "TODO 1".

DIR is a new folder, or one with nothing in it but .git. Nothing is written where
something else is there.`,
		Example: `  socdraft init soc2
  socdraft init soc2 --type 1 --name "Quill Ledger, Inc."
  socdraft init --example wrenfield`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || args[0] == "" {
				return usagef("init takes the folder to write into: socdraft init DIR")
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, flag := range []string{"type", "name"} {
				if flags.example && cmd.Flags().Changed(flag) {
					return usagef("--example is written as it is; --%s is for a project of your own", flag)
				}
			}
			if err := flags.validate(cmd.Flags().Changed("name")); err != nil {
				return err
			}
			return a.init(args[0], flags)
		},
	}
	cmd.Flags().BoolVar(&flags.example, "example", false, "write the example project of an invented company instead")
	cmd.Flags().IntVar(&flags.reportType, "type", 2, "type of the report: 1 or 2")
	cmd.Flags().StringVar(&flags.name, "name", "", `legal name of the organization, such as "Quill Ledger, Inc."`)
	complete(cmd, "type", []string{"1", "2"})
	return cmd
}

func (f initFlags) validate(named bool) error {
	if f.reportType != 1 && f.reportType != 2 {
		return usagef("--type is %d; a report is of type 1 or 2", f.reportType)
	}
	if !named {
		return nil
	}
	if strings.TrimSpace(f.name) == "" || !utf8.ValidString(f.name) || strings.ContainsFunc(f.name, unicode.IsControl) {
		return usagef("--name is %q, not a name on one line", f.name)
	}
	return nil
}

// init writes the new project and says what to do next.
func (a *app) init(dir string, flags initFlags) error {
	files, err := newProject(flags)
	if err != nil {
		return err
	}
	if err := writeProject(dir, files); err != nil {
		return err
	}
	a.say("wrote %s into %s", count(len(files), "file"), shown(dir))
	argument := " " + shown(dir)
	if filepath.Clean(dir) == "." {
		argument = ""
	}
	if flags.example {
		a.say("  socdraft check%s   finds nothing: it is complete", argument)
	} else {
		a.say("  socdraft check%s   lists what is to write; begin with TODO 1 in socdraft.toml", argument)
	}
	a.say("  socdraft build%s   writes the drafts, at any time, into out/", argument)
	a.say("  README.md of socdraft names every file and key: https://github.com/socdraft/socdraft")
	return nil
}

// A newFile is a file of the project to write, its name with slashes.
type newFile struct {
	name string
	data []byte
}

// newProject returns the files of a project, socdraft.toml last: without it
// the folder is none.
func newProject(flags initFlags) ([]newFile, error) {
	from := examples.Skeleton()
	if flags.example {
		from = examples.Wrenfield()
	}
	var list []newFile
	var last newFile
	err := fs.WalkDir(from, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || flags.omits(name) {
			return err
		}
		data, err := fs.ReadFile(from, name)
		if name == projectFile {
			last = newFile{name, data}
		} else {
			list = append(list, newFile{name, data})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if flags.example {
		ignore, err := fs.ReadFile(examples.Skeleton(), ".gitignore")
		return append(list, newFile{".gitignore", ignore}, last), err
	}
	last.data = flags.fill(last.data)
	return append(list, last), nil
}

// omits reports whether a type 1 project has no such file: it tells of no
// changes, and there is no SOC 3 of it.
func (f initFlags) omits(name string) bool {
	if f.example || f.reportType == 2 {
		return false
	}
	return name == "changes.toml" || name == "description/changes.md" || strings.HasPrefix(name, "soc3/")
}

var (
	nameLine   = regexp.MustCompile(`(?m)^name = "TODO 1: legal name" .*$`)
	type2Lines = regexp.MustCompile(`(?m)^type = 2\n# period = .*$`)
)

// fill enters what the command line says into the skeleton's socdraft.toml.
func (f initFlags) fill(data []byte) []byte {
	if f.name != "" {
		escaped := strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(strings.TrimSpace(f.name))
		data = nameLine.ReplaceAllLiteral(data, []byte(`name = "`+escaped+`"`))
	}
	if f.reportType == 1 {
		data = type2Lines.ReplaceAllLiteral(data, []byte("type = 1\n# as_of = 2026-03-31"))
	}
	return data
}

var plainPath = regexp.MustCompile(`^[\p{L}\p{N}_./\\:-]+$`)

// shown returns a path as it can be typed again.
func shown(dir string) string {
	if dir = filepath.ToSlash(dir); plainPath.MatchString(dir) {
		return dir
	}
	return strconv.Quote(dir)
}

// inTheWay says what a folder holds that should be empty.
func inTheWay(names []string) string {
	const most = 3
	var quoted []string
	for _, name := range names[:min(len(names), most)] {
		quoted = append(quoted, strconv.Quote(name))
	}
	text := strings.Join(quoted, ", ")
	if more := len(names) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
