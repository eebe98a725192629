package socdraft

import "github.com/socdraft/socdraft/content/score"

// A Signal is what one question of readers' rubric finds. It reaches no draft.
type Signal = score.Signal

// A Place is something to mend.
type Place = score.Place

// The states of a signal.
const (
	Strong     = score.Strong
	SomeToMend = score.SomeToMend
	Weak       = score.Weak
	NotJudged  = score.NotJudged
)
