package check

import (
	"reflect"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// A part tells what of the report a passage is, and so by which rules its words
// are judged.
type part uint8

const (
	elsewhere      part = iota // ids, names, roles, lists
	description                // Section 3
	titleWords                 // the title of the description
	promises                   // commitments and requirements
	duties                     // what user entities and third parties do
	controlWords               // statements and titles of controls
	managementTest             // procedures and results of management's own tests
	auditorsWords              // tests and results of the service auditor
	response                   // management's responses
	assertion                  // Section 2 and what stands in its place
	otherWords                 // Section 5
	notTheirs                  // licensed text of the criteria
)

// parts is a set of parts.
type parts uint16

func of(list ...part) parts {
	var set parts
	for _, p := range list {
		set |= 1 << p
	}
	return set
}

func (s parts) has(p part) bool { return s>>p&1 != 0 }

// theirs is all that management says.
const theirs = ^parts(1<<auditorsWords | 1<<notTheirs)

// fieldParts says which fields begin a part; the fields of what they hold
// belong to it too. Plain text does so only where it is named here: the rest are
// ids and names.
var fieldParts = resolved(map[reflect.Type]map[string]part{
	reflect.TypeFor[content.Engagement](): {
		"Services": description, "ExcludedServices": description, "Description": description, "Components": description,
		"Incidents": description, "Changes": description, "NotRelevant": description, "Boundaries": description,
		"Parties": description, "Commitments": promises, "Requirements": promises, "UserEntities": duties,
		"TestFiles": managementTest, "Responses": response, "Assertion": assertion, "Wording": assertion,
		"OtherInformation": otherWords, "CriteriaText": notTheirs,
	},
	reflect.TypeFor[content.System]():         {"DescriptionTitle": titleWords},
	reflect.TypeFor[content.Service]():        {"PublicSummary": description},
	reflect.TypeFor[content.Component]():      {"PublicSummary": description},
	reflect.TypeFor[content.Flow]():           {"What": description},
	reflect.TypeFor[content.Diagram]():        {"Caption": description},
	reflect.TypeFor[content.Party]():          {"PublicSummary": description, "Assertion": assertion},
	reflect.TypeFor[content.CSOC]():           {"Statement": duties},
	reflect.TypeFor[content.TheirCUEC]():      {"Text": duties},
	reflect.TypeFor[content.Control]():        {"Title": controlWords, "Statement": controlWords},
	reflect.TypeFor[content.EarlierWording](): {"Statement": controlWords},
	reflect.TypeFor[content.Test]():           {"Nature": managementTest, "Cause": managementTest, "Effect": managementTest},
})

// resolved gives for each type the part that each of its fields begins, or
// elsewhere for plain text and 0 for what stays in the part around it.
func resolved(named map[reflect.Type]map[string]part) map[reflect.Type][]part {
	byIndex := map[reflect.Type][]part{}
	for t, fields := range named {
		list := make([]part, t.NumField())
		for name, p := range fields {
			f, ok := t.FieldByName(name)
			if !ok {
				panic(t.Name() + " has no field " + name) // the table above is of another time
			}
			list[f.Index[0]] = p
		}
		byIndex[t] = list
	}
	return byIndex
}

var (
	textType  = reflect.TypeFor[diag.Text]()
	textsType = reflect.TypeFor[[]diag.Text]()
)

// fields walks the fields of a structure.
func (c *collector) fields(v reflect.Value) {
	outer, begins := c.part, fieldParts[v.Type()]
	for i := range v.NumField() {
		f := v.Field(i)
		switch t := f.Type(); {
		case begins != nil && begins[i] != elsewhere:
			c.part = begins[i]
		case t == textType, t == textsType:
			c.part = elsewhere
		default:
			c.part = outer
		}
		c.value(f)
	}
	c.part = outer
}
