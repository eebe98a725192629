package finish

import (
	"crypto/md5"
	"fmt"
	"slices"
	"strings"
)

// An Attachment is a file inside the file, which belongs to the whole document.
type Attachment struct {
	Name  string // file name, in ASCII
	Type  string // "application/json"
	About string // what it is, for a reader
	Data  []byte
}

// attach writes the attachments and returns what the catalog says of them: that
// they belong to the document, and their names.
func (t *tagger) attach() (associated, names string) {
	if len(t.Attached) == 0 {
		return "", ""
	}
	files := slices.Clone(t.Attached)
	slices.SortFunc(files, func(a, b Attachment) int { return strings.Compare(a.Name, b.Name) })
	var list, tree []byte
	for i := range files {
		number := len(t.objects) + 1 // behind the file itself
		t.objects = append(t.objects, files[i].stream(t.Date), files[i].specification(number-1))
		list = append(reference(list, number), ' ')
		tree = append(reference(literal(tree, files[i].Name), number), ' ')
	}
	return fmt.Sprintf("/AF[%s]", list), fmt.Sprintf("/EmbeddedFiles<</Names[%s]>>", tree)
}

// stream is the file itself. Its sum is the one that the standard names; it
// protects from nothing but damage.
func (a *Attachment) stream(date string) object {
	stamp := strings.NewReplacer("-", "", ":", "", "T", "").Replace(date)
	return object{
		dict: fmt.Sprintf("<</Type/EmbeddedFile/Subtype/%s/Params<</Size %d/ModDate(D:%s)/CheckSum<%X>>>",
			strings.ReplaceAll(a.Type, "/", "#2F"), len(a.Data), stamp, md5.Sum(a.Data)),
		stream: a.Data,
	}
}

// specification says what the file is to the document: the data behind its
// pages, and no other form of them, since prose and figures are not in it.
func (a *Attachment) specification(file int) object {
	b := literal([]byte("<</Type/Filespec/AFRelationship/Data/F"), a.Name)
	b = text(append(b, "/UF"...), a.Name)
	b = text(append(b, "/Desc"...), a.About)
	b = reference(append(b, "/EF<</F "...), file)
	b = reference(append(b, "/UF "...), file)
	return object{dict: string(append(b, ">>>>"...))}
}
