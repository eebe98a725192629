package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/socdraft/socdraft"
)

// openInput opens a file that the command line names: what is no regular file
// is not waited for.
func openInput(name string) (*os.File, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read the file: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, usagef("%s is not a file", shown(name))
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read the file: %w", err)
	}
	return file, nil
}

// asUsage returns a mistake in what a command was told as one of usage.
func asUsage(err error) error {
	if input, ok := errors.AsType[*socdraft.InputError](err); ok {
		return usageError{input}
	}
	return err
}
