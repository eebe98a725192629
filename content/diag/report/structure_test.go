package report

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// A tree is parsed JSON, walked by keys and indexes.
type tree struct {
	t     *testing.T
	path  string
	value any
}

func parsed(t *testing.T, text string) tree {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var value any
	if err := dec.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return tree{t, "$", value}
}

func (x tree) get(key string) tree {
	object, _ := x.value.(map[string]any)
	value, ok := object[key]
	if !ok {
		x.t.Errorf("%s has no %q", x.path, key)
	}
	return tree{x.t, x.path + "." + key, value}
}

func (x tree) has(key string) bool {
	object, _ := x.value.(map[string]any)
	return object[key] != nil
}

// only fails for keys besides the named ones.
func (x tree) only(keys ...string) {
	object, _ := x.value.(map[string]any)
	for key := range object {
		if !strings.Contains(" "+strings.Join(keys, " ")+" ", " "+key+" ") {
			x.t.Errorf("%s has the unknown key %q", x.path, key)
		}
	}
}

func (x tree) each(visit func(tree)) {
	array, ok := x.value.([]any)
	if !ok {
		x.t.Errorf("%s is no array: %v", x.path, x.value)
	}
	for i, value := range array {
		visit(tree{x.t, x.path + "[" + string(rune('0'+i%10)) + "]", value})
	}
}

func (x tree) text(pattern string) string {
	text, ok := x.value.(string)
	if !ok || !regexp.MustCompile(`(?s)^(?:`+pattern+`)$`).MatchString(text) {
		x.t.Errorf("%s is %v, want %s", x.path, x.value, pattern)
	}
	return text
}

// number returns a whole number from 1, or another least.
func (x tree) number(least int64) int64 {
	n, _ := x.value.(json.Number)
	i, err := n.Int64()
	if err != nil || i < least {
		x.t.Errorf("%s is %v, want a number from %d", x.path, x.value, least)
	}
	return i
}

func TestGitLabHasWhatTheWidgetNeeds(t *testing.T) {
	seen := map[string]bool{}
	parsed(t, printed(t, "gitlab", nastyOptions, nasty()...)).each(func(f tree) {
		f.only("description", "check_name", "fingerprint", "severity", "location")
		name := f.get("check_name").text(`[a-z-]+`)
		f.get("description").text(regexp.QuoteMeta(name) + `: .+`)
		f.get("severity").text("info|minor|major|critical|blocker")
		f.get("location").get("path").text(`[^/.].*`)
		f.get("location").get("lines").get("begin").number(1)
		fingerprint := f.get("fingerprint").text(`[0-9a-f]{32}`)
		if seen[fingerprint] {
			t.Errorf("two findings have the fingerprint %s", fingerprint)
		}
		seen[fingerprint] = true
	})
}

func TestRDJSONIsADiagnosticResult(t *testing.T) {
	location := func(l tree) {
		l.only("path", "range")
		l.get("path").text(`[^/.].*`)
		if !l.has("range") {
			return
		}
		from, to := l.get("range").get("start"), l.get("range").get("end")
		if a, b := from.get("line").number(1), to.get("line").number(1); a > b || a == b && from.get("column").number(1) > to.get("column").number(1) {
			t.Errorf("%s ends before it starts", l.path)
		}
	}
	result := parsed(t, printed(t, "rdjson", nastyOptions, nasty()...))
	result.only("source", "diagnostics", "severity")
	result.get("source").get("name").text("socdraft")
	result.get("diagnostics").each(func(d tree) {
		d.only("message", "location", "severity", "code", "related_locations")
		d.get("message").text(".+")
		d.get("severity").text("ERROR|WARNING|INFO")
		d.get("code").get("value").text(`[a-z-]+`)
		location(d.get("location"))
		if d.has("related_locations") {
			d.get("related_locations").each(func(r tree) {
				r.get("message").text(".+")
				location(r.get("location"))
			})
		}
	})
}

func TestSARIFHasWhatCodeScanningNeeds(t *testing.T) {
	log := parsed(t, printed(t, "sarif", nastyOptions, nasty()...))
	log.get("$schema").text("https://.*sarif-2.1.0.json")
	log.get("version").text(`2\.1\.0`)
	log.get("runs").each(func(run tree) {
		run.get("automationDetails").get("id").text("socdraft/working/.*/")
		run.get("columnKind").text("unicodeCodePoints")
		var rules []string
		run.get("tool").get("driver").get("rules").each(func(r tree) {
			rules = append(rules, r.get("id").text(`[a-z-]+`))
			r.get("shortDescription").get("text").text(".+")
			r.get("help").get("text").text(".+")
			r.get("helpUri").text("https://.+")
		})
		run.get("results").each(func(r tree) {
			r.get("level").text("error|warning|note")
			r.get("message").get("text").text(".+")
			r.get("partialFingerprints").get("primaryLocationLineHash").text("[0-9a-f]+")
			if i := r.get("ruleIndex").number(0); rules[i] != r.get("ruleId").text(".+") {
				t.Errorf("%s: rule %d is %s", r.path, i, rules[i])
			}
			r.get("locations").each(sarifPlace)
			if r.has("relatedLocations") {
				r.get("relatedLocations").each(sarifPlace)
			}
		})
	})
}

func sarifPlace(l tree) {
	uri, err := url.Parse(l.get("physicalLocation").get("artifactLocation").get("uri").text(`[\x21-\x7e]+`))
	if err != nil || uri.IsAbs() || strings.HasPrefix(uri.Path, "/") || !strings.HasPrefix(uri.Path, "soc 2/") {
		l.t.Errorf("%s: the address is %v, %v", l.path, uri, err)
	}
	region := l.get("physicalLocation").get("region")
	a, b := region.get("startLine").number(1), region.get("endLine").number(1)
	if a > b || a == b && region.get("startColumn").number(1) > region.get("endColumn").number(1) {
		l.t.Errorf("%s ends before it starts", l.path)
	}
}

// TestSARIFOfNothingHasResults holds that an empty run is no missing one.
func TestSARIFOfNothingHasResults(t *testing.T) {
	if got := printed(t, "sarif", Options{}); !strings.Contains(got, `"results": []`) || !strings.Contains(got, `"rules": []`) {
		t.Errorf("got %s", got)
	}
}

func TestJSONLIsAnObjectALine(t *testing.T) {
	text := printed(t, "jsonl", nastyOptions, nasty()...)
	for _, line := range strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n") {
		parsed(t, line).get("rule").text(`[a-z-]+`)
	}
}

// TestXMLCountsWhatItHolds reads both XML formats with a strict parser.
func TestXMLCountsWhatItHolds(t *testing.T) {
	for name, want := range map[string]map[string]int{
		"junit":      {"testsuites": 1, "testsuite": 3, "testcase": 4, "failure": 1, "system-out": 2},
		"checkstyle": {"checkstyle": 1, "file": 3, "error": 5},
	} {
		got := map[string]int{}
		dec := xml.NewDecoder(strings.NewReader(printed(t, name, nastyOptions, nasty()...)))
		for {
			token, err := dec.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if start, ok := token.(xml.StartElement); ok {
				got[start.Name.Local]++
			}
		}
		for element, n := range want {
			if got[element] != n {
				t.Errorf("%s has %d of %s, want %d", name, got[element], element, n)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s has the elements %v", name, got)
		}
	}
}

// TestJUnitFailsFromTheLevelThatFailsTheCheck holds that both say the same.
func TestJUnitFailsFromTheLevelThatFailsTheCheck(t *testing.T) {
	for want, opts := range map[string]Options{
		`tests="3" failures="1"`: {},
		`tests="3" failures="2"`: {FailOn: warned.Working},
		`tests="3" failures="3"`: {FailOn: informed.Working},
		`tests="3" failures="0"`: {FailOn: rule.Working + 1},
	} {
		if got := printed(t, "junit", opts, nasty()...); !strings.Contains(got, want) {
			t.Errorf("failing from %d: no %q in\n%s", opts.FailOn, want, got)
		}
	}
}

// TestAnnotationsAreOneCommandALine reads commands as the runner does.
func TestAnnotationsAreOneCommandALine(t *testing.T) {
	command := regexp.MustCompile(`^::(error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[a-z-]+::[^\r\n]+$`)
	for _, line := range strings.Split(strings.TrimSuffix(printed(t, "github", nastyOptions, nasty()...), "\n"), "\n") {
		if !command.MatchString(line) {
			t.Errorf("not one command: %q", line)
		}
	}
}

// TestAMarkdownRowIsThreeCells counts the pipes of each row.
func TestAMarkdownRowIsThreeCells(t *testing.T) {
	rows := strings.Split(printed(t, "markdown", nastyOptions, nasty()...), "\n")[2:]
	for _, row := range rows[:len(rows)-1] {
		if strings.Count(row, "|") != 4 || strings.ContainsAny(strings.ReplaceAll(row, "<br>", ""), "<>") || strings.Contains(row, "@o") {
			t.Errorf("a row is %q", row)
		}
	}
}
