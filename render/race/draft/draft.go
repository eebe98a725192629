package main

import (
	"fmt"

	"github.com/socdraft/socdraft/content"
	"github.com/socdraft/socdraft/content/coverage"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/load"
	"github.com/socdraft/socdraft/render"
	"github.com/socdraft/socdraft/templates/soc2"
)

// documentOf returns the SOC 2 draft of a project as the build lays it out.
func documentOf(project string) (*render.Document, error) {
	root, err := load.Open(project)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	var findings diag.List
	loaded, err := load.Project(root, &findings)
	if err != nil {
		return nil, err
	}
	if !loaded.Loaded {
		return nil, fmt.Errorf("the project in %s cannot be read as a whole; see socdraft check", project)
	}
	e := loaded.Engagement
	images := make(map[string]render.Image, len(loaded.Images))
	for path, image := range loaded.Images {
		images[path] = render.Image{Data: image.Data, Format: image.Format, Width: image.Width, Height: image.Height}
	}
	return soc2.Document(soc2.Input{
		Engagement: e,
		Coverage:   coverage.Of(e),
		Edition:    soc2.Working,
		Today:      today(e),
		Images:     images,
	}, &findings), nil
}

// today is the draft's date, as in a build that is told no other.
func today(e *content.Engagement) content.Date { return e.Draft.Date }
