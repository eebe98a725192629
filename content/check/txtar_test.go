package check

import (
	"bytes"
	"strings"
)

// An archive is a txtar archive: a comment, then files after lines
// "-- name --".
type archive struct {
	comment string
	files   []archived
}

type archived struct {
	name string
	data []byte
}

func parseArchive(text []byte) *archive {
	a := &archive{}
	for line := range bytes.Lines(text) {
		name, ok := strings.CutPrefix(strings.TrimRight(string(line), "\n"), "-- ")
		if name, end := strings.CutSuffix(name, " --"); ok && end {
			a.files = append(a.files, archived{name: name})
			continue
		}
		if n := len(a.files); n > 0 {
			a.files[n-1].data = append(a.files[n-1].data, line...)
		} else {
			a.comment += string(line)
		}
	}
	return a
}

// file returns the file of the name, or nil.
func (a *archive) file(name string) *archived {
	for i := range a.files {
		if a.files[i].name == name {
			return &a.files[i]
		}
	}
	return nil
}

func (a *archive) format() []byte {
	out := bytes.NewBufferString(a.comment)
	for _, f := range a.files {
		out.WriteString("-- " + f.name + " --\n")
		out.Write(f.data)
	}
	return out.Bytes()
}
