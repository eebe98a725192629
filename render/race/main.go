// Race measures socdraft against Typst on the same words, and writes the Typst
// side of it for comparison by eye. Run it in its folder; it needs node, npm and
// poppler.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	typst := flag.Bool("typst", false, "write the SOC 2 draft of a project with Typst: -typst PROJECT OUT.pdf")
	flag.Parse()
	if err := run(*typst, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "race:", err)
		os.Exit(1)
	}
}

func run(typst bool, args []string) error {
	if typst {
		if len(args) != 2 {
			return fmt.Errorf("-typst needs a project and the name of a PDF")
		}
		return writeTypst(args[0], args[1])
	}
	return nil
}
