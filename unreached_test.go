package socdraft_test

// unreached are the rules that no edit of testdata/mutations.txt brings, with
// the reason.
var unreached = map[string]string{
	"unreadable-file":          "depends on the rights of whoever runs the test; content/load reads one",
	"very-short-period":        "a period moved so far leaves most tests, changes and the incident outside of it",
	"short-period":             "a period moved so far leaves most tests, changes and the incident outside of it",
	"missing-recovery-control": "several controls are about backups, and several about testing recovery",
	"missing-disposal-control": "several controls are about classifying, and several about destroying, confidential information",
	"copied-example":           "the example may have the words of the examples",
	"copied-control":           "the example may have the words of the examples",
	"stale-risks":              "each of eighteen risks has the date of its assessment",
	"spotless-report":          "three tests have an exception, each with a response and words elsewhere",
	summarized:                 "stands in each auditor edition without the official text of the criteria, the example's too",
	"empty-diagram":            "the example has many flows and zones",
	"oversize-diagram":         "needs sixty boxes, each in lines of its own",
	"swapped-evidence":         "is about files that lie beside the sources; evidence index reports it",
	"large-attachment":         "is about what is asked for on the command line, not about the project",
	"risen-count":              "is told by the command alone, which compares the counts",
	"type1-soc3":               "is about what is asked for on the command line, not about the project",
}
