package tomlfile

import (
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// joinTable takes over what BurntSushi's parser decoded. It reports whether
// both parsers saw the same tables, keys and kinds.
func joinTable(t *Table, decoded map[string]any) bool {
	if len(t.order) != len(decoded) {
		return false
	}
	for _, e := range t.order {
		d, ok := decoded[e.name]
		if !ok || !joinValue(e.value, d) {
			return false
		}
	}
	return true
}

func joinValue(v *value, decoded any) bool {
	switch d := decoded.(type) {
	case string:
		if v.kind == kindString && v.text.Value != strings.ReplaceAll(d, "\r\n", "\n") {
			// Escaped line endings differ only here; the place is the whole.
			var whole diag.TextBuilder
			whole.Atom(d, v.span.Start, v.span.End)
			v.text = whole.Text(v.span)
		}
		return v.kind == kindString
	case int64:
		v.int = d
		return v.kind == kindInt
	case bool:
		v.bool = d
		return v.kind == kindBool
	case float64:
		return v.kind == kindFloat
	case map[string]any:
		return v.kind == kindTable && joinTable(v.table, d)
	case []map[string]any:
		// Also what an array of inline tables decodes to.
		if v.kind != kindTables && v.kind != kindArray || len(d) != len(v.items) {
			return false
		}
		for i, item := range v.items {
			if !joinValue(item, d[i]) {
				return false
			}
		}
		return true
	case []any:
		if v.kind != kindArray || len(d) != len(v.items) {
			return false
		}
		for i, item := range v.items {
			if !joinValue(item, d[i]) {
				return false
			}
		}
		return true
	}
	return v.kind == kindDate || v.kind == kindTime
}
