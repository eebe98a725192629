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
	// Not "npm ci": the lock file names the compiler of this kind of machine
	// alone, which npm ci takes for a fault.
	command := exec.Command("npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund")
	if out, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("npm install: %w\n%s", err, out)
	}
	return nil
}
