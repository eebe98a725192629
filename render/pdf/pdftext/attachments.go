package pdftext

import (
	"errors"
	"fmt"
)

// An Attachment is a file inside the file, and what is said of it.
type Attachment struct {
	Name, About, Relation, Type string
	Size                        int
	Modified                    string
	Sum                         []byte // MD5
	Data                        []byte
}

// Attachments returns the attached files by name. Each must belong to the
// document, too.
func (f *File) Attachments() ([]Attachment, error) {
	catalog, err := f.dictionary(f.root)
	if err != nil {
		return nil, fmt.Errorf("read PDF: %w", err)
	}
	names, _ := catalog["Names"].(dictionary)
	tree, _ := names["EmbeddedFiles"].(dictionary)
	list, _ := tree["Names"].([]any)
	associated, _ := catalog["AF"].([]any)
	if len(list) != 2*len(associated) {
		return nil, fmt.Errorf("read PDF: %d files have names and %d belong to the document", len(list)/2, len(associated))
	}
	var all []Attachment
	for i := 0; i+1 < len(list); i += 2 {
		a, err := f.attachment(list[i+1])
		if err != nil {
			return nil, fmt.Errorf("read PDF: %w", err)
		}
		if key := words(list[i]); key != a.Name || associated[i/2] != list[i+1] {
			return nil, fmt.Errorf("read PDF: the file %q has the name %q", a.Name, key)
		}
		all = append(all, a)
	}
	return all, nil
}

func (f *File) attachment(v any) (Attachment, error) {
	spec, err := f.dictionary(v)
	if err != nil {
		return Attachment{}, err
	}
	relation, _ := spec["AFRelationship"].(name)
	a := Attachment{Name: words(spec["UF"]), About: words(spec["Desc"]), Relation: string(relation)}
	if words(spec["F"]) != a.Name {
		return a, fmt.Errorf("the file %q has two names", a.Name)
	}
	places, _ := spec["EF"].(dictionary)
	o, err := f.resolve(places["F"])
	if err != nil {
		return a, err
	}
	if a.Data, err = inflate(o); err != nil {
		return a, err
	}
	dict, ok := o.value.(dictionary)
	params, _ := dict["Params"].(dictionary)
	if !ok || params == nil {
		return a, errors.New("an attached file says nothing of itself")
	}
	kind, _ := dict["Subtype"].(name)
	size, _ := params["Size"].(float64)
	sum, _ := params["CheckSum"].(text)
	a.Type, a.Size, a.Modified, a.Sum = string(kind), int(size), words(params["ModDate"]), sum
	return a, nil
}
