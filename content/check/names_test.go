package check

import (
	"slices"
	"testing"

	"github.com/socdraft/socdraft/content"
)

func TestVariantNames(t *testing.T) {
	p := &project{Engagement: &content.Engagement{}}
	p.Organization.Name.Value = "Wrenfield Software, Inc."
	p.Organization.ShortName.Value = "Wrenfield"
	p.System.Name.Value = "Wrenfield Exchange Platform"
	p.Services = []*content.Service{{Name: content.Text{Value: "Wrenfold Connector"}}, {Name: content.Text{Value: "Wrenfield Advisory"}}}
	p.passages = []passage{
		{text: "the exchange of records on a platform, software of wrenfield.example", part: description},
		{text: "wrenfield-connector"},
	}
	b := p.nameBook()
	for text, want := range map[string][]string{
		"Wrenfeild keeps records.":                               {"Wrenfeild"},
		"Records of Wrenfeld's customers":                        {"Wrenfeld"},
		"We at Wrennfields keep records.":                        {"Wrennfields"},
		"the Wrenfield Exchange platform moves records":          {"Wrenfield Exchange platform"},
		"The WrenField platform":                                 {"WrenField"},
		"Wrenfield Software Inc. keeps records":                  {"Wrenfield Software Inc."},
		"Wrenfield Software, LLC, keeps records":                 {"Wrenfield Software, LLC"},
		"the management of Wrenfield Software prepared it":       {"Wrenfield Software"},
		"Wrenfield Software, Inc keeps records":                  {"Wrenfield Software, Inc"},
		"Wrenfield software keeps records.":                      nil, // the software of Wrenfield, perhaps
		"Wrenfield Software, Inc. keeps records; so does it.":    nil,
		"Wrenfield’s engineers and Wrenfield’s Board":            nil,
		"The Wrenfield Exchange\u00a0Platform moves records.":    nil,
		"WRENFIELD EXCHANGE PLATFORM":                            nil, // a heading
		"Wrenfields of this world":                               nil, // an inflection
		"Wrenfold Connector":                                     nil, // another name
		"see https://Wrenfeild.example and x@Wrenfeild.example":  nil,
		"Wrenfield Software Advisory helps customers.":           nil, // another thing
		"Exchanges are recorded. Exchanged records are kept.":    nil,
		"the wrenfield command":                                  nil,
		"Platforms of others, Softwares":                         nil,
		"Greenfield and Wakefield are towns.":                    nil,
		"It belongs to Wrenfield. Exchange of records is daily.": nil,
	} {
		var got []string
		for _, v := range b.variants(text) {
			got = append(got, text[v.start:v.end])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A name of ordinary words is told from the words by its capitals alone.
func TestVariantsOfOrdinaryNames(t *testing.T) {
	p := &project{Engagement: &content.Engagement{}}
	p.Organization.Name.Value = "Cedars Company"
	p.Organization.ShortName.Value = "Cedars"
	p.System.Name.Value = "Claims System"
	b := p.nameBook()
	for text, want := range map[string][]string{
		"all parts of the Claims system":           {"Claims system"},
		"Cedar and Cellars":                        nil,
		"a claims system":                          nil,
		"Claims system operators are on duty.":     nil,
		"CLAIMS SYSTEM":                            nil,
		"Cedars keeps a Claims System.":            nil,
		"We run it. Claims systems are old.":       nil,
		"the Claims Systems of other companies":    nil,
		"Cedars’ description of its Claims System": nil,
	} {
		var got []string
		for _, v := range b.variants(text) {
			got = append(got, text[v.start:v.end])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
