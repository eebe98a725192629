package socdraft

import (
	"math"

	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/render"
)

var ruleFaintAccent = diag.SameInBoth("RD-005", "low-contrast-accent", diag.Warning,
	"the accent is too pale for text, so the drafts are set in the default one")

// themeOf returns the theme in the project's accent. An accent in which text
// would be hard to read is reported and left out, so that every page stays
// legible: a shade of our own choice would be nobody's color.
func (r *run) themeOf() *render.Theme {
	theme := render.DefaultTheme()
	authored := r.engagement.Branding.Accent
	accent, err := render.ParseColor(authored.Value)
	if err != nil { // none, or reported when it was read
		return theme
	}
	ratio, ground := theme.AccentContrast(accent)
	if ratio >= render.TextContrast {
		return theme.WithAccent(accent)
	}
	r.findings.Add(ruleFaintAccent, authored.Span, "accent %q has a contrast of %.2f:1 on %s where text needs %.1f:1, so the drafts keep %s",
		authored.Value, math.Floor(ratio*100)/100, ground.Hex(), render.TextContrast, theme.Accent().Hex()).
		Suggest("the nearest darker color that can be read: %q", theme.ReadableAccent(accent).Hex())
	return theme
}
