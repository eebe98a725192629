module github.com/socdraft/socdraft/render/race

go 1.26

toolchain go1.26.8

require github.com/socdraft/socdraft v0.0.0

require (
	github.com/BurntSushi/toml v1.6.0 // indirect
	github.com/go-pdf/fpdf v0.9.0 // indirect
	github.com/klauspost/compress v1.20.3 // indirect
	github.com/pelletier/go-toml/v2 v2.4.3 // indirect
	github.com/yuin/goldmark v1.8.7 // indirect
)

replace github.com/socdraft/socdraft => ../..
