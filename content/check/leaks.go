package check

import (
	"net/netip"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/socdraft/socdraft/content/diag"
)

// anybodys are the parts in which the rules about leaks look: who wrote the
// words does not matter.
const anybodys = ^parts(1 << notTheirs)

// pieces returns the pieces of text that are no plain words.
func (p *project) pieces() []*piece {
	var all []*piece
	for i := range p.reading.odd {
		if w := &p.reading.odd[i]; anybodys.has(w.passage.part) && !w.secret {
			all = append(all, w)
		}
	}
	return all
}

// span returns the place of a stretch of the piece.
func (w *piece) span(start, end int) diag.Span { return w.passage.span(w.start+start, w.start+end) }

var personalContact = Check{
	Rule: diag.SameInBoth("S2-070", "personal-contact", diag.Error,
		"text has the e-mail address or phone number of a person"),
	run: func(p *project) {
		for _, w := range p.pieces() {
			text := w.text()
			if start, end := p.personalAddress(text); end > 0 {
				p.add(w.span(start, end), "%q is the e-mail address of a person", text[start:end]).
					Suggest("write the role, or the address of a function such as security@; people change jobs, and a report goes to many readers")
			}
			if end := phoneNumber(w.passage.text[w.start:]); end > 0 && !publicNumber(w.passage.text) {
				p.add(w.span(0, end), "%q is a phone number", w.passage.text[w.start:w.start+end]).
					Suggest("name the role; if it is a public line, say so beside the number: hotline, switchboard, support")
			}
		}
	},
}

// address matches an e-mail address.
var address = regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}`)

// personalAddress returns the place of an address of the form first.last@: an
// address with a word of a function is the function's.
func (p *project) personalAddress(text string) (start, end int) {
	if !strings.Contains(text, "@") {
		return 0, 0
	}
	m := address.FindStringIndex(text)
	if m == nil || strings.Contains(text, "://") {
		return 0, 0
	}
	local, domain, _ := strings.Cut(text[m[0]:m[1]], "@")
	domain = strings.ToLower(domain)
	names := strings.FieldsFunc(local, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(names) < 2 || strings.HasPrefix(domain, "example.") {
		return 0, 0
	}
	for _, name := range names {
		name = strings.ToLower(name)
		if p.lexicon.parts[roleMailboxes][name] || strings.HasPrefix(domain, name+".") {
			return 0, 0
		}
	}
	return m[0], m[1]
}

// phone matches a number with a country's prefix, or one of North America with
// its usual marks.
var phone = regexp.MustCompile(`^(?:\+[1-9][0-9]{0,2}(?:[ .-]?\(?[0-9]{1,4}\)?){2,6}|\(?[2-9][0-9]{2}\)?[ .-][2-9][0-9]{2}[.-][0-9]{4})`)

// tollFree are the area codes of numbers that are nobody's own.
var tollFree = []string{"800", "833", "844", "855", "866", "877", "888"}

// phoneNumber returns the end of the phone number that a text begins with, or 0.
func phoneNumber(text string) int {
	if c := text[0]; c != '+' && c != '(' && (c < '2' || c > '9') {
		return 0
	}
	m := phone.FindStringIndex(text[:min(len(text), 30)])
	if m == nil || m[1] < len(text) && folded[text[m[1]]] != 0 {
		return 0
	}
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text[:m[1]])
	if len(digits) < 10 || len(digits) > 15 {
		return 0
	}
	for _, code := range tollFree {
		if strings.HasPrefix(strings.TrimPrefix(digits, "1"), code) {
			return 0
		}
	}
	return m[1]
}

// publicNumber reports whether a text says that its number is a function's.
func publicNumber(text string) bool {
	text = strings.ToLower(text)
	for _, word := range []string{"hotline", "switchboard", "reception", "desk", "support", "ethics line", "main number", "call center", "toll"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

var personalName = Check{
	Rule: diag.SameInBoth("S2-223", "personal-name", diag.Warning,
		"text names a person"),
	run: func(p *project) {
		for _, h := range p.said(honorifics, theirs&^of(elsewhere)) {
			if name := nameAfter(h.passage.text[h.end:]); name > 0 {
				p.add(h.passage.span(h.start, h.end+name), "%q names a person", h.passage.text[h.start:h.end+name]).
					Suggest("write the role, such as \"the Head of People\": people change jobs, and a report goes to many readers")
			}
		}
		for _, w := range p.Waivers {
			if isPerson(w.ApprovedBy.Value) {
				p.add(w.ApprovedBy.Span, "waiver is approved by %q, a person", w.ApprovedBy.Value).
					Suggest("write the role that decided, such as \"Chief Information Security Officer\": it answers for the decision after the person has left")
			}
		}
	},
}

var internalAddress = Check{
	Rule: diag.SameInBoth("S2-072", "internal-address", diag.Warning,
		"text has an internal address, host, account or bucket"),
	run: func(p *project) {
		for _, w := range p.pieces() {
			if start, end, kind := p.internal(w); end > 0 {
				p.add(w.span(start, end), "%q is %s", w.text()[start:end], kind).
					Suggest("name what it is for, such as the database network; the detail helps attackers and tells readers nothing")
			}
		}
	},
}

// internal returns the place and kind of what only those inside should know.
func (p *project) internal(w *piece) (start, end int, kind string) {
	text := w.text()
	end = len(strings.TrimRight(text, ".,;:!?)]}>\"'”’`"))
	start = len(text) - len(strings.TrimLeft(text, "([{<\"'“‘`"))
	if start >= end {
		return 0, 0, ""
	}
	switch text := text[start:end]; {
	case strings.HasPrefix(text, "arn:aws") && strings.Count(text, ":") >= 5:
		return start, end, "the name of a cloud resource (ARN)"
	case strings.HasPrefix(text, "s3://"), strings.HasPrefix(text, "gs://"), bucketAddress(text):
		return start, end, "the address of a storage bucket"
	case privateAddress(text) && !versionBefore(w):
		return start, end, "an internal network address"
	case accountNumber(text, w):
		return start, end, "the number of a cloud account"
	case tenantID(text, w):
		return start, end, "the id of a cloud tenant or subscription"
	case p.internalHost(text):
		return start, end, "the name of an internal host"
	}
	return 0, 0, ""
}

// privateAddress reports whether a text is an address of a private network, or
// part of one as a block. A whole private network is no secret.
func privateAddress(text string) bool {
	if text[0] != '1' {
		return false
	}
	block, err := netip.ParsePrefix(text)
	if err == nil {
		return block.Addr().IsPrivate() && block.Bits() > 16
	}
	host, _, _ := strings.Cut(text, ":")
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Is4() && ip.IsPrivate()
}

// versionBefore reports whether a number follows the word "version" or the like.
func versionBefore(w *piece) bool {
	before := strings.ToLower(strings.TrimRight(w.passage.text[:w.start], " "))
	for _, word := range []string{"version", "release", "firmware", "build"} {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}

// accountNumber reports whether a text is twelve digits after "account".
// bucketAddress reports whether a text is the web address of a bucket of one of
// the large clouds, beyond the address of the service itself.
func bucketAddress(text string) bool {
	_, rest, _ := strings.Cut(text, "://")
	host, path, _ := strings.Cut(rest, "/")
	host = strings.ToLower(host)
	switch {
	case strings.HasSuffix(host, ".amazonaws.com"):
		return strings.Contains(host, ".s3.") || strings.Contains(host, ".s3-") || strings.HasPrefix(host, "s3.") && path != ""
	case host == "storage.googleapis.com":
		return path != ""
	}
	return strings.HasSuffix(host, ".blob.core.windows.net") || strings.HasSuffix(host, ".storage.googleapis.com")
}

var uuid = regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)

// tenantID reports whether a text is the id that clouds give their customers.
func tenantID(text string, w *piece) bool {
	if !uuid.MatchString(text) {
		return false
	}
	before := strings.ToLower(w.passage.text[max(0, w.start-len("subscription number is  ")):w.start])
	return strings.Contains(before, "tenant") || strings.Contains(before, "subscription") || strings.Contains(before, "directory")
}

func accountNumber(text string, w *piece) bool {
	if len(text) != 12 || strings.Trim(text, "0123456789") != "" {
		return false
	}
	before := w.passage.text[max(0, w.start-len("account number is  ")):w.start]
	return strings.Contains(strings.ToLower(before), "account")
}

// internalHost reports whether a text is a host name, or the address of one,
// under an ending that only internal networks have.
//
// A name of two words without a scheme may be that of a file: settings.local.
func (p *project) internalHost(text string) bool {
	_, after, url := strings.Cut(text, "://")
	if url {
		text = after
	}
	host, _, _ := strings.Cut(text, "/")
	host, _, _ = strings.Cut(host, ":")
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 || folded[host[0]] == 0 || !url && strings.Count(host, ".") < 2 || !p.lexicon.parts[internalHosts][strings.ToLower(host[dot+1:])] {
		return false
	}
	return strings.Trim(strings.ToLower(host), "abcdefghijklmnopqrstuvwxyz0123456789.-_") == ""
}

var openVulnerability = Check{
	Rule: diag.SameInBoth("S2-074", "open-vulnerability", diag.Warning,
		"text tells of a weakness that is still open, or of the exact threshold of an alarm"),
	run: func(p *project) {
		for _, w := range p.pieces() {
			start, end := vulnerability(w.text())
			if end == 0 {
				continue
			}
			for _, h := range p.reading.hits[unpatchedWords] {
				if h.passage == w.passage && sameSentence(h.passage.text, w.start, h.start) {
					p.add(w.span(start, end), "%q is told to be still open", w.text()[start:end]).
						Note(h.span(), "its state is told here").
						Suggest("tell how weaknesses are found and within how long they are mended; keep open ones in the register")
					break
				}
			}
		}
		p.thresholds()
	},
}

// A threshold is a count of failures within a time; alarmed matches sentences
// that say what an alarm is raised at. Neither alone tells how to stay below it.
var (
	threshold = regexp.MustCompile(`(?i)\b(?:after|above|at|from|(?:more|fewer|less) than|exceeds?|exceeding) [0-9]+ (?:failed|invalid|unsuccessful|rejected|denied) [a-z-]+(?: [a-z]+)? (?:within|in|per|during) [a-z0-9]+ ?(?:seconds?|minutes?|hours?)\b`)
	alarmed   = regexp.MustCompile(`(?i)\b(?:alerts?|alarms?|detect(?:s|ed|ion)?|flag(?:s|ged)?|pages?|raised?)\b`)
)

// failures are what thresholds count.
var failures = []string{" failed ", " invalid ", " unsuccessful ", " rejected ", " denied "}

// thresholds reports the exact thresholds of alarms.
func (p *project) thresholds() {
	for i := range p.passages {
		g := &p.passages[i]
		if !theirs.has(g.part) || !slices.ContainsFunc(failures, func(word string) bool { return strings.Contains(g.text, word) }) {
			continue
		}
		for _, m := range threshold.FindAllStringIndex(g.text, -1) {
			start, end := sentenceAround(g.text, m[0])
			if !alarmed.MatchString(g.text[start:end]) {
				continue
			}
			p.add(g.span(m[0], m[1]), "%q is the exact threshold of an alarm", g.text[m[0]:m[1]]).
				Suggest("say what is watched and who is told, without the numbers: whoever knows them stays just below")
		}
	}
}

// vulnerability returns the place of a CVE id in a piece of text.
func vulnerability(text string) (start, end int) {
	start = strings.Index(text, "CVE-")
	if start < 0 {
		return 0, 0
	}
	end = start + len("CVE-")
	for end < len(text) && (digitAt(text, end) || text[end] == '-') {
		end++
	}
	if end-start < len("CVE-2024-1000") {
		return 0, 0
	}
	return start, end
}

// sameSentence reports whether no sentence ends between two places of a text.
func sameSentence(text string, a, b int) bool {
	between := text[min(a, b):max(a, b)]
	return !strings.Contains(between, ". ") && !strings.Contains(between, "; ")
}
