package main

import (
	"fmt"
	"os/exec"
	"runtime"
	"slices"
	"syscall"
	"time"
)

// A sample is what one run of a process took.
type sample struct {
	wall, cpu time.Duration
	peak      int           // bytes of memory
	inside    time.Duration // of it, what the program itself reported; 0: nothing
}

// measure runs a command to its end.
func measure(command *exec.Cmd) (sample, []byte, error) {
	started := time.Now()
	out, err := command.Output()
	wall := time.Since(started)
	if err != nil {
		if exit, ok := err.(*exec.ExitError); ok {
			err = fmt.Errorf("%w: %s", err, exit.Stderr)
		}
		return sample{}, nil, fmt.Errorf("%s: %w", command.Path, err)
	}
	state := command.ProcessState
	usage := state.SysUsage().(*syscall.Rusage)
	peak := int(usage.Maxrss)
	if runtime.GOOS != "darwin" {
		peak *= 1024 // elsewhere it is counted in kibibytes
	}
	return sample{wall: wall, cpu: state.UserTime() + state.SystemTime(), peak: peak}, out, nil
}

// A spread is the middle of some values and their ends.
type spread struct{ median, least, most float64 }

func spreadOf(values []float64) spread {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return spread{median: (sorted[(n-1)/2] + sorted[n/2]) / 2, least: sorted[0], most: sorted[n-1]}
}
