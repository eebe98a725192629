// Package criteria embeds the catalogue of the trust services criteria and the
// titles of the editions they come from. It holds bytes only; package load
// reads them as it reads a project's TOML.
package criteria

import _ "embed"

// Catalogue is the list of all criteria, as TOML.
//
//go:embed catalogue.toml
var Catalogue []byte

// Editions names the documents the criteria come from, as TOML.
//
//go:embed editions.toml
var Editions []byte
