package main

import (
	"fmt"
	"os"
	"os/exec"
)

// install puts the compiler of package-lock.json into node_modules, running
// none of its scripts.
func install() error {
	for _, program := range []string{"node", "npm", "pdftotext", "go"} {
		if _, err := exec.LookPath(program); err != nil {
			return fmt.Errorf("%s is needed: %w", program, err)
		}
	}
	if _, err := os.Stat("node_modules/@myriaddreamin"); err == nil {
		return nil
	}
	command := exec.Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
	command.Stderr = os.Stderr
	return command.Run()
}
