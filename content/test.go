package content

import (
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// Result codes of a test of controls. They serve checks and counts; what
// prints is the text that came with them.
const (
	ResultNoExceptions       = "no_exceptions"
	ResultException          = "exception"
	ResultNoOccurrence       = "no_occurrence"
	ResultNotInPeriod        = "not_in_period"
	ResultNotTestedCarvedOut = "not_tested_carved_out"
	ResultPending            = "pending"
)

// Results lists the result codes an author may give.
var Results = []string{ResultNoExceptions, ResultException, ResultNoOccurrence, ResultNotInPeriod,
	ResultNotTestedCarvedOut, ResultPending}

// TestMethods lists the methods of testing.
var TestMethods = []string{"inquiry", "observation", "inspection", "reperformance"}

// Sources of a test file: who tested.
const (
	FromServiceAuditor = "service_auditor"
	FromManagement     = "management"
)

// A TestFile is one file of tests with its provenance.
type TestFile struct {
	Path          string
	Source        Text // FromServiceAuditor or FromManagement
	TranscribedBy Text // role
	Received      *Received
	Tests         []*Test
	Span          diag.Span
}

// Received is the file the service auditor's words came in.
type Received struct {
	File       Text   // as authored, relative to the test file
	Path       string // relative to the project; "" where the file could not be read
	SHA256     Text   // as authored
	Actual     string // lower-case hex of the file's bytes, "" where it could not be read
	Missing    bool   // the file is not in the project
	Empty      bool   // the file has no bytes
	Own        bool   // the file has the bytes of a source of the project, which are management's
	ReceivedOn Date
	Firm       Text
	Span       diag.Span
}

// Verified reports whether the received file is in the project, can be what
// somebody sent, and has the recorded hash.
func (r *Received) Verified() bool {
	return r != nil && r.Actual != "" && !r.Empty && !r.Own && strings.EqualFold(r.Actual, r.SHA256.Value)
}

// Auditors reports whether the file's words may stand in the service auditor's
// columns: it claims to be the service auditor's and its received file
// matches.
func (f *TestFile) Auditors() bool {
	return f.Source.Value == FromServiceAuditor && f.Received.Verified()
}

// A Test is one test of a control and its result.
type Test struct {
	File         *TestFile
	ID           Text
	Control      Text
	Methods      []Text
	Procedure    Prose
	Result       Text
	Text         Prose // the words of the result
	Population   Int
	Tested       Int
	Deviations   Int
	Nature       Text
	Timing       Text
	Cause        Text
	Effect       Text
	Trigger      Text
	Basis        Text
	LastOperated Date
	Subservice   Text
	Occurred     []Date
	Captured     []Date
	Span         diag.Span // the [[test]] header
}

// IsException reports whether the result is an exception.
func (t *Test) IsException() bool { return t.Result.Value == ResultException }

// Tests returns all tests in file order, then authored order.
func (e *Engagement) Tests() []*Test {
	var all []*Test
	for _, f := range e.TestFiles {
		all = append(all, f.Tests...)
	}
	return all
}

// TestsByControl returns the tests of the files that which selects, by control
// id, each in file order, then authored order. (*TestFile).Auditors selects
// what may stand in the service auditor's columns.
func (e *Engagement) TestsByControl(which func(*TestFile) bool) map[string][]*Test {
	by := map[string][]*Test{}
	for _, f := range e.TestFiles {
		if !which(f) {
			continue
		}
		for _, t := range f.Tests {
			by[t.Control.Value] = append(by[t.Control.Value], t)
		}
	}
	return by
}

// Exceptions returns the exceptions in the service auditor's received results,
// in the order of the controls.
func (e *Engagement) Exceptions() []*Test {
	var found []*Test
	by := e.TestsByControl((*TestFile).Auditors)
	for _, c := range e.Controls {
		for _, t := range by[c.ID.Value] {
			if t.IsException() {
				found = append(found, t)
			}
		}
	}
	return found
}

// A Response is management's reply to an exception.
type Response struct {
	Test        Text // test id
	Text        Prose
	Cause       Prose
	Effect      Prose
	Correction  Prose
	CorrectedOn Date
	OwnerRole   Text
	Status      Text
	Span        diag.Span
}

// Managements reports whether the file holds management's own testing.
func (f *TestFile) Managements() bool { return f.Source.Value == FromManagement }

// Response returns management's response to the test's exception, or nil.
func (e *Engagement) Response(test string) *Response {
	for _, r := range e.Responses {
		if r.Test.Value == test {
			return r
		}
	}
	return nil
}
