package examples

import "embed"

// Sources are the texts of the examples and of the skeleton, for who looks for words that were
// copied from them.
//
//go:embed */*.toml */description/*.md */controls/*.toml */tests/*/*.toml */other-information/*.md */soc3/*.md
var Sources embed.FS
