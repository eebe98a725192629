package check

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

//go:embed tables/implausible.txt
var implausibleTable string

// A mismatch is a kind of control and the criteria it hardly serves.
type mismatch struct {
	titles   []string // normalized
	criteria map[string]bool
	series   []string // "CC6." of "CC6.*"
	usual    string
}

var mismatches = readMismatches(implausibleTable)

// readMismatches reads a table whose head says how its lines are made.
func readMismatches(table string) []mismatch {
	var all []mismatch
	for line := range strings.Lines(table) {
		parts := strings.SplitN(strings.TrimSpace(line), ":", 3)
		if len(parts) < 3 || strings.HasPrefix(line, "#") {
			continue
		}
		m := mismatch{criteria: map[string]bool{}, usual: strings.TrimSpace(parts[2])}
		for title := range strings.SplitSeq(parts[0], ",") {
			m.titles = append(m.titles, normalized(title))
		}
		for id := range strings.FieldsSeq(parts[1]) {
			if series, all := strings.CutSuffix(id, "*"); all {
				m.series = append(m.series, series)
			} else {
				m.criteria[id] = true
			}
		}
		all = append(all, m)
	}
	return all
}

// about returns the words of the table in a normalized title, or "".
func (m *mismatch) about(title string) string {
	for _, words := range m.titles {
		if strings.Contains(" "+title+" ", " "+words+" ") {
			return words
		}
	}
	return ""
}

func (m *mismatch) hardly(criterion string) bool {
	for _, s := range m.series {
		if strings.HasPrefix(criterion, s) {
			return true
		}
	}
	return m.criteria[criterion]
}

var implausibleMapping = Check{
	Rule: diag.SameInBoth("S2-090", "implausible-mapping", diag.Warning,
		"a control is mapped to a criterion that controls of its kind hardly serve"),
	run: func(p *project) {
		for _, c := range p.Controls {
			title := normalized(c.Title.Value)
			for i := range mismatches {
				m := &mismatches[i]
				words := m.about(title)
				if words == "" {
					continue
				}
				for _, id := range c.Criteria {
					if criterion := p.Criterion(id.Value); criterion != nil && m.hardly(id.Value) {
						p.add(id.Span, "control %s is mapped to criterion %s, which controls of its kind hardly serve", called(c.ID, c.Title), idAndTitle(id.Value, criterion.Title)).
							Note(c.Title.Span, "the control is about %q", words).
							Suggest("such controls usually serve %s; if this one does more, say so in its title and statement", m.usual)
					}
				}
			}
		}
	},
}

// softTitle matches the titles of controls that consist of a document.
var softTitle = regexp.MustCompile(`(?i)\b(?:polic(?:y|ies)|procedures?|handbook)(?: (?:document|review|approval|publication))?$`)

// technical lists the series of criteria that ask for more than a document.
var technical = []string{"CC6", "CC7", "CC8", "A1"}

var documentsAlone = Check{
	Rule: diag.SameInBoth("S2-089", "documents-alone", diag.Warning,
		"a technical criterion rests on policies alone"),
	absence: true,
	run: func(p *project) {
		for _, entry := range p.facts.Coverage.Entries {
			if len(entry.Controls) == 0 || len(entry.CSOCs) > 0 || entry.NotRelevant != nil || !soft(entry.Controls) ||
				!slices.Contains(technical, entry.Criterion.Series) {
				continue
			}
			c := entry.Controls[0]
			p.add(cites(c.Criteria, entry.Criterion.ID).Span, "criterion %s rests on documents alone: %s", idAndTitle(entry.Criterion.ID, entry.Criterion.Title), titles(entry.Controls)).
				Suggest("map the control that puts the policy into practice, such as the approval of each request: a document limits no access and stops no change")
		}
	},
}

// soft reports whether each of the controls is a manual one about a document.
func soft(controls []*content.Control) bool {
	for _, c := range controls {
		nature := content.Nature(c.Nature.Value)
		if nature != content.Manual && nature != "" || !softTitle.MatchString(strings.TrimSpace(c.Title.Value)) {
			return false
		}
	}
	return true
}

// titles names controls as messages do.
func titles(controls []*content.Control) string {
	var all []string
	for _, c := range controls {
		all = append(all, c.ID.Value+" "+c.Title.Value)
	}
	return content.Join(all)
}

var unnamedSystem = Check{
	Rule: diag.SameInBoth("S2-092", "unnamed-system", diag.Warning,
		"a control uses a system that is not named among the components"),
	run: func(p *project) {
		roles := map[string]*content.Component{}
		for _, r := range p.Components.Roles {
			roles[r.ID.Value] = r
		}
		for _, c := range p.Controls {
			if content.Nature(c.Nature.Value) == content.Automated && len(c.Systems) == 0 {
				p.add(c.Nature.Span, "automated control %s does not say which system performs it", called(c.ID, c.Title)).
					Suggest("name it in systems by its id in components.toml: the settings of that system are the evidence")
			}
			for _, id := range c.Systems {
				if r := roles[id.Value]; r != nil {
					p.add(id.Span, "control %s has %q for a system, which is a role", called(c.ID, c.Title), id.Value).
						Note(r.ID.Span, "it is a role here").
						Suggest("name the infrastructure, software or data it works on; who acts belongs to performer_role")
				}
			}
		}
	},
}
