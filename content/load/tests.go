package load

import (
	"crypto/sha256"
	"encoding/hex"
	"path"

	"github.com/socdraft/socdraft/content"
)

// tests reads one file of tests/<period>/:
//
//	source         "service_auditor" or "management"
//	transcribed_by role
//	[received]     file (relative to this file), sha256, received_on (date), firm
//	[[test]]       see test
func (l *loader) tests(name string, t *table) {
	t.Require("source")
	file := &content.TestFile{
		Path:          name,
		Source:        t.Choice("source", content.FromServiceAuditor, content.FromManagement),
		TranscribedBy: t.Text("transcribed_by"),
		Span:          t.Span(),
	}
	if r := t.table("received"); !r.Span().IsZero() {
		file.Received = l.received(name, r)
	}
	for _, x := range t.tables("test") {
		made := x.test()
		made.File = file
		file.Tests = append(file.Tests, made)
	}
	l.e.TestFiles = append(l.e.TestFiles, file)
}

// test reads one [[test]]:
//
//	id, control, methods (list), procedure (prose), result, text (prose)
//	population, tested, deviations (whole numbers), nature, timing, cause, effect
//	trigger, basis, last_operated (date), subservice (third party)
//	occurred, captured (lists of dates)
func (t *table) test() *content.Test {
	t.Require("id", "control") // the rest pairs test and result, which has rules of its own
	return &content.Test{
		ID:           t.id(test),
		Control:      t.ref("control", control),
		Methods:      t.Texts("methods"),
		Procedure:    t.prose("procedure"),
		Result:       t.Choice("result", content.Results...),
		Text:         t.prose("text"),
		Population:   t.number("population"),
		Tested:       t.number("tested"),
		Deviations:   t.number("deviations"),
		Nature:       t.Text("nature"),
		Timing:       t.Text("timing"),
		Cause:        t.Text("cause"),
		Effect:       t.Text("effect"),
		Trigger:      t.Text("trigger"),
		Basis:        t.Text("basis"),
		LastOperated: t.date("last_operated"),
		Subservice:   t.ref("subservice", party),
		Occurred:     t.dates("occurred"),
		Captured:     t.dates("captured"),
		Span:         t.Span(),
	}
}

// received reads [received] and the file it names.
func (l *loader) received(name string, t *table) *content.Received {
	t.Require("file", "sha256", "received_on", "firm")
	r := &content.Received{
		File:       t.Text("file"),
		SHA256:     t.Text("sha256"),
		ReceivedOn: t.date("received_on"),
		Firm:       t.Text("firm"),
		Span:       t.Span(),
	}
	target, ok := l.within(path.Dir(name), r.File)
	if !ok {
		return r
	}
	if !l.files.exists(target) {
		r.Missing = true // which breaks a rule of its own
		return r
	}
	if data, ok := l.files.read(target, maxReceived, r.File.Span); ok {
		sum := sha256.Sum256(data)
		r.Path, r.Actual, r.Empty = target, hex.EncodeToString(sum[:]), len(data) == 0
	}
	return r
}

// ownFiles marks the received files that are sources of the project, or copies
// or links of them: they prove nothing about the service auditor.
func (l *loader) ownFiles() {
	var received []*content.Received
	for _, f := range l.e.TestFiles {
		if f.Received != nil && f.Received.Actual != "" {
			received = append(received, f.Received)
		}
	}
	if len(received) == 0 {
		return
	}
	own := map[string]bool{}
	for _, src := range l.sources {
		sum := sha256.Sum256(src.Text)
		own[hex.EncodeToString(sum[:])] = true
	}
	for _, r := range received {
		r.Own = own[r.Actual]
	}
}

// responses reads responses.toml:
//
//	[[response]] test (id), text, cause, effect, correction (prose), corrected_on (date), owner_role, status
func (l *loader) responses(t *table) {
	for _, r := range t.tables("response") {
		r.Require("test", "text")
		l.ids.once(response, r.Text("test"))
		l.e.Responses = append(l.e.Responses, &content.Response{
			Test:        r.ref("test", test),
			Text:        r.prose("text"),
			Cause:       r.prose("cause"),
			Effect:      r.prose("effect"),
			Correction:  r.prose("correction"),
			CorrectedOn: r.date("corrected_on"),
			OwnerRole:   r.Text("owner_role"),
			Status:      r.Choice("status", "open", "in_progress", "completed"),
			Span:        r.Span(),
		})
	}
}
