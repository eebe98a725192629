package pdftext

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// A File is a PDF taken apart.
type File struct {
	in      []byte
	places  []place
	root    any
	packs   map[int]pack // streams of objects, by number
	objects map[int]object
}

// A place says where an object is.
type place struct{ kind, a, b int } // 1: at offset a; 2: number b in the stream a

// A pack is a stream that holds objects.
type pack struct {
	data    []byte
	offsets []int
}

type object struct {
	value  any
	raw    []byte // the value as it is written
	stream []byte // as it is written, nil where it has none
}

// Open reads the table of a file that render/pdf wrote.
func Open(in []byte) (*File, error) {
	f := &File{in: in, packs: map[int]pack{}, objects: map[int]object{}}
	if err := f.table(); err != nil {
		return nil, fmt.Errorf("read PDF: %w", err)
	}
	return f, nil
}

// table reads the stream of cross references.
func (f *File) table() error {
	const last = "startxref\n"
	i := bytes.LastIndex(f.in, []byte(last))
	if i < 0 {
		return errors.New("there is no table of objects")
	}
	line, _, _ := bytes.Cut(f.in[i+len(last):], []byte("\n"))
	start, err := strconv.Atoi(string(line))
	if err != nil {
		return err
	}
	o, err := f.parse(start)
	if err != nil {
		return err
	}
	dict, _ := o.value.(dictionary)
	data, err := inflate(o)
	if err != nil {
		return err
	}
	if data, err = summed(data, dict["DecodeParms"]); err != nil {
		return err
	}
	widths := ints(dict["W"])
	entry := 0
	for _, w := range widths {
		entry += max(w, 0)
	}
	if len(widths) != 3 || entry == 0 {
		return errors.New("the table of objects has no widths")
	}
	for ; len(data) >= entry; data = data[entry:] {
		field := data
		number := func(w int) (n int) {
			for _, b := range field[:w] {
				n = n<<8 | int(b)
			}
			field = field[w:]
			return n
		}
		f.places = append(f.places, place{number(widths[0]), number(widths[1]), number(widths[2])})
	}
	f.root = dict["Root"]
	return nil
}

// summed returns a table whose rows were written as differences from the one
// before.
func summed(data []byte, parms any) ([]byte, error) {
	d, ok := parms.(dictionary)
	if !ok {
		return data, nil
	}
	columns, _ := d["Columns"].(float64)
	n := int(columns)
	if d["Predictor"] != float64(12) || n < 1 {
		return nil, errors.New("the table of objects is written in an unknown way")
	}
	before, out := make([]byte, n), make([]byte, 0, len(data))
	for ; len(data) > n; data = data[n+1:] {
		if data[0] != 2 {
			return nil, errors.New("a row of the table of objects is written in an unknown way")
		}
		for k := range before {
			before[k] += data[k+1]
		}
		out = append(out, before...)
	}
	return out, nil
}

func ints(v any) []int {
	list, _ := v.([]any)
	var out []int
	for _, v := range list {
		n, _ := v.(float64)
		out = append(out, int(n))
	}
	return out
}

// parse reads the object at an offset.
func (f *File) parse(offset int) (object, error) {
	if offset < 0 || offset >= len(f.in) {
		return object{}, fmt.Errorf("no object can stand at %d", offset)
	}
	r := &reader{in: f.in, at: offset}
	for _, want := range []any{nil, float64(0), operator("obj")} {
		if v, err := r.value(); err != nil || want != nil && v != want {
			return object{}, fmt.Errorf("no object stands at %d", offset)
		}
	}
	start := r.at
	v, err := r.value()
	if err != nil {
		return object{}, err
	}
	o := object{value: v, raw: f.in[start:r.at]}
	d, _ := v.(dictionary)
	body, ok := bytes.CutPrefix(f.in[r.at:], []byte("\nstream\n"))
	if !ok {
		return o, nil
	}
	length, _ := d["Length"].(float64)
	n := int(length)
	if n < 0 || n > len(body) || !bytes.HasPrefix(body[n:], []byte("\nendstream\nendobj\n")) {
		return object{}, fmt.Errorf("the stream at %d has a wrong length", offset)
	}
	o.stream = body[:n:n]
	return o, nil
}

// object returns an object by its number.
func (f *File) object(number int) (object, error) {
	if o, ok := f.objects[number]; ok {
		return o, nil
	}
	if number < 0 || number >= len(f.places) {
		return object{}, fmt.Errorf("there is no object %d", number)
	}
	var o object
	var err error
	switch p := f.places[number]; p.kind {
	case 1:
		o, err = f.parse(p.a)
	case 2:
		o, err = f.packed(p.a, p.b)
	default:
		err = fmt.Errorf("object %d is free", number)
	}
	if err == nil {
		f.objects[number] = o
	}
	return o, err
}

// packed returns an object out of a stream of objects.
func (f *File) packed(stream, index int) (object, error) {
	p, err := f.pack(stream)
	if err != nil {
		return object{}, err
	}
	if index >= len(p.offsets)-1 || p.offsets[index] > p.offsets[index+1] || p.offsets[index+1] > len(p.data) {
		return object{}, fmt.Errorf("the stream %d has no object %d", stream, index)
	}
	raw := p.data[p.offsets[index]:p.offsets[index+1]]
	v, err := (&reader{in: raw}).value()
	return object{value: v, raw: raw}, err
}

func (f *File) pack(number int) (pack, error) {
	if p, ok := f.packs[number]; ok {
		return p, nil
	}
	if number >= len(f.places) || f.places[number].kind != 1 {
		return pack{}, fmt.Errorf("there is no stream %d", number)
	}
	o, err := f.object(number)
	if err != nil {
		return pack{}, err
	}
	data, err := inflate(o)
	if err != nil {
		return pack{}, err
	}
	d, _ := o.value.(dictionary)
	count, _ := d["N"].(float64)
	first, _ := d["First"].(float64)
	p := pack{data: data}
	r := &reader{in: data}
	for range int(count) {
		_, _ = r.value()
		at, _ := r.value()
		offset, ok := at.(float64)
		if !ok || offset < 0 {
			return pack{}, fmt.Errorf("the stream %d has too few objects", number)
		}
		p.offsets = append(p.offsets, int(first+offset))
	}
	p.offsets = append(p.offsets, len(data))
	f.packs[number] = p
	return p, nil
}

// resolve follows a reference.
func (f *File) resolve(v any) (object, error) {
	if r, ok := v.(reference); ok {
		return f.object(int(r))
	}
	return object{value: v}, nil
}

func (f *File) dictionary(v any) (dictionary, error) {
	o, err := f.resolve(v)
	if err != nil {
		return nil, err
	}
	d, ok := o.value.(dictionary)
	if !ok {
		return nil, fmt.Errorf("%v is no dictionary", v)
	}
	return d, nil
}

func inflate(o object) ([]byte, error) {
	d, _ := o.value.(dictionary)
	if o.stream == nil || d["Filter"] != name("FlateDecode") {
		return nil, errors.New("a stream is not deflated")
	}
	r, err := zlib.NewReader(bytes.NewReader(o.stream))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// Objects returns all objects but their streams, as they are written, a line
// each.
func (f *File) Objects() (string, error) {
	var out bytes.Buffer
	for i := range f.places {
		if !slices.Contains([]int{1, 2}, f.places[i].kind) {
			continue
		}
		o, err := f.object(i)
		if err != nil {
			return "", fmt.Errorf("read PDF: %w", err)
		}
		out.Write(bytes.TrimSpace(o.raw))
		out.WriteByte('\n')
	}
	return out.String(), nil
}
