package check

import (
	"regexp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// A pair are two things that controls of one organization cannot both say: that
// something is required of everybody, and that somebody may do without.
type pair struct {
	required, allowed *regexp.Regexp
}

// Verbs of permission, and what is done without what was required.
const (
	may      = `\b(?:may|can|is allowed to|are allowed to|is permitted to|are permitted to)\b[^,]{0,70}`
	approval = `(?:(?:prior|further|second|another|an|a|the|any|peer|code|management|that) ?){0,3}(?:approval|review|reviewer|approver|sign-off)\b`
	code     = `(?:changes?|releases?|deployments?|pull requests?|merges?|merge requests?|code|commits?)`
	factor   = `(?:(?:a|the|multi-factor|second|additional|two-factor) ?){0,2}(?:authentication|factor|MFA)\b`
)

// pairs lists what is compared, sentence by sentence. Each has its sentences in
// contradictions_test.go.
var pairs = []pair{
	{ // changes
		expression(`\b` + code + `\b.{0,90}\b(?:approved|reviewed|approves|reviews|approval|review)\b.{0,70}\b(?:before|prior to|until)\b` +
			`|\b(?:approves?|reviews?|approval|review)\b.{0,80}\b` + code + `\b.{0,60}\b(?:before|prior to|until)\b` +
			`|\b` + code + `\b.{0,40}\b(?:requires?|needs?|must have)\b.{0,40}\b(?:approval|review)\b`),
		expression(may + `\b(?:merged?|deploy(?:ed)?|release[ds]?|change[ds]?|push(?:ed)?|publish(?:ed)?)\b.{0,60}\bwithout ` + approval +
			`|` + may + `\b(?:bypass|skip|override|waive)\b.{0,30}\b(?:` + code + ` )?(?:approval|review)\b.{0,40}\b(?:` + code + `|merge|deploy|release|deploying|merging)\b` +
			`|` + may + `\b(?:bypass|skip|override|waive)\b.{0,20}\b` + code + `.{0,10} (?:approval|review)\b`),
	},
	{ // access
		expression(`\b(?:access|accounts?|rights|roles?)\b.{0,60}\b(?:granted|given|created|assigned)\b.{0,60}\b(?:after|once|when|only)\b.{0,60}\bapprov` +
			`|\bapprov(?:es?|ed|al)\b.{0,80}\bbefore\b.{0,40}\b(?:access|accounts?|rights|roles?)\b.{0,40}\b(?:granted|given|created|assigned)\b` +
			`|\b(?:access|accounts?|rights|roles?)\b.{0,40}\b(?:requires?|needs?|must have)\b.{0,40}\bapproval\b`),
		expression(may + `\b(?:access|accounts?|rights|roles?)\b.{0,50}\bwithout ` + approval +
			`|\b(?:access|accounts?|rights|roles?)\b ` + may + `\b(?:granted|given|created|assigned)\b.{0,30}\bwithout ` + approval),
	},
	{ // sign-in
		expression(`\b(?:requires?|required|must|needs?|enforces?|enforced|only with)\b.{0,80}\b(?:multi-factor|two-factor|second factor|MFA)\b` +
			`|\b(?:multi-factor|two-factor|second factor|MFA)\b.{0,60}\b(?:required|enforced|mandatory)\b`),
		expression(may + `\b(?:sign in|log in|log on|connect|access|authenticate)\b.{0,60}\b(?:without ` + factor + `|with (?:a|the|their) password (?:alone|only))`),
	},
	{ // accounts
		expression(`\bshared accounts?\b.{0,40}\b(?:prohibited|forbidden|not (?:used|allowed|permitted)|disabled)\b|\bno shared accounts?\b` +
			`|\b(?:each|every) [^.,]{1,30} has (?:(?:a|an|its|their) )?(?:own|unique|individual|personal) account\b`),
		expression(may + `\b(?:use|share|sign in with|work with)\b.{0,20}\b(?:a shared|shared|generic|one|the same) accounts?\b` +
			`|\b(?:share one account|share an account|share the account|share accounts)\b`),
	},
	{ // data in tests
		expression(`\bproduction data\b.{0,40}\b(?:not|never)\b.{0,40}\b(?:tests?|testing|development|staging)\b` +
			`|\b(?:tests?|testing|development|staging)\b.{0,60}\b(?:no|not|never)\b.{0,30}\bproduction data\b`),
		expression(may + `\b(?:use|copy|load|used|copied|loaded)\b.{0,30}\bproduction data\b.{0,40}\b(?:tests?|testing|development|staging)\b` +
			`|\bproduction data\b ` + may + `\b(?:used|copied|loaded)\b.{0,40}\b(?:tests?|testing|development|staging)\b`),
	},
}

// expression compiles words that stand in any case, with any white space
// between them.
func expression(words string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)` + strings.ReplaceAll(words, " ", `[\s\x{A0}]+`))
}

var contradictoryControls = Check{
	Rule: diag.SameInBoth("S2-096", "contradictory-controls", diag.Warning,
		"one control requires what another allows to go without"),
	run: func(p *project) {
		for i := range pairs {
			allowed := p.sentences(pairs[i].exempts)
			if len(allowed) == 0 {
				continue
			}
			required := p.sentences(pairs[i].requires)
			for _, a := range allowed {
				at := slices.IndexFunc(required, a.contradicts)
				if at < 0 {
					continue
				}
				r := required[at]
				p.add(a.place, "control %s allows something to be left out that control %s requires", called(a.control.ID, a.control.Title), called(r.control.ID, r.control.Title)).
					Note(r.place, "it is required here").
					Suggest("say in both who is excepted, when, and who looks at it afterwards; else one of them is not true")
			}
		}
	},
}

// A ruling is a sentence of a control that requires something or allows to go
// without.
type ruling struct {
	control   *content.Control
	place     diag.Span
	customers bool // it is about what customers do
}

// sentences returns what an expression finds in the statements of controls.
func (p *project) sentences(find func(string) (start, end int)) []ruling {
	var found []ruling
	for i := range p.stated() {
		s := &p.stated()[i]
		if start, end := find(s.text); end > 0 {
			found = append(found, ruling{s.control, s.span(start, end), hasWord(s.text, "customer", "user entit", "member", "client")})
		}
	}
	return found
}

// contradicts reports whether the other control is of the same people and
// systems at the same time.
func (r ruling) contradicts(other ruling) bool {
	a, b := r.control, other.control
	return a != b && r.customers == other.customers && !succeeds(a, b) && !succeeds(b, a) && !apart(a, b)
}

// apart reports whether two controls are of different systems.
func apart(a, b *content.Control) bool {
	if len(a.Systems) == 0 || len(b.Systems) == 0 {
		return false
	}
	return !slices.ContainsFunc(a.Systems, func(x content.Text) bool {
		return slices.ContainsFunc(b.Systems, func(y content.Text) bool { return x.Value == y.Value })
	})
}

// exempts returns the place of the sentence that allows to go without.
// Emergencies and what is told afterwards are exceptions that controls know.
func (c *pair) exempts(text string) (start, end int) {
	if !hasWord(text, "may", "can", "allowed", "permitted", "share") {
		return 0, 0
	}
	return sentenceOf(c.allowed, text, "emergenc", "break-glass", "break glass", "urgent", "unless", "until", "cannot", "can not", "may not",
		"no one", "nobody", "no ", "none", "neither", "never", "not ", "only", "prevent", "block", "reject", "refuse", "detect", "alert", "automat", "pre-approved",
		"standard", "documentation", "afterward", "retrospective", "exception")
}

// requires returns the place of the sentence that requires it of everybody.
func (c *pair) requires(text string) (start, end int) {
	return sentenceOf(c.required, text, "except", "unless", "emergenc", "other than", "without", "may ", "can ", "where possible")
}

// sentenceOf returns the place of the first sentence that an expression matches
// and that has none of the words.
func sentenceOf(expression *regexp.Regexp, text string, without ...string) (start, end int) {
	for _, m := range expression.FindAllStringIndex(text, -1) {
		start, end := sentenceAround(text, m[0])
		if m[1] <= end && !hasWord(text[start:end], without...) {
			return start, end
		}
	}
	return 0, 0
}
