package check

import (
	"regexp"
	"strings"

	"github.com/socdraft/socdraft/content/diag"
)

// placeholder matches what authors leave for later. TODO in small letters is a
// word of other languages.
var placeholder = regexp.MustCompile(`\bTODOs?\b|(?i:\b(?:TBD|FIXME|lorem)\b)|\bX{3,}\b|\?{3,}|\[ \]|\{\{`)

var leftoverPlaceholder = Check{
	Rule: diag.AtHandoff("S2-068", placeholderRule,
		"authored text has a placeholder"),
	run: func(p *project) {
		for i := range p.passages {
			g := &p.passages[i]
			if !g.cue && !marked(g.text) {
				continue
			}
			for _, m := range placeholder.FindAllStringIndex(g.text, -1) {
				// Braces in Markdown are variables, which report themselves.
				if g.isCode(m[0]) || g.markdown && g.text[m[0]] == '{' {
					continue
				}
				todo := step(g.text[m[1]:])
				f := p.add(g.span(m[0], m[1]), "still to be written: %q", g.text[m[0]:m[1]]+todo)
				if todo == "" { // else the step says what to write
					f.Suggest("write the fact it stands for, or delete the sentence; what is to print as it is goes between backticks")
				}
			}
		}
	},
}

// numbered matches what stands behind TODO in the skeleton of a project.
var numbered = regexp.MustCompile(`^ \d+: \S`)

// stepWords is how much of a step a finding repeats.
const stepWords = 14

// step returns the beginning of the step that a text tells, or nothing: the
// findings on a skeleton are read as a list of what to do.
func step(text string) string {
	if !numbered.MatchString(text) {
		return ""
	}
	words := strings.Fields(text)
	for i, word := range words[:min(len(words), stepWords)] {
		if strings.HasSuffix(word, ".") || i == len(words)-1 {
			return " " + strings.TrimSuffix(strings.Join(words[:i+1], " "), ".")
		}
	}
	return " " + strings.Join(words[:stepWords], " ") + " …"
}

// marked reports whether a text that has none of the cues may match placeholder,
// sooner than placeholder itself: hardly any text does.
func marked(text string) bool {
	for _, mark := range []string{"TODO", "XXX", "???", "[ ]", "{{"} {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

// hasWord reports whether one of some words, in any case, starts where a word
// of the text starts.
func hasWord(text string, words ...string) bool {
	inside := false
	for i := range len(text) {
		c := text[i] | 0x20
		if c >= 'a' && c <= 'z' && !inside {
			for _, w := range words {
				if c == w[0] && len(text)-i >= len(w) && strings.EqualFold(text[i:i+len(w)], w) {
					return true
				}
			}
		}
		inside = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || text[i] == '_'
	}
	return false
}

// conclusion matches the formulas of a practitioner's conclusions. Words may be
// parted by any white space.
var conclusion = regexp.MustCompile(strings.ReplaceAll(
	`(?i)\b(?:in our opinion|we have examined|fairly stated|(?:present|presents|presented) fairly|fairly (?:present|presents|presented))\b`,
	" ", `[\s\x{A0}]+`))

var attestationConclusion = Check{
	Rule: diag.SameInBoth("D11", "attestation-conclusion", diag.Error,
		"authored text has a conclusion that is the service auditor's alone"),
	run: func(p *project) {
		for i := range p.passages {
			g := &p.passages[i]
			if !g.cue {
				continue
			}
			for _, m := range conclusion.FindAllStringIndex(g.text, -1) {
				p.add(g.span(m[0], m[1]), "%q is a conclusion that only the service auditor draws", g.text[m[0]:m[1]]).
					Suggest("say what is done and leave the judging out, as in: Controls are checked each quarter; this rule cannot be waived")
			}
		}
	},
}
