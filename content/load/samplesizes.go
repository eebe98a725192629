package load

import (
	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/diag"
)

// checkSizes reports rows and bands of sample sizes that cannot be told which
// one applies, or that ask for less at a higher risk.
func (l *loader) checkSizes(s *content.SampleSizes) {
	for i, row := range s.Periodic {
		last := i == len(s.Periodic)-1
		switch {
		case row.Low.Value < 0 || row.Normal.Value < row.Low.Value || row.High.Value < row.Normal.Value:
			l.oddSizes(row.Span, "a row asks for less at a higher risk: %d, %d and %d", row.Low.Value, row.Normal.Value, row.High.Value)
		case !last && row.Most.Value <= 0:
			l.oddSizes(row.Span, "a row without \"most\" stands before others, which never apply")
		case i > 0 && row.Most.Given() && row.Most.Value <= s.Periodic[i-1].Most.Value:
			l.oddSizes(row.Span, "a row up to %d occurrences follows one up to %d", row.Most.Value, s.Periodic[i-1].Most.Value)
		}
	}
	for i, band := range s.Occurrences {
		last := i == len(s.Occurrences)-1
		switch {
		case band.To.Given() && band.To.Value < band.From.Value:
			l.oddSizes(band.Span, "a band ends at %d, before it begins at %d", band.To.Value, band.From.Value)
		case !last && !band.To.Given():
			l.oddSizes(band.Span, "a band without \"to\" stands before others, which never apply")
		case i > 0 && band.From.Value != s.Occurrences[i-1].To.Value+1:
			l.oddSizes(band.Span, "a band from %d follows one up to %d", band.From.Value, s.Occurrences[i-1].To.Value)
		case i == 0 && band.From.Value > 1:
			l.oddSizes(band.Span, "the first band begins at %d, so smaller populations have no size", band.From.Value)
		case band.Normal.Given() && band.High.Value < band.Normal.Value:
			l.oddSizes(band.Span, "a band asks for less at a higher risk: %d and %d", band.Normal.Value, band.High.Value)
		}
	}
}

// oddSizes reports what is wrong with the sizes.
func (l *loader) oddSizes(where diag.Span, format string, args ...any) {
	l.list.Add(OddSampleSizes, where, format, args...).
		Suggest("rows go up in \"most\" and bands follow each other from 1 without a gap; only the last has no bound")
}
