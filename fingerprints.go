package socdraft

import (
	"github.com/socdraft/socdraft/content/check"
	"github.com/socdraft/socdraft/content/diag"
)

// Fingerprints returns the hashes of the project's paragraphs, as lines of
// fingerprints.txt of another project. Where the project cannot be loaded there
// are none and the findings say why.
func (p *Project) Fingerprints() (string, []*diag.Finding, error) {
	r, err := p.start(Options{})
	if err != nil {
		return "", nil, err
	}
	if !r.loaded {
		findings, _ := r.resolved(false)
		return "", findings, nil
	}
	return check.Fingerprints(r.engagement), nil, nil
}
