package examples

import (
	"embed"
	"io/fs"
)

// Folders are named one by one, so that drafts that somebody built into one of
// these projects are never embedded.
//
//go:embed skeleton/.gitignore skeleton/.gitattributes skeleton/*.toml skeleton/controls skeleton/description skeleton/soc3
//go:embed wrenfield/.gitattributes wrenfield/*.toml wrenfield/brand wrenfield/controls wrenfield/description
//go:embed wrenfield/other-information wrenfield/requests wrenfield/soc3 wrenfield/tests
var projects embed.FS

// Skeleton is a project in which every part says what belongs there. It is of
// type 2.
func Skeleton() fs.FS { return project("skeleton") }

// Wrenfield is the example that has a part of every kind.
func Wrenfield() fs.FS { return project("wrenfield") }

func project(name string) fs.FS {
	sub, err := fs.Sub(projects, name)
	if err != nil {
		panic(err) // the name is well formed
	}
	return sub
}
