package finish

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// An object is one object of the file. Those with a stream have its dictionary
// without the length.
type object struct {
	dict     string
	stream   []byte // nil where the object has none
	filtered bool   // the stream is encoded already
}

// parse returns the objects by number; number 0 is none.
func parse(in []byte) ([]object, error) {
	offsets, err := crossReferences(in)
	if err != nil {
		return nil, err
	}
	order := make([]int, 0, len(offsets))
	for i := 1; i < len(offsets); i++ {
		order = append(order, i)
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(offsets[a], offsets[b]) })
	objects := make([]object, len(offsets))
	_, tail, _ := cutLast(in, "\nxref\n")
	end := len(in) - len(tail) - len("xref\n")
	for k := len(order) - 1; k >= 0; k-- {
		i := order[k]
		if objects[i], err = parseObject(in[offsets[i]:end], i); err != nil {
			return nil, err
		}
		end = offsets[i]
	}
	return objects, nil
}

// crossReferences returns where the objects start.
func crossReferences(in []byte) ([]int, error) {
	_, tail, ok := cutLast(in, "startxref\n")
	if !ok {
		return nil, errors.New("there is no table of objects")
	}
	start, err := strconv.Atoi(string(bytes.TrimSpace(bytes.TrimSuffix(bytes.TrimSpace(tail), []byte("%%EOF")))))
	if err != nil || start < 0 || start >= len(in) || !bytes.HasPrefix(in[start:], []byte("xref\n0 ")) {
		return nil, errors.New("the table of objects is not where the file says")
	}
	rest := in[start+len("xref\n0 "):]
	line, rest, _ := bytes.Cut(rest, []byte("\n"))
	count, err := strconv.Atoi(string(line))
	const entry = 20
	if err != nil || count < 1 || len(rest) < entry*count {
		return nil, errors.New("the table of objects is too short")
	}
	offsets := make([]int, count)
	for i := 1; i < count; i++ {
		if offsets[i], err = strconv.Atoi(string(rest[entry*i : entry*i+10])); err != nil || offsets[i] >= start {
			return nil, fmt.Errorf("object %d has no place", i)
		}
	}
	return offsets, nil
}

func cutLast(in []byte, sep string) (before, after []byte, ok bool) {
	i := bytes.LastIndex(in, []byte(sep))
	if i < 0 {
		return in, nil, false
	}
	return in[:i], in[i+len(sep):], true
}

// parseObject reads one object from its first to its last byte. Neither end is
// searched for, since a title may hold any bytes.
func parseObject(in []byte, number int) (object, error) {
	body, ok := bytes.CutPrefix(in, []byte(strconv.Itoa(number)+" 0 obj\n"))
	if ok {
		body, ok = bytes.CutSuffix(body, []byte("\nendobj\n"))
	}
	if !ok {
		return object{}, fmt.Errorf("object %d is not at its place", number)
	}
	if !bytes.HasSuffix(body, []byte("\nendstream")) {
		return object{dict: string(body)}, nil
	}
	stream := bytes.Index(body, []byte("\nstream\n"))
	if stream < 0 {
		return object{}, fmt.Errorf("object %d has the end of a stream only", number)
	}
	dict := string(body[:stream])
	at := strings.LastIndex(dict, "/Length ")
	if at < 0 {
		return object{}, fmt.Errorf("the stream of object %d has no length", number)
	}
	digits := at + len("/Length ")
	stop := digits
	for stop < len(dict) && dict[stop] >= '0' && dict[stop] <= '9' {
		stop++
	}
	length, err := strconv.Atoi(dict[digits:stop])
	from := stream + len("\nstream\n")
	if err != nil || from+length > len(body) {
		return object{}, fmt.Errorf("the stream of object %d has a wrong length", number)
	}
	dict = dict[:at] + dict[stop:]
	return object{
		dict:     strings.TrimSuffix(strings.TrimSpace(dict), ">>"),
		stream:   body[from : from+length : from+length],
		filtered: strings.Contains(dict, "/Filter"),
	}, nil
}
