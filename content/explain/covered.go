package explain

// covered lists the numbers of the catalogue whose faults are found by rules
// with other numbers, which say more exactly what is wrong.
var covered = []struct {
	number, name, title, why string
	by                       []string // names of rules
}{
	{"S2-076", "broken-document", "a cross reference leads nowhere, or a figure has no alternative text or cannot be shown",
		"A draft with dead links and silent figures looks unfinished, and who cannot see a figure learns nothing from it. " +
			"A caption is the author's choice: the alternative text says what the figure shows.",
		[]string{"dangling-link", "ambiguous-link", "unknown-anchor", "missing-alt-text", "missing-image", "broken-image", "undrawn-diagram", "unknown-footnote", "dangling-reference", "mistaken-reference"}},
	{"S2-145", "unasserted-inclusion", "an included subservice organization gives no assertion",
		"By the inclusive method its management answers for its part of the description, and without its assertion the method cannot be used.",
		[]string{"incomplete-inclusion"}},
}
