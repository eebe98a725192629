package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/socdraft/socdraft"
	"github.com/socdraft/socdraft/content/diag"
	"github.com/socdraft/socdraft/content/diag/report"
	"github.com/socdraft/socdraft/content/revision"
)

// revisionTime is how long all reading of a revision may take.
const revisionTime = time.Minute

// keepNewer takes the findings out of the result that the project in the folder
// had at the revision already, and returns those that would have counted. A past
// that is not known is an error: it must not look as if nothing were new.
func keepNewer(result *socdraft.Result, dir, rev string, o socdraft.Options) ([]*diag.Finding, error) {
	before, note, err := checkRevision(dir, rev, o)
	if errors.Is(err, revision.ErrMalformed) {
		return nil, usagef("--since: %w", err)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot compare with %q, nothing was compared: %w", rev, err)
	}
	if note != "" {
		result.Notes = append(result.Notes, note)
	}
	if before == nil {
		return nil, nil
	}
	// A finding that was waived before and no longer is counts from now on.
	newer, older := report.Newer(result.Findings, before.Findings)
	result.Findings = newer
	result.Waived, _ = report.Newer(result.Waived, diag.Sorted(before.Findings, before.Waived))
	return older, nil
}

// checkRevision checks the project as it was. There is no result where there
// was no project; the note then says so.
func checkRevision(dir, rev string, o socdraft.Options) (*socdraft.Result, string, error) {
	ctx, stop := context.WithTimeout(context.Background(), revisionTime)
	defer stop()
	tree, err := revision.Open(ctx, dir, rev)
	if err != nil {
		return nil, "", err
	}
	defer tree.Close()
	name := fmt.Sprintf("%s (%.12s)", report.Visible(rev), tree.Commit())
	if _, err := fs.Stat(tree, projectFile); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Sprintf("there was no project here at %s, so every finding is new", name), nil
	}
	before, err := socdraft.In(tree).Check(o)
	if tree.Err() != nil {
		return nil, "", tree.Err()
	}
	if err != nil {
		return nil, "", err
	}
	if !before.Whole {
		return before, fmt.Sprintf("the project at %s could not be read as a whole: findings that it had may show as new", name), nil
	}
	return before, "", nil
}
