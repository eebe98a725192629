package examples

import "embed"

// Sources are the texts of the examples and of the skeleton, for who looks for words that were
// copied from them. The project in broken has such words on purpose, so it is left out.
//
//go:embed [^b]*/*.toml [^b]*/description/*.md [^b]*/controls/*.toml [^b]*/tests/*/*.toml [^b]*/other-information/*.md [^b]*/soc3/*.md [^b]*/requests/a*.toml
var Sources embed.FS
