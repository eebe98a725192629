package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// A date that cannot be read is one finding, not a missing date as well.
func TestUnreadableDatesAreNotMissing(t *testing.T) {
	const period = "type = 2\nperiod = { start = 2025-07-01, end = 2026-06-30 }"
	for frame, want := range map[string]bool{
		"type = 1":                        true,
		"type = 1\nas_of = \"July 2026\"": false,
		"type = 1\nas_of = 20260731":      false,
		"type = 2":                        true,
		"type = 2\nperiod = { start = \"July\", end = 2026 }": false,
	} {
		fsys := overlay(t, &txtar.Archive{}, "good")
		text := strings.Replace(string(fsys["socdraft.toml"].Data), period, frame, 1)
		fsys["socdraft.toml"] = &fstest.MapFile{Data: []byte(text)}
		all := findings(t, fsys, nil)
		if got := strings.Contains(all, "has no as-of date") || strings.Contains(all, "has no period"); got != want {
			t.Errorf("%s:\n%s", frame, all)
		}
	}
}
