package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"syscall"
	"time"
)

// A sample is what one run of a process took.
type sample struct {
	Wall, CPU time.Duration
	Peak      int           // bytes of memory
	Said      string        // on standard output
	inside    time.Duration // of the time, what the program itself reported; 0: nothing
}

// measure runs a command to its end, from a process of its own that is small:
// a process counts what its parent held when it started as its own peak.
func measure(args []string) (sample, error) {
	self, err := os.Executable()
	if err != nil {
		return sample{}, err
	}
	command := exec.Command(self, append([]string{"-measure"}, args...)...)
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return sample{}, fmt.Errorf("%s: %w", args[0], err)
	}
	var s sample
	return s, json.Unmarshal(out, &s)
}

// measureHere runs a command and prints what it took.
func measureHere(args []string) error {
	command := exec.Command(args[0], args[1:]...)
	command.Stderr = os.Stderr
	started := time.Now()
	out, err := command.Output()
	wall := time.Since(started)
	if err != nil {
		return err
	}
	state := command.ProcessState
	peak := int(state.SysUsage().(*syscall.Rusage).Maxrss)
	if runtime.GOOS != "darwin" {
		peak *= 1024 // elsewhere it is counted in kibibytes
	}
	return json.NewEncoder(os.Stdout).Encode(sample{Wall: wall, CPU: state.UserTime() + state.SystemTime(), Peak: peak, Said: string(out)})
}

// A spread is the middle of some values and their ends.
type spread struct{ median, least, most float64 }

func spreadOf(values []float64) spread {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return spread{median: (sorted[(n-1)/2] + sorted[n/2]) / 2, least: sorted[0], most: sorted[n-1]}
}
