// Package draft makes the document of a project as a build does, before layout.
package draft

import (
	"fmt"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/templates/soc2"
)

// Of returns the SOC 2 draft of a project as the build lays it out, and
// how it looks.
func Of(project string) (*render.Document, *render.Theme, error) {
	root, err := load.Open(project)
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	var findings diag.List
	loaded, err := load.Project(root, &findings)
	if err != nil {
		return nil, nil, err
	}
	if !loaded.Loaded() {
		return nil, nil, fmt.Errorf("the project in %s cannot be read as a whole; see socdraft check", project)
	}
	e := loaded.Engagement
	images := make(map[string]render.Image, len(loaded.Images))
	for path, image := range loaded.Images {
		images[path] = render.Image{Data: image.Data, Format: image.Format, Width: image.Width, Height: image.Height}
	}
	doc := soc2.Document(soc2.Input{
		Engagement: e,
		Coverage:   coverage.Of(e),
		Edition:    soc2.Working,
		Today:      e.Draft.Date,
		Images:     images,
	}, &findings)
	return doc, themeOf(e), nil
}

// themeOf returns the theme in the project's accent.
func themeOf(e *content.Engagement) *render.Theme {
	theme := render.DefaultTheme()
	if accent, err := render.ParseColor(e.Branding.Accent.Value); err == nil {
		return theme.WithAccent(accent)
	}
	return theme
}
