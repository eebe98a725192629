package load

import (
	"reflect"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

const digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

// wholeList are the files of a request list with every key they have.
var wholeList = withFiles(
	"components.toml", "[[software]]\nid = \"idp\"\nname = \"Gatewright\"\ndescription = \"Signs people in.\"\n",
	"controls/a.toml", `[[control]]
id = "AC-02"
title = "Removal"
area = "Logical access"
statement = "The IT Manager removes access."
criteria = ["CC6.2"]
owner_role = "IT Manager"
frequency = "per_occurrence"
`,
	"populations.toml", `[[population]]
id = "leavers"
title = "Leavers"
trigger = "termination"
source_system = "Payroll"
query = "report L-4"
fields = ["number"]
[[population.run]]
source = "Payroll, archive"
query = "report L-5"
parameters = "from 2025-07-01"
covers = { start = 2025-07-01, end = 2026-06-30 }
run_at = "2026-07-02T09:30:00+02:00"
ran_by = "Head of People"
recorded_at = "2026-07-02T09:40:00+02:00"
rows = 41
file = "leavers.csv"
sha256 = "`+digest+`"
proof = "screenshot with the row count"
`,
	"requests/typical.toml", `[[typical]]
requests = [7, 8]
areas = ["HR"]
triggers = ["hire"]
systems = ["idp"]
controls = ["AC-02"]
owner_role = "Head of People"
`,
	"requests/auditor.toml", `[sample_sizes]
name = "Table 4"
[[sample_sizes.periodic]]
most = 12
low = 2
normal = 3
high = 4
[[sample_sizes.occurrence]]
from = 1
to = 10
normal = 5
high = 6
[[request]]
id = "R-201"
ref = "A-7"
title = "Badge log"
what = """
The log.
All of it."""
kind = "listing_as_of"
area = "Physical"
controls = ["AC-02"]
criteria = ["CC6.4"]
covers = { start = 2025-07-01, end = 2026-06-30 }
source_system = "Badges"
format = "CSV"
ipe = "row count"
owner_role = "Office Manager"
phase = "interim"
requested_on = 2026-03-01
due_on = 2026-04-01
follow_up_of = "R-001"
risk = "high"
sample_size = 25
[[change]]
request = "R-001"
ref = "A-8"
title = "Leavers"
what = "All leavers."
withdrawn = true
phase = "final"
requested_on = 2026-03-01
due_on = 2026-04-01
follow_up_of = "R-002"
risk = "low"
sample_size = 3
[[seed]]
request = "R-001"
value = "blue heron"
received_at = "2026-07-02T09:30:00+02:00"
`,
	"requests/answers.toml", `[[answer]]
request = "R-001"
owner_role = "Head of People"
source_system = "Payroll"
status = "submitted"
submitted_on = 2026-04-01
evidence = ["R-001_AC-02_leavers_20250701-20260630_01_v1.csv"]
comment = "Complete."
na_reason = "None left."
auditor_status = "accepted"
accepted_on = 2026-04-02
auditor_comment = "Thank you."
[[answer.note]]
side = "company"
column = "Covers"
text = "Which zone?"
on = 2026-04-01
reply = true
resolved = true
[[walkthrough]]
request = "R-003"
held_on = 2026-04-01
attendees = ["IT Manager"]
outcome = "As described."
[[open_point]]
id = "OP-1"
request = "R-001"
control = "AC-02"
text = "Why two zones?"
side = "service_auditor"
raised_on = 2026-04-01
resolution = "One system, two clocks."
closed_on = 2026-04-02
`,
	"requests/lock.toml", "[[request]]\nid = \"R-001\"\nkey = \"AC-02.sample\"\n",
	"requests/samples.toml", `[[draw]]
engagement = "Larkmoor, Inc. | Larkmoor Exchange | 2025-07-01/2026-06-30"
request = "R-001"
population = "leavers"
sha256 = "`+digest+`"
rows = 41
size = 5
seed = "blue heron"
received_at = "2026-07-02T09:30:00+02:00"
method = "socdraft-1"
strata = "type"
[[draw.item]]
row = 7
key = "1007"
stratum = "employee"
`,
	"requests/evidence.toml", `[[evidence]]
file = "R-001_AC-02_leavers_20250701-20260630_01_v1.csv"
sha256 = "`+digest+`"
size = 5000000000
request = "R-001"
control = "AC-02"
covers = { start = 2025-07-01, end = 2026-06-30 }
captured_on = 2026-07-02
source = "Payroll"
captured_by = "Head of People"
`,
	"requests/issued.toml", `[[round]]
number = 1
issued_on = 2026-04-01
issue = "5f1c"
[[round.row]]
sheet = "Requests"
id = "R-001"
values = { status = "Not started" }
generated = { title = "12ab" }
taken = ["status 34cd"]
`,
	"requests/added.toml", `[[column]]
sheet = "Requests"
head = "Tester"
[[column.cell]]
row = "R-001"
text = "Team B"
[[sheet]]
name = "Our notes"
[[sheet.row]]
cells = ["Ask again in May"]
`)

// Every key of the request list reaches the engagement; a getter that reads the
// wrong key would show as a missing value.
func TestTheWholeRequestListReachesTheEngagement(t *testing.T) {
	result, list := load(t, wholeList)
	if list.Len() > 0 {
		t.Fatal(show(list))
	}
	holdWhole(t, "list", reflect.ValueOf(result.Engagement.RequestList))
	holdWhole(t, "population", reflect.ValueOf(result.Engagement.Populations[0]))
}

// holdWhole reports what is empty in a value, places aside.
func holdWhole(t *testing.T, name string, v reflect.Value) {
	t.Helper()
	switch v.Type() {
	case reflect.TypeFor[diag.Text]():
		if v.Interface().(diag.Text).Value == "" {
			t.Errorf("%s is empty", name)
		}
		return
	case reflect.TypeFor[content.Int](), reflect.TypeFor[content.Date]():
		if v.FieldByName("Span").Interface().(diag.Span).IsZero() {
			t.Errorf("%s is not given", name)
		}
		return
	case reflect.TypeFor[diag.Span]():
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			t.Errorf("%s is not there", name)
			return
		}
		holdWhole(t, name, v.Elem())
	case reflect.Slice:
		if v.Len() == 0 {
			t.Errorf("%s has nothing", name)
		}
		for i := range v.Len() {
			holdWhole(t, name, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			holdWhole(t, name+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.String:
		if v.String() == "" {
			t.Errorf("%s is empty", name)
		}
	case reflect.Bool:
		if !v.Bool() {
			t.Errorf("%s is false", name)
		}
	default:
		t.Errorf("%s has the kind %s, which is not looked at", name, v.Kind())
	}
}
