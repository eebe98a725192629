package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/socdraft/socdraft/content/returned"
	"github.com/socdraft/socdraft/render"
)

const relationHead = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`

// smallBook is a workbook as another program might write it.
func smallBook() map[string]string {
	return map[string]string{
		"[Content_Types].xml": `<Types><Override PartName="/xl/workbook.xml" ContentType="x.sheet.main+xml"/></Types>`,
		"_rels/.rels": relationHead + `<Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/>
			<Relationship Id="r2" Type="http://x/custom-properties" Target="/docProps/custom.xml"/></Relationships>`,
		"docProps/custom.xml": `<Properties><property name="socdraft-round"><vt:lpwstr>3</vt:lpwstr></property></Properties>`,
		"xl/workbook.xml": `<workbook xmlns:r="x"><sheets><sheet name="Requests" sheetId="9" r:id="s1"/>
			<sheet name="Secret" sheetId="2" state="veryHidden" r:id="s2"/><sheet name="Chart" r:id="s3"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relationHead + `<Relationship Id="s1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
			<Relationship Id="s2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="s3" Type="x/chartsheet" Target="c.xml"/>
			<Relationship Id="t" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="u" Type="x/styles" Target="styles.xml"/></Relationships>`,
		"xl/sharedStrings.xml": `<sst><si><t>Request ID</t></si><si><r><rPr><b/></rPr><t>rich</t></r><r><t xml:space="preserve"> text</t></r><rPh><t>no</t></rPh></si>
			<si><t>a_x000D_` + "\n" + `b_x005F_x0041_ _xD83D__xDE00_</t></si><si><t>=1+1</t></si></sst>`,
		"xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-409]d\-mmm"/><numFmt numFmtId="171" formatCode="&quot;day&quot; 0"/></numFmts>
			<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml": `<worksheet xmlns:r="x"><dimension ref="A1:XFD1048576"/><cols><col min="2" max="3" hidden="1"/></cols><sheetData>
			<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"/></row>
			<row hidden="true"><c t="s"><v>1</v></c><c t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>
			<row r="5"><c r="A5" s="1"><v>46203</v></c><c r="B5" s="2"><v>46203.75</v></c><c r="C5" s="3"><v>46203</v></c><c r="D5"><v>1.50</v></c>
			<c r="F5" t="str"><f>A1&amp;"x"</f><v>Request IDx</v></c><c r="G5"><f>1/</f></c><c r="H5" t="d"><v>2026-06-30T00:00:00</v></c></row>
			<row r="1048576"><c r="XFD1048576" t="s"><v>2</v></c></row><row r="6"><c r="A6" t="s"><v>3</v></c></row></sheetData>
			<autoFilter ref="A1:B2"><filterColumn colId="0"/></autoFilter><mergeCells><mergeCell ref="A5:B6"/></mergeCells>
			<hyperlinks><hyperlink ref="A1" r:id="l1"/><hyperlink ref="D5" location="Controls!A1"/></hyperlinks></worksheet>`,
		"xl/worksheets/_rels/sheet1.xml.rels": relationHead + `<Relationship Id="l1" Type="x/hyperlink" Target="file://host/share" TargetMode="External"/>
			<Relationship Id="c1" Type="x/comments" Target="../comments1.xml"/><Relationship Id="c2" Type="x/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
		"xl/comments1.xml": `<comments><authors><author>Ada Lovelace</author><author>tc={1}</author></authors><commentList>
			<comment ref="A2" authorId="0"><text><r><t>Ada Lovelace:</t></r><r><t>` + "\n" + `wrong period</t></r></text></comment>
			<comment ref="D5" authorId="1"><text><t>[Threaded comment] Comment: kept in the thread</t></text></comment>
			<comment ref="A6" authorId="1"><text><t>[Threaded comment]` + "\n\nYour version…\n\nComment:\n    first\nReply:\n    second" + `</t></text></comment>
			</commentList></comments>`,
		"xl/threadedComments/threadedComment1.xml": `<ThreadedComments><threadedComment ref="D5" dT="2026-06-30T23:11:12.34" personId="{p}" id="{1}" done="1">
			<text>@Ada Lovelace please 😀 ask @Bob</text><mentions><mention mentionpersonId="{p}" mentionId="{m}" startIndex="0" length="13"/>
			<mention startIndex="28" length="4"/></mentions></threadedComment>
			<threadedComment ref="E5" id="{2}"><text>other</text></threadedComment>
			<threadedComment ref="D5" dT="2026-07-01T00:00:00" id="{3}" parentId="{1}"><text>done</text></threadedComment></ThreadedComments>`,
		"xl/persons/person.xml":    `<personList><person displayName="Ada Lovelace" id="{p}"/></personList>`,
		"xl/worksheets/sheet2.xml": `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>hidden</t></is></c></row></sheetData></worksheet>`,
	}
}

// packParts makes the zip file of the parts.
func packParts(parts map[string]string) []byte {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		f, _ := w.Create(name) // a buffer takes everything
		_, _ = io.WriteString(f, parts[name])
	}
	_ = w.Close()
	return buf.Bytes()
}

// show returns a workbook that was read as tests compare it.
func show(book *returned.Book) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(book.Properties)) {
		fmt.Fprintf(&b, "%s = %q\n", name, book.Properties[name])
	}
	for _, s := range book.Sheets {
		fmt.Fprintf(&b, "sheet %q hidden %v filtered %v columns %v merged %v\n", s.Name, s.Hidden, s.Filtered, s.HiddenColumns, s.Merged)
		for _, row := range s.Rows {
			for _, c := range row.Cells {
				fmt.Fprintf(&b, "%s %d %q", name(c.Column, row.Number), c.Kind, c.Text)
				if row.Hidden {
					b.WriteString(" hidden")
				}
				if c.Formula {
					b.WriteString(" formula")
				}
				if c.Link != "" {
					b.WriteString(" to " + c.Link)
				}
				b.WriteString("\n")
			}
		}
		for _, n := range s.Notes {
			fmt.Fprintf(&b, "note %s %q %s reply %v resolved %v\n", name(n.Column, n.Row), n.Text, n.On.Format("2006-01-02"), n.Reply, n.Resolved)
		}
	}
	return b.String()
}

func TestReadTakesWhatIsThere(t *testing.T) {
	book, err := Read(packParts(smallBook()), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := `socdraft-round = "3"
sheet "Requests" hidden false filtered true columns [2 3] merged [{5 1 6 2}]
A1 0 "Request ID" to file://host/share
A2 0 "rich text" hidden
B2 0 "inline" hidden
C2 3 "TRUE" hidden
D2 4 "#REF!" hidden
A5 2 "2026-06-30"
B5 2 "2026-06-30"
C5 1 "46203"
D5 1 "1.5" to #Controls!A1
F5 0 "Request IDx" formula
G5 0 "" formula
H5 2 "2026-06-30"
A6 0 "=1+1"
XFD1048576 0 "a\nb_x0041_ 😀"
note D5 "@somebody please 😀 ask @somebody" 2026-06-30 reply false resolved true
note D5 "done" 2026-07-01 reply true resolved false
note E5 "other" 0001-01-01 reply false resolved false
note A2 "wrong period" 0001-01-01 reply false resolved false
note A6 "first" 0001-01-01 reply false resolved false
note A6 "second" 0001-01-01 reply true resolved false
sheet "Secret" hidden true filtered false columns [] merged []
A1 0 "hidden"
sheet "Chart" hidden false filtered false columns [] merged []
`
	if got := show(book); got != want {
		t.Errorf("read\n%s\nwant\n%s", got, want)
	}
	if book.Sheet("Secret") != book.Sheets[1] || book.Sheet("Absent") != nil {
		t.Error("sheets are not found by name")
	}
}

func TestReadLeavesSheetsOut(t *testing.T) {
	parts := smallBook()
	parts["xl/worksheets/sheet2.xml"] = "not XML"
	book, err := Read(packParts(parts), func(sheet string) bool { return sheet == "Secret" })
	if err != nil || len(book.Sheets) != 3 || book.Sheets[1].Rows != nil {
		t.Errorf("%v, %+v", err, book)
	}
}

func TestReadCountsDaysFrom1904(t *testing.T) {
	parts := smallBook()
	parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	book, err := Read(packParts(parts), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := book.Sheet("Requests").Rows[2].Cell(1).Text; got != "2030-07-01" {
		t.Errorf("A5 is %s", got)
	}
}

// TestReadGivesBackWhatWasWritten also holds for texts that look like formulas
// or escapes.
func TestReadGivesBackWhatWasWritten(t *testing.T) {
	wb := sample()
	texts := []string{"=1+1", "+1", "-1", "@SUM(1)", "\tx", "_x000D_", " spaces ", "line\nline", "＝1", "0012", "1e5", "TRUE", "🔑", "a\u00a0b"}
	for i, text := range texts {
		wb.Sheets[1].Rows = append(wb.Sheets[1].Rows, render.SheetRow{Cells: []render.SheetCell{{Text: fmt.Sprint("R-", i)}, {Text: text}}})
	}
	data, err := Write(wb, render.DefaultTheme())
	if err != nil {
		t.Fatal(err)
	}
	book, err := Read(data, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheet("Requests")
	if due := s.Rows[3].Cell(5); due.Kind != returned.Date || due.Text != "2026-08-14" {
		t.Errorf("the due date came back as %+v", due)
	}
	for i, text := range texts {
		if c := s.Rows[5+i].Cell(2); c.Text != text || c.Formula || c.Kind != returned.Text {
			t.Errorf("%q came back as %+v", text, c)
		}
	}
}

func TestReadRefusesWhatIsNoWorkbook(t *testing.T) {
	with := func(change func(map[string]string)) []byte {
		parts := smallBook()
		change(parts)
		return packParts(parts)
	}
	add := func(name, text string) []byte { return with(func(p map[string]string) { p[name] = text }) }
	whole := packParts(smallBook())
	secret := excelize.NewFile()
	var locked bytes.Buffer
	if err := secret.Write(&locked, excelize.Options{Password: "x"}); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "it is empty; ask for it again"},
		{"CSV", []byte("Request ID,Title\n"), "it is not a workbook, whatever its name; save the list as .xlsx"},
		{"xls", append(bytes.Clone(compoundFile), make([]byte, 600)...), "it is a workbook of the old format (.xls), whatever its name; save it as .xlsx"},
		{"password", locked.Bytes(), "it is protected by a password; save it without one"},
		{"truncated", whole[:len(whole)/2], "it is cut off or damaged; ask for it again"},
		{"macros", add("xl/vbaProject.bin", ""), "it can hold macros (.xlsm), which are not read; save it as .xlsx"},
		{"macros by type", add("[Content_Types].xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "it can hold macros (.xlsm), which are not read; save it as .xlsx"},
		{"xlsb", add("xl/workbook.bin", ""), "it is a binary workbook (.xlsb); save it as .xlsx"},
		{"ods", packParts(map[string]string{"mimetype": "x", "content.xml": "x"}), "it is an OpenDocument file (.ods), whatever its name; save it as .xlsx"},
		{"docx", add("word/document.xml", ""), "it is not a workbook, whatever its name; save the list as .xlsx"},
		{"no main part", with(func(p map[string]string) { delete(p, "xl/workbook.xml") }), "it is not a workbook, whatever its name; save the list as .xlsx"},
		{"zip of something else", packParts(map[string]string{"a.txt": "a"}), "it is not a workbook, whatever its name; save the list as .xlsx"},
		{"path upwards", add("xl/../../x", ""), `it holds a file named "xl/../../x", which no workbook has`},
		{"backslash", add(`xl\x`, ""), `it holds a file named "xl\\x", which no workbook has`},
		{"absolute path", add("/etc/x", ""), `it holds a file named "/etc/x", which no workbook has`},
		{"the same name", add("XL/workbook.xml", ""), `it holds two files named "xl/workbook.xml"`},
		{"bomb", add("xl/media/x", strings.Repeat("0", 5<<20)), `its part "xl/media/x" unpacks to more than 200 times its size`},
		{"large part", add("xl/media/x", strings.Repeat("0", maxPart+1)), `its part "xl/media/x" unpacks to more than the 67108864 bytes that are read`},
		{"entities", add("xl/sharedStrings.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>`),
			`its part "xl/sharedStrings.xml" declares a document type, which no workbook does`},
		{"an entity", add("xl/sharedStrings.xml", `<sst><si><t>&a;</t></si></sst>`),
			`its part "xl/sharedStrings.xml" is damaged: XML syntax error on line 1: invalid character entity &a;; ask for it again`},
		{"depth", add("xl/sharedStrings.xml", strings.Repeat("<a>", 1000)), `its part "xl/sharedStrings.xml" nests more than 64 levels deep`},
		{"a tag", add("xl/sharedStrings.xml", "<a "+strings.Repeat(`b=">" `, 300_000)), errTooMuch.Error()},
		{"a text that is not there", add("xl/worksheets/sheet1.xml", `<sheetData><row><c r="A1" t="s"><v>99</v></c></row></sheetData>`),
			`sheet "Requests": cell A1 names a text that is not there`},
		{"a row below all", add("xl/worksheets/sheet1.xml", `<sheetData><row r="1048577"/></sheetData>`), `sheet "Requests": row 1048577 is not in any sheet`},
		{"many sheets", add("xl/workbook.xml", "<sheets>"+strings.Repeat("<sheet/>", maxSheets+1)+"</sheets>"), "it holds more than the 1000 sheets that are read"},
	} {
		book, err := Read(test.data, nil)
		if err == nil || err.Error() != test.want || book != nil {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
}

// TestReadRefusesFilesOverOneAnother: two entries of the directory name the
// same packed bytes.
func TestReadRefusesFilesOverOneAnother(t *testing.T) {
	data := packParts(smallBook())
	first := bytes.LastIndex(data, []byte("PK\x01\x02"))
	before := bytes.LastIndex(data[:first], []byte("PK\x01\x02"))
	copy(data[first+42:first+46], data[before+42:before+46]) // where the packed bytes begin
	copy(data[first+20:first+28], data[before+20:before+28]) // how many there are
	if _, err := Read(data, nil); err == nil || err.Error() != "its files lie over one another, which no program writes" {
		t.Error(err)
	}
}

// TestReadCountsWhatItUnpacks: the directory says a part is small.
func TestReadCountsWhatItUnpacks(t *testing.T) {
	c := &counted{ReadCloser: io.NopCloser(strings.NewReader(strings.Repeat("x", 100))), archive: &archive{left: 1 << 20}, left: 99}
	if _, err := io.ReadAll(c); err != errTooMuch {
		t.Error(err)
	}
	c = &counted{ReadCloser: io.NopCloser(strings.NewReader(strings.Repeat("x", 100))), archive: &archive{left: 99}, left: 1 << 20}
	if _, err := io.ReadAll(c); err != errTooMuch {
		t.Error(err)
	}
}

func TestDateFormats(t *testing.T) {
	for code, want := range map[string]bool{
		"yyyy-mm-dd": true, "D/M/YY": true, "[$-409]mmmm d": true, "General": false, "0.00": false, `"dy"0`: false,
		`\d0`: false, "[Red]0": false, "hh:mm": false, "_d0": false,
	} {
		if got := showsDate(code); got != want {
			t.Errorf("%s: %v", code, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("xl/worksheets/sheet1.xml", smallBook()["xl/worksheets/sheet1.xml"])
	for name, text := range smallBook() {
		f.Add(name, text)
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		parts := smallBook()
		parts[name] = text
		book, err := Read(packParts(parts), nil)
		if (book == nil) == (err == nil) {
			t.Fatalf("%v, %v", book, err)
		}
		if book == nil {
			return
		}
		for _, s := range book.Sheets {
			for _, row := range s.Rows {
				for _, c := range row.Cells {
					if row.Number < 1 || row.Number > maxRows || c.Column < 1 || c.Column > maxColumns {
						t.Fatalf("a cell in row %d, column %d", row.Number, c.Column)
					}
				}
			}
		}
	})
}
