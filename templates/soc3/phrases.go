package soc3

import "github.com/socdraft/socdraft/content/diag"

// The rules of the guard on the finished text. None of them can be waived.
var (
	LeakedControl = diag.SameInBoth("S2-168", "leaked-control", diag.Error,
		"a general-use report names no controls")
	LeakedTest = diag.SameInBoth("S2-169", "leaked-test", diag.Error,
		"a general-use report holds no tests, results, exceptions or responses")
	LeakedStatement = diag.SameInBoth("S2-170", "leaked-statement", diag.Error,
		"a general-use report repeats no control statement")
	RestrictedUse = diag.SameInBoth("S2-171", "restricted-use", diag.Error,
		"a general-use report has no restriction of use and no confidentiality legend")
	WrongForm = diag.SameInBoth("S2-178", "wrong-form", diag.Error,
		"a general-use report has no type and is no certificate")
)

// A phrase must not stand in the finished text.
type phrase struct {
	rule   *diag.Rule
	text   string
	near   []string // counts only where one of these words stands shortly before
	alone  bool     // counts only where it is a line of its own
	after  []string // harmless after one of these words
	before []string // harmless before one of these words
}

// nearby is how many words before a phrase are looked at for phrase.near.
const nearby = 8

// Technical certificates are no claim about the report.
var (
	beforeCertificate = []string{"tls", "ssl", "https", "509", "digital", "server", "client", "root", "signing", "encryption", "security"}
	afterCertificate  = []string{"authority", "authorities", "management", "pinning", "transparency", "renewal", "expiry", "rotation"}
	aReport           = []string{"report", "document", "distribution", "circulation", "copies"}
)

// phrases lists what must not stand in a general-use report. A longer phrase
// stands before one that it contains.
var phrases = []phrase{
	{rule: LeakedTest, text: "no exceptions noted"},
	{rule: LeakedTest, text: "no exception noted"},
	{rule: LeakedTest, text: "no exceptions were noted"},
	{rule: LeakedTest, text: "exceptions noted"},
	{rule: LeakedTest, text: "exception noted"},
	{rule: LeakedTest, text: "test of controls"},
	{rule: LeakedTest, text: "tests of controls"},
	{rule: LeakedTest, text: "results of tests"},
	{rule: LeakedTest, text: "result of test"},
	{rule: LeakedTest, text: "inspected"},
	{rule: LeakedTest, text: "reperformed"},
	{rule: LeakedTest, text: "reperformance"},
	{rule: LeakedTest, text: "sample of"},
	{rule: LeakedTest, text: "deviation"},
	{rule: LeakedTest, text: "deviations"},

	{rule: RestrictedUse, text: "restricted use"},
	{rule: RestrictedUse, text: "solely for the information and use"},
	{rule: RestrictedUse, text: "specified parties"},
	{rule: RestrictedUse, text: "strictly confidential"},
	{rule: RestrictedUse, text: "company confidential"},
	{rule: RestrictedUse, text: "confidential and proprietary"},
	{rule: RestrictedUse, text: "proprietary and confidential"},
	{rule: RestrictedUse, text: "confidential", alone: true},
	{rule: RestrictedUse, text: "restricted to", near: aReport},
	{rule: RestrictedUse, text: "is confidential", near: aReport},
	{rule: RestrictedUse, text: "intended solely for", near: aReport},
	{rule: RestrictedUse, text: "intended only for", near: aReport},

	{rule: WrongForm, text: "type 1"},
	{rule: WrongForm, text: "type 2"},
	{rule: WrongForm, text: "type ii"},
	{rule: WrongForm, text: "certification"},
	{rule: WrongForm, text: "certifications"},
	{rule: WrongForm, text: "certified", before: []string{"public"}},
	{rule: WrongForm, text: "certificate", after: beforeCertificate, before: afterCertificate},
	{rule: WrongForm, text: "certificates", after: beforeCertificate, before: afterCertificate},
}
