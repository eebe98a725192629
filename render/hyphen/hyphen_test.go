package hyphen

import (
	"slices"
	"strings"
	"testing"
)

// broken returns the word with a hyphen at each of its points.
func broken(word string) string {
	var b strings.Builder
	from := 0
	for _, at := range Points(word, nil) {
		b.WriteString(word[from:at])
		b.WriteByte('-')
		from = at
	}
	return b.String() + word[from:]
}

func TestPoints(t *testing.T) {
	for want := range strings.FieldsSeq(`
		re-spon-si-bil-i-ties re-spon-si-bil-ity or-ga-ni-za-tion in-for-ma-tion ev-i-dence
		de-scrip-tion man-age-ment com-mit-ment com-mit-ments cri-te-ria con-trol op-er-a-tions
		per-son-nel ad-min-is-tra-tor ad-min-is-tra-tive analy-sis an-a-lyst data-base
		in-fra-struc-ture se-cu-rity avail-abil-ity con-fi-den-tial-ity pri-vacy in-tegrity
		pro-cess-ing en-vi-ron-ment as-sess-ment mit-i-ga-tion vul-ner-a-bil-ity re-me-di-a-tion
		au-then-ti-ca-tion au-tho-riza-tion en-cryp-tion cryp-to-graphic con-fig-u-ra-tion
		rec-on-cil-i-a-tion no-ti-fi-ca-tion no-ti-fied com-ple-men-tary sub-ser-vice au-di-tor
		ex-am-i-na-tion as-ser-tion at-tes-ta-tion ma-te-ri-al-ity de-vi-a-tion gov-er-nance
		over-sight com-mit-tee em-ploy-ees ven-dor in-ci-dent re-cov-ery con-ti-nu-ity main-te-nance
		pop-u-la-tion sam-ple Man-age-ment Or-ga-ni-za-tion
		hy-phen-ation ta-ble as-so-ciate ref-or-ma-tion`) {
		word := strings.ReplaceAll(want, "-", "")
		if got := broken(word); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestSomeWordsStayWhole(t *testing.T) {
	for _, word := range []string{
		"", "a", "data", "also", // short
		"through", "which", // one syllable
		"project", "present", "record", "Records", "progress", "minute", "refuse", // noun or verb
		"NIST", "MANAGEMENT", "PostgreSQL", "GitHub", "iPhone", // acronyms, products
		"sha256sum", "management's", "subservice-org", "e.g.more", "naïvety", "información",
		"\xff\xfemanagement", strings.Repeat("management", 7),
	} {
		if got := Points(word, nil); len(got) > 0 {
			t.Errorf("%q is broken at %v", word, got)
		}
	}
}

func TestPointsAppends(t *testing.T) {
	got := Points("control", []int{9})
	if !slices.Equal(got, []int{9, 3}) {
		t.Errorf("got %v, want what was there and 3", got)
	}
}

func TestPointsDoesNotAllocate(t *testing.T) {
	buf := make([]int, 0, wordMax)
	for _, word := range []string{"management", "Responsibility", "repositories"} {
		if n := testing.AllocsPerRun(100, func() { Points(word, buf) }); n > 0 {
			t.Errorf("%s: %v allocations", word, n)
		}
	}
}

func FuzzPoints(f *testing.F) {
	for _, seed := range []string{"responsibility", "Table", "ab", "x-ray", "naïve", strings.Repeat("ab", 31)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, word string) {
		points := Points(word, nil)
		last := 0
		for _, at := range points {
			if at <= last || at < leftMin || at > len(word)-rightMin {
				t.Errorf("%q is broken at %v", word, points)
			}
			last = at
		}
		if strings.ReplaceAll(broken(word), "-", "") != strings.ReplaceAll(word, "-", "") {
			t.Errorf("%q became %q", word, broken(word))
		}
		if len(points) > 0 && strings.Trim(word[1:], "abcdefghijklmnopqrstuvwxyz") != "" {
			t.Errorf("%q is no plain word but is broken at %v", word, points)
		}
	})
}

func BenchmarkPoints(b *testing.B) {
	b.ReportAllocs()
	buf := make([]int, 0, wordMax)
	for b.Loop() {
		Points("management", buf)
	}
}
