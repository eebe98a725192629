package check

import (
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

var missingPrivacyRole = Check{
	Rule: diag.SameInBoth("S2-025", "missing-privacy-role", diag.Warning,
		"privacy is in scope but no data is personal, held as a controller or processor"),
	absence: true,
	run: func(p *project) {
		if !p.Report.Has(content.Privacy) {
			return
		}
		for _, d := range p.Components.Data {
			if d.PrivacyRole.Value != "" {
				return
			}
		}
		p.add(p.categorySpan(content.Privacy), "category \"privacy\" is in scope but no kind of data has a privacy role").
			Suggest("set privacy_role on each kind of personal data in components.toml: controller, processor or both; without personal data leave the category out")
	},
}

// An aspect of processing integrity, and the words that promise it.
type aspect struct {
	name  string
	stems []string
}

var aspects = []aspect{
	{"completeness", []string{"complet", "lost", "missing", "once", "every", "each"}},
	{"validity", []string{"valid", "reject"}},
	{"accuracy", []string{"accura", "correct", "precis", "exact"}},
	{"timeliness", []string{"timel", "on time", "within", "deadline", "schedul", "due", "by the", "day", "hour"}},
	{"authorization", []string{"authori", "approv", "permi"}},
}

var misreadIntegrity = Check{
	Rule: diag.SameInBoth("S2-026", "misread-processing-integrity", diag.Warning,
		"the commitments on processing integrity promise hardly anything about processing"),
	absence: true,
	run: func(p *project) {
		if !p.Report.Has(content.ProcessingIntegrity) || !p.committed(content.ProcessingIntegrity) {
			return
		}
		var at diag.Span
		var text strings.Builder
		for _, c := range p.Commitments {
			if cites(c.Categories, string(content.ProcessingIntegrity)) != nil {
				at = place(at, c.ID.Span, c.Span)
				text.WriteString(c.Text.String() + "\n")
			}
		}
		var open []string
		for _, a := range aspects {
			if !hasWord(text.String(), a.stems...) {
				open = append(open, a.name)
			}
		}
		if len(aspects)-len(open) < 2 {
			p.add(at, "commitments on processing integrity say nothing about %s", content.Either(open)).
				Suggest("promise how records are processed; keeping data unchanged and secret belongs to security")
		}
	},
}

// A subject that the criteria of a category ask controls about: a control is
// about it whose words have one of each list of stems.
type subject struct {
	category        content.Category
	criterion, name string
	stems           [][]string
}

var subjects = []subject{
	{content.Availability, "A1.2", "backups or copies of data", [][]string{
		{"backup", "back-up", "backed up", "back up", "backs up", "replic", "snapshot", "copy", "copies", "standby"}}},
	{content.Availability, "A1.3", "testing recovery", [][]string{
		{"restor", "recover", "failover", "fail-over", "continuity", "disaster"},
		{"test", "exercis", "drill", "rehears", "practic", "simulat", "tabletop"}}},
	{content.Confidentiality, "C1.1", "finding or classifying confidential information", [][]string{
		{"classif", "class", "inventor", "label", "identif", "categor"}}},
	{content.Confidentiality, "C1.2", "keeping or destroying confidential information", [][]string{
		{"dispos", "delet", "destr", "destro", "retention", "retain", "eras", "wipe", "wiping", "shred", "purg", "expir", "sanitiz"}}},
}

// subjectsOf returns the subjects of the category.
func subjectsOf(category content.Category) []subject {
	var of []subject
	for _, s := range subjects {
		if s.category == category {
			of = append(of, s)
		}
	}
	return of
}

// among reports whether one of the statements is about the subject.
func (s *subject) among(statements []string) bool {
	for _, text := range statements {
		all := true
		for _, stems := range s.stems {
			all = all && hasWord(text, stems...)
		}
		if all {
			return true
		}
	}
	return false
}

// statements returns the words of all controls in scope and of those assumed at
// subservice organizations.
func (p *project) statements() []string {
	var all []string
	for _, c := range p.Controls {
		if p.InScope(c) {
			all = append(all, c.Title.Value+"\n"+c.Statement.String())
		}
	}
	for _, c := range p.CSOCs() {
		all = append(all, c.Statement.String())
	}
	return all
}

// uncontrolled reports the subjects of a category that no control is about.
func (p *project) uncontrolled(category content.Category) {
	if !p.Report.Has(category) || len(p.Controls) == 0 {
		return
	}
	statements := p.statements()
	for _, s := range subjectsOf(category) {
		if !s.among(statements) {
			p.add(p.categorySpan(category), "category %q is in scope but no control is about %s", category, s.name).
				Suggest("criterion %s asks for it: add a control, or one assumed at a subservice organization", s.criterion)
		}
	}
}

var missingRecovery = Check{
	Rule: diag.SameInBoth("S2-027", "missing-recovery-control", diag.Warning,
		"availability is in scope but no control is about backups, or about testing recovery"),
	absence: true,
	run:     func(p *project) { p.uncontrolled(content.Availability) },
}

var missingDisposal = Check{
	Rule: diag.SameInBoth("S2-028", "missing-disposal-control", diag.Warning,
		"confidentiality is in scope but no control is about classifying, or about destroying, confidential information"),
	absence: true,
	run:     func(p *project) { p.uncontrolled(content.Confidentiality) },
}
