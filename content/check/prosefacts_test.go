package check

import (
	"slices"
	"testing"
)

func TestDefinitions(t *testing.T) {
	for text, want := range map[string][]string{
		"human resources (HR) systems":                                          {"HR=human resources"},
		"the Health Insurance Portability and Accountability Act (HIPAA)":       {"HIPAA=Health Insurance Portability and Accountability Act"},
		"a service-level agreement (SLA) and key performance indicators (KPIs)": {"SLA=service-level agreement", "KPI=key performance indicators"},
		"The Chief Information Security Officer (CISO) reads":                   {"CISO=Chief Information Security Officer"},
		"Corvane Cloud (carved out)":                                            nil,
		"managed in Ohio (US)":                                                  nil,
		"reviewed (AC)":                                                         nil,
		"(HR)":                                                                  nil,
		"the Federal Information Processing Standard 140 (FIPS)":                nil,
	} {
		var got []string
		for _, d := range definitions(text) {
			got = append(got, d.short+"="+d.long)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestConformityClaims(t *testing.T) {
	for text, want := range map[string][]string{
		"The platform is fully compliant with HIPAA.":                       {"compliant with HIPAA"},
		"Wrenfield is ISO/IEC 27001:2022 certified.":                        {"ISO/IEC 27001:2022 certified"},
		"Our program complies with the NIST framework.":                     {"complies with the NIST"},
		"It makes no statement about conformity with ISO/IEC 27001.":        nil,
		"A control does not by itself comply with ISO 27001.":               nil,
		"Customers ask how the controls relate to ISO/IEC 27001:2022.":      nil,
		"A customer that is certified under ISO 27001 may use the table.":   nil,
		"Records are complete; ISO dates are used.":                         nil,
		"The certificate of the web server is renewed. NIST writes guides.": nil,
	} {
		var got []string
		for _, m := range conformityClaims(text) {
			got = append(got, text[m[0]:m[1]])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestVersions(t *testing.T) {
	for text, want := range map[string][]string{
		"runs PostgreSQL 14.2.1 on nodes":                  {"14.2.1"},
		"Kubernetes v1.29 and nginx version 1.25":          {"v1.29", "version 1.25"},
		"mends CVE-2024-12345":                             {"CVE-2024-12345"},
		"the Agreement, version 6 or later, section 4.3.2": nil,
		"Transport Layer Security 1.2 or later":            nil,
		"availability of 99.9 percent on 30.06.2026":       nil,
		"at 10.0.0.1 and in guide/1.2.3":                   nil,
	} {
		var got []string
		for _, m := range versions(text) {
			got = append(got, text[m[0]:m[1]])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
