package sample_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/socdraft/socdraft/content/sample"
)

var basis = sample.Basis{Engagement: "Larkmoor, Inc. · Larkmoor Ledger · 2025-07-01 to 2026-06-30", Request: "R-044", Seed: "4471 blue heron"}

// population returns a file of n changes; every third is of the payments team.
func population(n int) string {
	var b strings.Builder
	b.WriteString("change,team,merged on\n")
	for i := 1; i <= n; i++ {
		team := "platform"
		if i%3 == 0 {
			team = "payments"
		}
		fmt.Fprintf(&b, "CHG-%04d,%s,2026-01-%02d\n", i, team, i%28+1)
	}
	return b.String()
}

func draw(t *testing.T, file string, rules sample.Rules) *sample.Drawn {
	t.Helper()
	d, err := sample.Draw(strings.NewReader(file), basis, rules)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func records(d *sample.Drawn) []int {
	var numbers []int
	for _, item := range d.Items {
		numbers = append(numbers, item.Record)
	}
	return numbers
}

// The sample is what the Read me sheet says, done by other means.
func TestTheLowestHashesAreTheSample(t *testing.T) {
	file := population(200)
	sum := sha256.Sum256([]byte(file))
	type ranked struct {
		hash   string
		record int
	}
	var all []ranked
	for i := 1; i <= 200; i++ {
		line := strings.Join([]string{"socdraft-1", basis.Engagement, basis.Request, hex.EncodeToString(sum[:]), basis.Seed, fmt.Sprint(i)}, "\n")
		h := sha256.Sum256([]byte(line))
		all = append(all, ranked{hex.EncodeToString(h[:]), i})
	}
	slices.SortFunc(all, func(a, b ranked) int { return strings.Compare(a.hash, b.hash) })
	var want []int
	for _, r := range all[:25] {
		want = append(want, r.record)
	}
	slices.Sort(want)
	got := draw(t, file, sample.Rules{Size: 25})
	if !slices.Equal(records(got), want) {
		t.Errorf("drawn %v, want %v", records(got), want)
	}
	if first := got.Items[0]; first.Key != fmt.Sprintf("CHG-%04d", first.Record) {
		t.Errorf("record %d has the key %q", first.Record, first.Key)
	}
}

// The draw of one file and seed is written down: a change of the method would
// make samples that were drawn impossible to draw again.
func TestADrawStaysTheSameForGood(t *testing.T) {
	got := draw(t, population(1000), sample.Rules{Size: 8})
	want := []int{176, 191, 202, 338, 423, 502, 758, 915}
	if !slices.Equal(records(got), want) {
		t.Errorf("drawn %v, want %v", records(got), want)
	}
}

func TestALargerSampleHoldsTheSmallerOne(t *testing.T) {
	file := population(300)
	small, large := records(draw(t, file, sample.Rules{Size: 5})), records(draw(t, file, sample.Rules{Size: 25}))
	for _, r := range small {
		if !slices.Contains(large, r) {
			t.Errorf("record %d of %v is not in %v", r, small, large)
		}
	}
}

func TestAnyChangeDrawsAnew(t *testing.T) {
	file := population(300)
	first := records(draw(t, file, sample.Rules{Size: 20}))
	for name, change := range map[string]func(*sample.Basis, *string){
		"engagement": func(b *sample.Basis, _ *string) { b.Engagement += "." },
		"request":    func(b *sample.Basis, _ *string) { b.Request = "R-045" },
		"seed":       func(b *sample.Basis, _ *string) { b.Seed += "s" },
		"file":       func(_ *sample.Basis, f *string) { *f = strings.Replace(*f, "2026-01-02", "2026-01-03", 1) },
	} {
		b, f := basis, file
		change(&b, &f)
		d, err := sample.Draw(strings.NewReader(f), b, sample.Rules{Size: 20})
		if err != nil {
			t.Fatal(err)
		}
		if slices.Equal(records(d), first) {
			t.Errorf("another %s draws the same records", name)
		}
	}
}

func TestStrata(t *testing.T) {
	for _, test := range []struct {
		records, size int
		want          string
	}{
		{300, 30, "platform 20 of 200, payments 10 of 100"},
		{300, 31, "platform 21 of 200, payments 10 of 100"},
		{300, 2, "platform 1 of 200, payments 1 of 100"},
		{300, 1, "platform 1 of 200, payments 0 of 100"},
		{3, 2, "platform 1 of 2, payments 1 of 1"},
		{4, 30, "platform 3 of 3, payments 1 of 1"},
	} {
		d := draw(t, population(test.records), sample.Rules{Size: test.size, Strata: "Team"})
		var parts []string
		items := map[string]int{}
		for _, item := range d.Items {
			items[item.Stratum]++
		}
		for _, s := range d.Strata {
			parts = append(parts, fmt.Sprintf("%s %d of %d", s.Name, s.Drawn, s.Records))
			if items[s.Name] != s.Drawn {
				t.Errorf("%d of %d: %d items of %s, said %d", test.size, test.records, items[s.Name], s.Name, s.Drawn)
			}
		}
		if got := strings.Join(parts, ", "); got != test.want {
			t.Errorf("%d of %d: %s, want %s", test.size, test.records, got, test.want)
		}
	}
}

func TestAllOfASmallPopulation(t *testing.T) {
	if got := records(draw(t, population(4), sample.Rules{Size: 25})); !slices.Equal(got, []int{1, 2, 3, 4}) {
		t.Errorf("drawn %v of four", got)
	}
}

func TestFormsOfFiles(t *testing.T) {
	for name, file := range map[string]string{
		"byte order mark": "\uFEFFid,name\n1,a\n2,b\n",
		"semicolons":      "id;name, full;on\n1;a;x\n2;b;y\n",
		"tabs":            "id\tname\n1\ta\n2\tb\n",
		"CRLF":            "id,name\r\n1,a\r\n2,b\r\n",
		"no last line":    "id,name\n1,a\n2,b",
		"lines in values": "id,name\n1,\"a\nb\"\n2,\"c\"\"d\"\n",
		"one column":      "id\n1\n2\n",
	} {
		facts, err := sample.FactsOf(strings.NewReader(file))
		if err != nil || facts.Records != 2 || facts.Heads[0] != "id" {
			t.Errorf("%s: %d records, heads %q, %v", name, facts.Records, facts.Heads, err)
		}
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	for name, test := range map[string]struct{ file, strata, want string }{
		"empty":            {"", "", "is empty"},
		"heads only":       {"id,name\n", "", "no records"},
		"ragged":           {"id,name\n1,a\n2\n", "", "line 3 has another number of columns"},
		"open quote":       {"id,name\n1,\"a\n2,b\n", "", "quotation mark"},
		"UTF-16":           {"\xff\xfei\x00d\x00\n\x00", "", "UTF-16"},
		"workbook":         {"PK\x03\x04", "", "CSV UTF-8"},
		"endless record":   {"id,name\n1,\"" + strings.Repeat("a", 3<<20), "", "longer than"},
		"unknown column":   {"id,name\n1,a\n", "team", `no column "team"; it has "id", "name"`},
		"too many parts":   {many(300), "team", "more than 200 values"},
		"bare quote":       {"id,name\n1,a\"b\n", "", "line 2, column 4"},
		"quote after text": {"id,name\n1,\"a\"b\n", "", "quotation mark"},
	} {
		_, err := sample.Draw(strings.NewReader(test.file), basis, sample.Rules{Size: 2, Strata: test.strata})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q in it", name, err, test.want)
		}
	}
}

func many(n int) string {
	var b strings.Builder
	b.WriteString("id,team\n")
	for i := range n {
		fmt.Fprintf(&b, "%d,t%d\n", i, i)
	}
	return b.String()
}

func TestRepeatedKeysAreCounted(t *testing.T) {
	facts, err := sample.FactsOf(strings.NewReader("id\na\nb\na\na\n"))
	if err != nil || facts.Repeated != 2 {
		t.Errorf("%d repeated, want 2 (%v)", facts.Repeated, err)
	}
}

func TestSeeds(t *testing.T) {
	for seed, ok := range map[string]bool{"4471": true, "blue heron": true, "": false, " 4471": false, "a\nb": false, "\xff": false} {
		if (sample.Valid(seed) == nil) != ok {
			t.Errorf("seed %q: %v", seed, sample.Valid(seed))
		}
	}
}

func FuzzDraw(f *testing.F) {
	f.Add(population(20), 5)
	f.Add("a;b\n1;\"x\ny\"\n", 1)
	f.Fuzz(func(t *testing.T, file string, size int) {
		d, err := sample.Draw(strings.NewReader(file), basis, sample.Rules{Size: size})
		if err != nil {
			return
		}
		if len(d.Items) != min(size, d.Records) {
			t.Errorf("%d items of %d records, want %d", len(d.Items), d.Records, size)
		}
		if !slices.IsSortedFunc(d.Items, func(a, b sample.Item) int { return a.Record - b.Record }) {
			t.Error("items are not in order")
		}
	})
}

func BenchmarkDraw100000(b *testing.B) {
	file := strings.NewReader(population(100_000))
	for b.Loop() {
		file.Seek(0, 0)
		if _, err := sample.Draw(file, basis, sample.Rules{Size: 60}); err != nil {
			b.Fatal(err)
		}
	}
}
