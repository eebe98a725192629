package typst

import "testing"

func TestWordsMeanNothingElse(t *testing.T) {
	for text, want := range map[string]string{
		"a plain sentence.":   "a plain sentence.",
		"#x *y* _z_ [t] <l>":  `\#x \*y\* \_z\_ \[t\] \<l\>`,
		"two-factor -- 3-4":   `two-factor \-\- 3\-4`,
		"https://example.com": `https:\/\/example.com`,
		"1. not a list":       `\1. not a list`,
		"- not a list":        `\- not a list`,
		"wait...":             `wait\.\.\.`,
		`C:\dir $5 @who ~`:    `C:\\dir \$5 \@who \~`,
	} {
		if got := escaped(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	if got := quoted("a \"b\" \\\n"); got != `"a \"b\" \\\n"` {
		t.Errorf("got %s", got)
	}
}
