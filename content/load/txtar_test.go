package load

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
	a, at := &archive{}, -1
	for line := range bytes.Lines(text) {
		name, ok := strings.CutPrefix(strings.TrimRight(string(line), "\r\n"), "-- ")
		if name, end := strings.CutSuffix(name, " --"); ok && end {
			a.files = append(a.files, archived{name: name})
			at++
			continue
		}
		if at < 0 {
			a.comment += string(line)
		} else {
			a.files[at].data = append(a.files[at].data, line...)
		}
	}
	return a
}

// format returns the archive with the file of the name replaced or appended.
func (a *archive) format(name string, data []byte) []byte {
	out := bytes.NewBufferString(a.comment)
	for _, f := range a.files {
		if f.name != name {
			out.WriteString("-- " + f.name + " --\n")
			out.Write(f.data)
		}
	}
	out.WriteString("-- " + name + " --\n")
	out.Write(data)
	return out.Bytes()
}

// file returns the data of the file of the name.
func (a *archive) file(name string) []byte {
	for _, f := range a.files {
		if f.name == name {
			return f.data
		}
	}
	return nil
}
