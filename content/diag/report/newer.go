package report

import "github.com/socdraft/socdraft/content/diag"

// Newer parts findings into those that came up since and those that were among
// the findings before. They are told apart as fingerprints tell them, except
// that a secret in place of another is new. Of findings alike, as many are
// older as there were, the first ones.
func Newer(findings, before []*diag.Finding) (newer, older []*diag.Finding) {
	left := map[string]int{}
	for _, f := range before {
		left[unveiled(f)]++
	}
	for _, f := range findings {
		if key := unveiled(f); left[key] > 0 {
			left[key]--
			older = append(older, f)
			continue
		}
		newer = append(newer, f)
	}
	return newer, older
}

// unveiled returns all that a finding may share with others, with secrets as
// they are: for comparing, never for showing.
func unveiled(f *diag.Finding) string {
	return Options{}.likeness(f, func(s *diag.Source) []byte { return s.Text })
}
