//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// ignoreSizeSignal makes a limit on the size of files an error of the write,
// where it would end the process.
func ignoreSizeSignal() { signal.Ignore(syscall.SIGXFSZ) }
