package requests

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socdraft/socdraft/content"
)

// Formats and proofs that many requests share.
const (
	exportFormat  = "Unedited CSV or XLSX export from the system of record"
	recordFormat  = "Native export or PDF of each record; screenshots show the whole window with address, date and time"
	settingFormat = "Configuration export or screenshot of the whole window with address, date and time"
	filedFormat   = "PDF or native file"

	runProof = "Name of the query or report and its parameters; time stamp of the run; role of the person who ran it; " +
		"row count; screenshot of the query with its row count"
)

// named returns the control as a sentence names it: "AC-02 (Access review)".
func named(c *content.Control) string {
	if c.Title.Value == "" {
		return c.ID.Value
	}
	return c.ID.Value + " (" + c.Title.Value + ")"
}

// evidence returns what the control leaves behind, as its author named it.
func evidence(c *content.Control) string {
	var words []string
	for _, item := range c.Evidence {
		if item.Value != "" {
			words = append(words, item.Value)
		}
	}
	if len(words) == 0 {
		return "the record that shows what was done, when, and by which role"
	}
	return strings.Join(words, "; ")
}

// traces returns the evidence of single occurrences: for an automated control
// without its settings, which are asked for by themselves.
func traces(c *content.Control) string {
	var words []string
	for _, item := range c.Evidence {
		text := strings.ToLower(item.Value)
		if item.Value != "" && !strings.Contains(text, "setting") && !strings.Contains(text, "configuration") {
			words = append(words, item.Value)
		}
	}
	if len(words) == 0 || content.Nature(c.Nature.Value) != content.Automated {
		return evidence(c)
	}
	return strings.Join(words, "; ")
}

// sentence returns the text with a capital at its start and a stop at its end.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(first)) + text[size:]
	if !strings.HasSuffix(text, ".") {
		text += "."
	}
	return text
}

// article returns the words with the indefinite article before them.
func article(words string) string {
	if words != "" && strings.ContainsRune("aeioAEIO", rune(words[0])) {
		return "an " + words
	}
	return "a " + words
}

// inner returns a title as it reads inside a sentence: its first letter small,
// unless the word is an abbreviation.
func inner(title string) string {
	if title == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(title)
	second, _ := utf8.DecodeRuneInString(title[size:])
	if unicode.IsLower(second) {
		return string(unicode.ToLower(first)) + title[size:]
	}
	return title
}

// systems returns the names of the infrastructure and software the control
// cites, in authored order.
func (b *builder) systems(c *content.Control) []*content.Component {
	var found []*content.Component
	for _, id := range c.Systems {
		component := b.e.Component(id.Value)
		if component != nil && (component.Kind == "infrastructure" || component.Kind == "software") {
			found = append(found, component)
		}
	}
	return found
}

// values returns the texts' values.
func values(texts []content.Text) []string {
	var all []string
	for _, t := range texts {
		all = append(all, t.Value)
	}
	return all
}

func names(components []*content.Component) string {
	var words []string
	for _, c := range components {
		words = append(words, c.Name.Value)
	}
	return strings.Join(words, "; ")
}

// reliance returns the proof asked for the reports a control itself relies on,
// or "".
func reliance(c *content.Control) string {
	var words []string
	for _, r := range c.UsesReports {
		words = append(words, r.Value)
	}
	if len(words) == 0 {
		return ""
	}
	return c.ID.Value + " relies on " + content.Join(words) + ": each one as used, with query or report name, parameters, " +
		"time stamp, role of the person who ran it, row count, and how completeness and accuracy were checked"
}

// addProof appends a proof to the request's, each once.
func (d *draft) addProof(proof string) {
	if proof == "" || strings.Contains(d.IPE, proof) {
		return
	}
	if d.IPE != "" {
		d.IPE += "\n"
	}
	d.IPE += proof
}

// addTail appends a closing paragraph, each once.
func (d *draft) addTail(text string) {
	if !slices.Contains(d.tail, text) {
		d.tail = append(d.tail, text)
	}
}
