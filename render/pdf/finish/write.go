package finish

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"
)

// perStream is how many objects share one compressed stream.
const perStream = 500

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

	size := 0
	for _, o := range jobs {
		size += len(o.stream) + len(o.dict) + 64
	}
	f := &file{entries: make([]entry, len(objects)+groups+1)}
	f.b.Grow(size + 4*len(f.entries))
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
	const entry = 16 // no more than a number and a place take
	size := entry * len(numbers)
	for _, i := range numbers {
		size += len(objects[i].dict) + 1
	}
	all := make([]byte, 0, size)
	at := 0
	for _, i := range numbers {
		all = append(strconv.AppendInt(all, int64(i), 10), ' ')
		all = append(strconv.AppendInt(all, int64(at), 10), ' ')
		at += len(objects[i].dict) + 1
	}
	dict := fmt.Sprintf("<</Type /ObjStm /N %d /First %d", len(numbers), len(all))
	for _, i := range numbers {
		all = append(append(all, objects[i].dict...), '\n')
	}
	return object{dict: dict, stream: all}
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

// table returns the entries as the difference of each from the one before, since
// objects of one stream follow one another.
func (f *file) table() []byte {
	const up = 2 // the filter of PNG that is meant
	out := make([]byte, 0, 8*len(f.entries))
	var before [7]byte
	for i, e := range f.entries {
		now := [7]byte{e.kind, byte(e.a >> 24), byte(e.a >> 16), byte(e.a >> 8), byte(e.a), byte(e.b >> 8), byte(e.b)}
		if i == 0 {
			now = [7]byte{5: 0xFF, 6: 0xFF}
		}
		out = append(out, up)
		for k := range now {
			out = append(out, now[k]-before[k])
		}
		before = now
	}
	return out
}

// end writes the table of objects. The identifier is a hash of the file.
func (f *file) end(number int, objects []object) {
	start := f.b.Len()
	f.entries[number] = entry{1, start, 0}
	table := f.table()
	id := sha256.Sum256(f.b.Bytes())
	root, info := len(objects)-1, len(objects)-2
	for i := range objects {
		if strings.HasPrefix(objects[i].dict, "<<\n/Type /Catalog") {
			root, info = i, i-1
		}
	}
	o := object{
		dict: fmt.Sprintf("<</Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>] /DecodeParms <</Predictor 12 /Columns 7>>",
			len(f.entries), root, info, id[:16], id[:16]),
		stream: table,
	}
	compress([]*object{&o})
	f.stream(number, &o)
	fmt.Fprintf(&f.b, "startxref\n%d\n%%%%EOF\n", start)
}
