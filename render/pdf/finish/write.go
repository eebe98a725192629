package finish

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
)

// perStream is how many objects share one compressed stream.
const perStream = 200

// An entry of the table of objects: where an object is.
type entry struct {
	kind byte // 1: at an offset; 2: in a stream of objects
	a, b int  // offset; or number of the stream and index in it
}

// write returns a file of the objects: streams one by one, all else gathered
// in streams of objects.
func write(objects []object) []byte {
	var plain, streams []int
	for i := 1; i < len(objects); i++ {
		if objects[i].stream != nil {
			streams = append(streams, i)
		} else {
			plain = append(plain, i)
		}
	}
	groups := (len(plain) + perStream - 1) / perStream
	packed := make([]object, groups)
	for g := range packed {
		packed[g] = gather(objects, plain[g*perStream:min(len(plain), (g+1)*perStream)])
	}
	jobs := make([]*object, 0, len(streams)+groups)
	for _, i := range streams {
		jobs = append(jobs, &objects[i])
	}
	for g := range packed {
		jobs = append(jobs, &packed[g])
	}
	compress(jobs)

	f := &file{entries: make([]entry, len(objects)+groups+1)}
	f.b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	for _, i := range streams {
		f.stream(i, &objects[i])
	}
	for g := range packed {
		number := len(objects) + g
		f.stream(number, &packed[g])
		for k, i := range plain[g*perStream : min(len(plain), (g+1)*perStream)] {
			f.entries[i] = entry{2, number, k}
		}
	}
	f.end(len(objects)+groups, objects)
	return f.b.Bytes()
}

// gather packs objects into one stream.
func gather(objects []object, numbers []int) object {
	var head, body bytes.Buffer
	for _, i := range numbers {
		fmt.Fprintf(&head, "%d %d ", i, body.Len())
		body.WriteString(objects[i].dict)
		body.WriteByte('\n')
	}
	dict := fmt.Sprintf("<</Type /ObjStm /N %d /First %d", len(numbers), head.Len())
	return object{dict: dict, stream: append(head.Bytes(), body.Bytes()...)}
}

// A file is being written.
type file struct {
	b       bytes.Buffer
	entries []entry
}

func (f *file) stream(number int, o *object) {
	f.entries[number] = entry{1, f.b.Len(), 0}
	fmt.Fprintf(&f.b, "%d 0 obj\n%s /Length %d>>\nstream\n", number, o.dict, len(o.stream))
	f.b.Write(o.stream)
	f.b.WriteString("\nendstream\nendobj\n")
}

// end writes the table of objects. The identifier is a hash of the file.
func (f *file) end(number int, objects []object) {
	start := f.b.Len()
	f.entries[number] = entry{1, start, 0}
	var table bytes.Buffer
	for i, e := range f.entries {
		if i == 0 {
			table.Write([]byte{0, 0, 0, 0, 0, 0xFF, 0xFF})
			continue
		}
		table.Write([]byte{e.kind, byte(e.a >> 24), byte(e.a >> 16), byte(e.a >> 8), byte(e.a), byte(e.b >> 8), byte(e.b)})
	}
	id := sha256.Sum256(f.b.Bytes())
	root, info := len(objects)-1, len(objects)-2
	for i := range objects {
		if strings.HasPrefix(objects[i].dict, "<<\n/Type /Catalog") {
			root, info = i, i-1
		}
	}
	o := object{
		dict: fmt.Sprintf("<</Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]",
			len(f.entries), root, info, id[:16], id[:16]),
		stream: table.Bytes(),
	}
	compress([]*object{&o})
	f.stream(number, &o)
	fmt.Fprintf(&f.b, "startxref\n%d\n%%%%EOF\n", start)
}
