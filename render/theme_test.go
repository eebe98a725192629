package render

import (
	"strings"
	"testing"
)

func TestThemeLengthsAreExact(t *testing.T) {
	for text, want := range map[string]Points{"10.25": 10250, "0.3": 300, "-0.2": -200, "612": 612000, "841.89": 841890, "0.001": 1} {
		var p Points
		if err := p.UnmarshalJSON([]byte(text)); err != nil || p != want {
			t.Errorf("%s is %d, %v; want %d", text, p, err, want)
		}
	}
	for _, text := range []string{"1e3", `"1"`, "1.2345", "", "null", "99999999999"} {
		var p Points
		if err := p.UnmarshalJSON([]byte(text)); err == nil {
			t.Errorf("%q was read as %d", text, p)
		}
	}
}

func TestThemeRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, c := range []struct{ theme, want string }{
		{`{"colour": {}}`, "unknown field"},
		{`{"colors": {"ink": "red"}}`, "#rrggbb"},
		{`{"text": {"body": {"size": 10, "leading": 12, "color": "inc"}}}`, "unknown color"},
		{`{"text": {"body": {"color": "ink"}}, "colors": {"ink": "#000000"}}`, "needs a size"},
	} {
		if _, err := ParseTheme([]byte(c.theme)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.theme, err, c.want)
		}
	}
}
