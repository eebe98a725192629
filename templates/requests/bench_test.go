package requests

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/render/xlsx"
)

// BenchmarkEvidence makes and writes the workbook of an engagement with 100,000
// files of evidence, and reports the memory taken from the system, what the
// engagement takes included.
func BenchmarkEvidence(b *testing.B) {
	in := input()
	items := make([]*content.EvidenceItem, 100_000)
	for i := range items {
		items[i] = &content.EvidenceItem{
			File: text(fmt.Sprintf("R-%03d_AC-01_listing_20250701-20260630_%05d_v1.csv", i%300, i)), Request: text("AC-01.sample"), Control: text("AC-01"),
			SHA256: text(fmt.Sprintf("%064x", uint64(i)*0x9E3779B97F4A7C15)), Size: content.Int{Value: 7 * i}, Source: text("Gatewright"), CapturedBy: text("IT Manager"),
			CapturedOn: content.Date{Year: 2026, Month: 7, Day: 1}, From: content.Date{Year: 2025, Month: 7, Day: 1}, To: content.Date{Year: 2026, Month: 6, Day: 30},
		}
	}
	in.Engagement.RequestList.Evidence = items
	b.ReportAllocs()
	for b.Loop() {
		if _, err := xlsx.Write(Workbook(in), render.DefaultTheme()); err != nil {
			b.Fatal(err)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/1e6, "MB-sys")
}
