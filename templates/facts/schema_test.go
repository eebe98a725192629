package facts_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/socdraft/socdraft/templates/facts"
)

// A schema is as much of a JSON Schema as ours uses; a keyword it does not
// know fails.
type schema struct {
	Dialect     string             `json:"$schema"`
	ID          string             `json:"$id"`
	Title       string             `json:"title"`
	Description string             `json:"description"`
	Ref         string             `json:"$ref"`
	Type        string             `json:"type"`
	Const       any                `json:"const"`
	Enum        []any              `json:"enum"`
	Format      string             `json:"format"`
	Pattern     string             `json:"pattern"`
	Minimum     *float64           `json:"minimum"`
	Properties  map[string]*schema `json:"properties"`
	Required    []string           `json:"required"`
	Items       *schema            `json:"items"`
	Defs        map[string]*schema `json:"$defs"`
}

func readSchema(t *testing.T) *schema {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(string(facts.Schema)))
	dec.DisallowUnknownFields()
	s := &schema{}
	if err := dec.Decode(s); err != nil {
		t.Fatal(err)
	}
	return s
}

// A leaf is a value that is no list or object, and what the schema says of it.
type leaf struct {
	at    string
	value any
	is    *schema
}

// A validator holds a value against the schema and collects its leaves. Members
// that the schema does not describe are faults, which readers must not see so.
type validator struct {
	root   *schema
	faults []string
	leaves []leaf
}

func (v *validator) fault(at, format string, args ...any) {
	v.faults = append(v.faults, at+": "+fmt.Sprintf(format, args...))
}

func (v *validator) check(at string, value any, s *schema) {
	if name, ok := strings.CutPrefix(s.Ref, "#/$defs/"); ok {
		s = v.root.Defs[name]
	}
	if s.Const != nil && value != s.Const {
		v.fault(at, "%v is not %v", value, s.Const)
	}
	if s.Enum != nil && !slices.Contains(s.Enum, value) {
		v.fault(at, "%v is none of %v", value, s.Enum)
	}
	switch value := value.(type) {
	case map[string]any:
		v.object(at, value, s)
		return
	case []any:
		if s.Type != "array" {
			v.fault(at, "is a list")
			return
		}
		for i, item := range value {
			v.check(fmt.Sprintf("%s[%d]", at, i), item, s.Items)
		}
		return
	case string:
		v.text(at, value, s)
	case float64:
		if s.Const == nil && (s.Type != "integer" || value != float64(int(value)) || s.Minimum != nil && value < *s.Minimum) {
			v.fault(at, "the number %v", value)
		}
	case bool:
		if s.Type != "boolean" {
			v.fault(at, "is a boolean")
		}
	default:
		v.fault(at, "is %v", value)
	}
	v.leaves = append(v.leaves, leaf{at, value, s})
}

func (v *validator) object(at string, value map[string]any, s *schema) {
	if s.Type != "object" {
		v.fault(at, "is an object")
		return
	}
	for _, name := range s.Required {
		if _, ok := value[name]; !ok {
			v.fault(at, "lacks %s", name)
		}
	}
	for name, inner := range value {
		if s.Properties[name] == nil {
			v.fault(at, "has %s, which the schema does not describe", name)
			continue
		}
		v.check(at+"."+name, inner, s.Properties[name])
	}
}

func (v *validator) text(at, value string, s *schema) {
	if s.Const == nil && s.Type != "string" {
		v.fault(at, "is a string")
	}
	if s.Format == "date" {
		if _, err := time.Parse(time.DateOnly, value); err != nil {
			v.fault(at, "%q is no date", value)
		}
	}
	if s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(value) {
		v.fault(at, "%q does not match %s", value, s.Pattern)
	}
}

// validated fails unless the facts keep the schema, and returns their leaves.
func validated(t *testing.T, data []byte) []leaf {
	t.Helper()
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	v := &validator{root: readSchema(t)}
	v.check("$", value, v.root)
	for _, f := range v.faults {
		t.Error(f)
	}
	return v.leaves
}

func TestTheSchemaFindsFaults(t *testing.T) {
	good := string(jsonOf(t, example(t, "startup"), "working").json)
	for _, change := range [][2]string{
		{`"version": 1`, `"version": 2`},
		{`"edition": "working"`, `"edition": "final"`},
		{`"type": 1`, `"type": "1"`},
		{`"mark": `, `"stamp": `},
		{`"as_of": "20`, `"as_of": "the year 20`},
		{`"exceptions": []`, `"exceptions": null`},
		{`"nature": "Manual"`, `"nature": "manual"`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Errorf("the facts do not hold %s", change[0])
		}
		var value any
		if err := json.Unmarshal([]byte(bad), &value); err != nil {
			t.Fatal(err)
		}
		v := &validator{root: readSchema(t)}
		if v.check("$", value, v.root); len(v.faults) == 0 {
			t.Errorf("%s is no fault", change[1])
		}
	}
}

// Names that a schema describes and no file can hold mislead who reads it.
func TestTheSchemaNamesItself(t *testing.T) {
	s := readSchema(t)
	if s.ID != facts.SchemaID || s.Properties["$schema"].Const != facts.SchemaID || s.Properties["version"].Const != float64(facts.Version) {
		t.Errorf("the schema is %q", s.ID)
	}
	seen := map[string]bool{}
	for _, name := range []string{"wrenfield", "startup", "allfive"} {
		for _, l := range validated(t, jsonOf(t, example(t, name), "working").json) {
			seen[regexp.MustCompile(`\[\d+\]`).ReplaceAllString(l.at, "")] = true
		}
	}
	for name, part := range s.Properties {
		if part.Type != "array" {
			continue
		}
		if def := s.Defs[strings.TrimPrefix(part.Items.Ref, "#/$defs/")]; def == nil {
			t.Errorf("%s refers to %q", name, part.Items.Ref)
		} else if !seen["$."+name+"."+def.Required[0]] {
			t.Errorf("no example has %s", name)
		}
	}
}
