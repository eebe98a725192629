package public

import (
	"go/build"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/prose"
)

func TestFactsHoldOnlyPublicTypes(t *testing.T) {
	plain := map[reflect.Type]bool{
		reflect.TypeFor[content.Text]():  true,
		reflect.TypeFor[content.Date]():  true,
		reflect.TypeFor[content.Prose](): true,
	}
	own := reflect.TypeFor[Facts]().PkgPath()
	var walk func(reflect.Type, string)
	walk = func(typ reflect.Type, path string) {
		switch {
		case plain[typ]:
		case typ.Kind() == reflect.Slice:
			walk(typ.Elem(), path+"[]")
		case typ.Kind() == reflect.Struct && typ.PkgPath() == own:
			for i := range typ.NumField() {
				walk(typ.Field(i).Type, path+"."+typ.Field(i).Name)
			}
		case typ.PkgPath() == "" && slices.Contains([]reflect.Kind{reflect.String, reflect.Bool, reflect.Int}, typ.Kind()):
		default:
			t.Errorf("%s is a %v: facts are made of public types, text, prose and dates only", path, typ)
		}
	}
	walk(reflect.TypeFor[Facts](), "Facts")
}

// public lists the strings of an engagement that may reach Facts.
var public = []string{
	"Organization.Name", "Organization.ShortName", "System.Name", "Revision",
	"Services[].Name", "Services[].PublicSummary", "Editions.TrustServices",
	"Commitments[].ID", "Commitments[].Text", "Requirements[].ID", "Requirements[].Text",
	"Components.Infrastructure[].Kind", "Components.Infrastructure[].Name", "Components.Infrastructure[].PublicSummary",
	"Components.Software[].Kind", "Components.Software[].Name", "Components.Software[].PublicSummary",
	"Components.Roles[].Kind", "Components.Roles[].Name", "Components.Roles[].PublicSummary",
	"Components.Data[].Kind", "Components.Data[].Name", "Components.Data[].PublicSummary",
	"Parties[].Name", "Parties[].PublicSummary", "Parties[].Signatories[]",
	"Boundaries.Blocks", "Wording[].Blocks", "Signatories[]", "Branding.Paper", "Branding.Logo",
}

func TestOnlyListedTextsReachFacts(t *testing.T) {
	e := marked()
	var got []string
	eachString(reflect.ValueOf(Of(e)), func(s string) {
		if strings.HasPrefix(s, "@") && !slices.Contains(got, s[1:]) {
			got = append(got, s[1:])
		}
	})
	for _, path := range got {
		if !slices.Contains(public, path) {
			t.Errorf("%s reaches the public facts", path)
		}
	}
	for _, path := range public {
		if !slices.Contains(got, path) {
			t.Errorf("%s does not reach the public facts", path)
		}
	}
}

// marked returns an engagement in which every string says where it stands.
func marked() *content.Engagement {
	e := &content.Engagement{}
	mark(reflect.ValueOf(e).Elem(), "", 0)
	e.Report.Type = content.Type2
	e.Parties[0].Classification.Value = content.SubserviceOrganization
	e.Wording[AssertionPart] = e.Wording["key"]
	return e
}

func mark(v reflect.Value, path string, depth int) {
	if depth > 8 {
		return
	}
	switch v.Interface().(type) {
	case content.Text:
		v.Set(reflect.ValueOf(content.Text{Value: "@" + path}))
		return
	case content.Prose:
		v.Set(reflect.ValueOf(content.Prose{Blocks: []prose.Block{prose.Para(prose.Inline{Text: "@" + path})}}))
		return
	case []prose.Block:
		v.Set(reflect.ValueOf([]prose.Block{prose.Para(prose.Inline{Text: "@" + path})}))
		return
	case diag.Span:
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("@" + path)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(1)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		mark(v.Elem(), path, depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		mark(v.Index(0), path+"[]", depth+1)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		elem := reflect.New(v.Type().Elem()).Elem()
		mark(elem, path+"[]", depth+1)
		v.SetMapIndex(reflect.ValueOf("key"), elem)
	case reflect.Struct:
		for i := range v.NumField() {
			mark(v.Field(i), strings.TrimPrefix(path+"."+v.Type().Field(i).Name, "."), depth+1)
		}
	}
}

func eachString(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		visit(v.String())
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() && v.Type() != reflect.TypeFor[*diag.Source]() {
			eachString(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachString(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			eachString(v.Field(i), visit)
		}
	}
}

func TestPackageImportsContentOnly(t *testing.T) {
	pkg, err := build.ImportDir(".", 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range pkg.Imports {
		if strings.HasPrefix(path, "github.com/socdraft/") && path != "github.com/socdraft/socdraft/content" {
			t.Errorf("imports %s", path)
		}
	}
}
