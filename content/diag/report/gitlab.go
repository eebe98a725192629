package report

import (
	"io"

	"github.com/socdraft/socdraft/content/diag"
)

// A gitlabFinding is one element of a code quality report. The widget does not
// show check_name, so the description repeats it.
type gitlabFinding struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// writeGitLab prints an array for GitLab's code quality report.
func writeGitLab(w io.Writer, findings []*diag.Finding, opts Options) error {
	fingerprints := opts.fingerprints(findings)
	array := make([]gitlabFinding, len(findings))
	for i, f := range findings {
		first, last := lines(f.Span)
		array[i] = gitlabFinding{
			Description: f.Rule.Name + ": " + oneLine(f.Message),
			CheckName:   f.Rule.Name,
			Fingerprint: fingerprints[i],
			Severity:    gitlabSeverity(f.Severity),
			Location:    gitlabLocation{opts.repositoryName(f.Span), gitlabLines{first, last}},
		}
	}
	return encodeJSON(w, array, "  ")
}

func gitlabSeverity(s diag.Severity) string {
	switch s {
	case diag.Error:
		return "major"
	case diag.Warning:
		return "minor"
	}
	return "info"
}
