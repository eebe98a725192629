package check

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/socdraft/socdraft/content/diag"
)

// A keyShape is how the keys of one kind are written: a beginning and at least
// so many characters after it.
type keyShape struct {
	prefix string
	least  int
	kind   string
}

// keyShapes are published by those who issue the keys, so that they can be
// found where they do not belong.
var keyShapes = []keyShape{
	{"AKIA", 16, "an AWS access key"}, {"ASIA", 16, "an AWS access key"},
	{"ghp_", 36, "a GitHub token"}, {"gho_", 36, "a GitHub token"}, {"ghu_", 36, "a GitHub token"},
	{"ghs_", 36, "a GitHub token"}, {"ghr_", 36, "a GitHub token"}, {"github_pat_", 22, "a GitHub token"},
	{"glpat-", 20, "a GitLab token"},
	{"xoxb-", 20, "a Slack token"}, {"xoxp-", 20, "a Slack token"}, {"xoxa-", 20, "a Slack token"},
	{"xoxr-", 20, "a Slack token"}, {"xoxs-", 20, "a Slack token"},
	{"sk_live_", 16, "a Stripe key"}, {"rk_live_", 16, "a Stripe key"},
	{"AIza", 35, "a Google API key"}, {"ya29.", 20, "a Google access token"},
	{"SG.", 40, "a SendGrid key"}, {"npm_", 36, "an npm token"}, {"pypi-", 50, "a PyPI token"},
	{"dop_v1_", 40, "a DigitalOcean token"}, {"hvs.", 20, "a Vault token"}, {"shpat_", 32, "a Shopify token"},
	{"sk-proj-", 20, "an API key"}, {"sk-ant-", 20, "an API key"},
	{"AGE-SECRET-KEY-1", 40, "an age private key"}, {"eyJ", 40, "a signed token (JWT)"},
	{"AccountKey=", 40, "a storage account key"}, {"SharedAccessKey=", 40, "a shared access key"},
}

// leastKey is shorter than any key with its beginning.
const leastKey = 20

// leastEntropy is how many bits each character of a key has at least; words and
// samples have less.
const leastEntropy = 3.0

// secretIn returns the first secret in a piece of text: its place and kind.
func secretIn(text string) (start, end int, kind string) {
	if len(text) >= leastKey {
		for _, shape := range keyShapes {
			if start, end := shape.find(text); end > 0 {
				return start, end, shape.kind
			}
		}
	}
	if start, end := passwordInURL(text); end > 0 {
		return start, end, "a password in a connection string"
	}
	if start, end := assigned(text); end > 0 {
		return start, end, "a password or key"
	}
	return 0, 0, ""
}

func (s *keyShape) find(text string) (start, end int) {
	start = strings.Index(text, s.prefix)
	if start < 0 || start > 0 && keyCharacter(rune(text[start-1])) && text[start-1] != '=' {
		return 0, 0
	}
	end = start + len(s.prefix)
	for end < len(text) && (keyCharacter(rune(text[end])) || text[end] == '.') {
		end++
	}
	body := text[start+len(s.prefix) : end]
	if len(body) < s.least || !random(body) || s.prefix == "eyJ" && strings.Count(body, ".") != 2 {
		return 0, 0
	}
	return start, end
}

func keyCharacter(r rune) bool {
	return r < 0x80 && folded[r] != 0 || strings.ContainsRune("_-+/=", r)
}

// random reports whether a text looks like chance made it.
func random(text string) bool {
	upper := strings.ToUpper(text)
	for _, sample := range []string{"EXAMPLE", "XXXX", "SAMPLE", "YOUR", "0000000", "1234567"} {
		if strings.Contains(upper, sample) {
			return false
		}
	}
	return strings.ContainsFunc(text, unicode.IsDigit) && entropy(text) >= leastEntropy
}

// entropy returns the bits of information that each byte of a text has.
func entropy(text string) float64 {
	var counts [256]int
	for i := range len(text) {
		counts[text[i]]++
	}
	bits := 0.0
	for _, n := range counts {
		if n > 0 {
			share := float64(n) / float64(len(text))
			bits -= share * math.Log2(share)
		}
	}
	return bits
}

// passwordInURL returns the place of scheme://user:password@host.
func passwordInURL(text string) (start, end int) {
	scheme := strings.Index(text, "://")
	if scheme <= 0 {
		return 0, 0
	}
	account, host, ok := strings.Cut(text[scheme+3:], "@")
	user, password, has := strings.Cut(account, ":")
	if !ok || !has || host == "" || user == "" || strings.ContainsAny(account, "/?#<>{}[]$*%") {
		return 0, 0
	}
	switch strings.ToLower(password) {
	case "", "password", "pass", "passwd", "pwd", "secret", "xxx", "xxxx", "...":
		return 0, 0
	}
	for start = scheme; start > 0 && folded[text[start-1]] != 0; start-- {
	}
	return start, scheme + 3 + len(account)
}

// secretNames stand before a value that is a secret.
var secretNames = []string{"password", "passwd", "pwd", "secret", "token", "api_key", "apikey", "api-key", "access_key", "private_key"}

// leastPassword is the length from which a value after such a name counts.
const leastPassword = 8

// assigned returns the place of the first password=value, which may stand among
// other settings of a connection string.
func assigned(text string) (start, end int) {
	for begin := 0; begin < len(text); {
		setting := text[begin:]
		if i := strings.IndexByte(setting, ';'); i >= 0 {
			setting = setting[:i]
		}
		if start, end := setSecret(setting); end > 0 {
			return begin + start, begin + end
		}
		begin += len(setting) + 1
	}
	return 0, 0
}

// setSecret returns the place of password=value in one setting.
func setSecret(text string) (start, end int) {
	at := strings.IndexAny(text, "=:")
	if at < 0 || at+1+leastPassword > len(text) {
		return 0, 0
	}
	name := strings.ToLower(text[:at])
	for _, known := range secretNames {
		if !strings.HasSuffix(name, known) {
			continue
		}
		value := strings.Trim(text[at+1:], "\"'`,;.)")
		if len(value) >= leastPassword && !strings.ContainsAny(value, "<>{}$*()[]/…") && random(value) &&
			strings.ContainsFunc(value, unicode.IsLetter) {
			return at - len(known), len(text)
		}
	}
	return 0, 0
}

// toldSecret returns the place of the value that follows the name of a secret
// and a colon in prose: "password: value".
func toldSecret(text string, at int) (start, end int) {
	if !strings.HasPrefix(text[at:], ": ") && !strings.HasPrefix(text[at:], " = ") {
		return 0, 0
	}
	start = at + strings.IndexByte(text[at:], ' ')
	start += len(text[start:]) - len(strings.TrimLeft(text[start:], " =\"'“‘"))
	for end = start; end < len(text) && text[end] > ' '; end++ {
	}
	end = start + len(strings.TrimRight(text[start:end], ".,;)\"'”’"))
	if value := text[start:end]; len(value) < leastPassword || strings.ContainsAny(value, "<>{}$*()[]/…") || !random(value) || !jumbled(value) {
		return 0, 0
	}
	return start, end
}

// longestRun is how many letters in a row may still be chance.
const longestRun = 4

// jumbled reports whether a text mixes three kinds of characters and has no
// word, as "AES256-encrypted" has.
func jumbled(text string) bool {
	var lower, upper, digit, other, run int
	for _, r := range text {
		run++
		switch {
		case r >= 'a' && r <= 'z':
			lower = 1
		case r >= 'A' && r <= 'Z':
			upper = 1
		case r >= '0' && r <= '9':
			digit, run = 1, 0
		default:
			run = 0
			if !strings.ContainsRune("-._", r) {
				other = 1
			}
		}
		if run > longestRun {
			return false
		}
	}
	return lower+upper+digit+other >= 3
}

// shownSecret is how much of a secret findings show.
const shownSecret = 4

var leakedSecret = Check{
	Rule: diag.SameInBoth("S2-071", "leaked-secret", diag.Error,
		"text has a key, token or password"),
	run: func(p *project) {
		for i := range p.reading.odd {
			w := &p.reading.odd[i]
			if start, end, kind := secretIn(w.text()); end > 0 {
				w.secret = true
				p.addSecret(w.passage, w.start+start, w.start+end, kind)
			}
		}
		for _, h := range p.reading.hits[secretNamed] {
			if start, end := toldSecret(h.passage.text, h.end); end > 0 && !p.hasSecret(h.passage, start) {
				p.addSecret(h.passage, start, end, "a password or key")
			}
		}
		for _, h := range p.reading.hits[privateKeys] {
			if h.start > 0 && h.passage.text[h.start-1] == '-' {
				p.addSecret(h.passage, h.start, len(h.passage.text), "a private key")
			}
		}
	},
}

// hasSecret reports whether the piece of text at a place has a secret already.
func (p *project) hasSecret(g *passage, at int) bool {
	return slices.ContainsFunc(p.reading.odd, func(w piece) bool {
		return w.secret && w.passage == g && w.start <= at && at < w.end
	})
}

// addSecret reports a secret and hides it: not even the excerpt beside another
// finding shows it.
func (p *project) addSecret(g *passage, start, end int, kind string) {
	span := g.span(start, end)
	if span.Source != nil {
		span.Source.Hide(span.Start+shownSecret, span.End)
	}
	p.add(span, "text has %s: \"%s…\"", kind, g.text[start:min(start+shownSecret, end)]).
		Suggest("take it out of the file and of the history of the repository, and replace it at its issuer: it counts as known")
}
