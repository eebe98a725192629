package finish

import (
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// metadata returns what the file says of itself, as XMP. It agrees with the
// library's own dictionary.
func (t *Tags) metadata() []byte {
	var title strings.Builder
	_ = xml.EscapeText(&title, []byte(t.Title)) // a builder takes everything
	return []byte(`<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"` +
		claims + `>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + title.String() + `</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>` + t.Date + `</xmp:CreateDate>
<xmp:ModifyDate>` + t.Date + `</xmp:ModifyDate>
<pdf:Producer>socdraft</pdf:Producer>
</rdf:Description>
` + uaSchema + `
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`)
}

// claims is which standards the file says it keeps. The reference validator has
// found nothing against them in any example; what it has not passed is not
// claimed.
const claims = ` xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfaid:part="3" pdfaid:conformance="A" pdfuaid:part="1"`

// uaSchema describes the property of one standard that the other does not know.
const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`

var libraryDate = regexp.MustCompile(`/(CreationDate|ModDate) \((D:\d{14})\)`)

// settleDates adds the zone that the library leaves open.
func settleDates(objects []object) error {
	for i := range objects {
		if d := objects[i].dict; strings.HasPrefix(d, "<<\n/Producer ") {
			objects[i].dict = libraryDate.ReplaceAllString(d, "/$1 (${2}Z)")
			return nil
		}
	}
	return errors.New("there is no information about the file")
}

// pageLabels returns the numbers that the pages bear, so that a viewer shows
// those that are printed.
func (t *Tags) pageLabels() string {
	if t.Front == 0 {
		return "0<</S/D>>"
	}
	return fmt.Sprintf("0<</S/r>>%d<</S/D>>", t.Front)
}

// tag adds all that the library does not write.
func tag(objects []object, tags *Tags) ([]object, error) {
	t := &tagger{Tags: tags, objects: objects}
	if err := t.findPages(); err != nil {
		return nil, err
	}
	t.b = make([]byte, 0, 128*len(tags.Tree.Elements)+64*len(tags.Places)) // about what is written
	t.ends = make([]int, 0, 2*len(tags.Tree.Elements))
	t.collect()
	if err := t.annotate(); err != nil {
		return nil, err
	}
	root := t.elements()
	names := t.names()
	t.flush()
	t.objects = append(t.objects, object{dict: "<</Type/Metadata/Subtype/XML", stream: t.metadata(), filtered: true},
		object{dict: "<</N 3", stream: profile()})
	meta := len(t.objects) - 2
	associated, attached := t.attach()
	err := settleCatalog(t.objects, fmt.Sprintf("/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R/Names<</Dests %d 0 R%s>>%s/Metadata %d 0 R\n"+
		"/PageLabels<</Nums[%s]>>\n"+
		"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %d 0 R>>]",
		root, names, attached, associated, meta, tags.pageLabels(), meta+1))
	return t.objects, err
}
