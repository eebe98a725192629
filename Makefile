# Each target is one plain command, so that nobody needs make.

.PHONY: help build test lint golden bench race picture fuzz examples ci clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

build: ## build the command
	go build ./cmd/socdraft

test: ## run the tests that need Go alone
	go test ./...

lint: ## formatting and vet
	test -z "$$(gofmt -l .)" && go vet ./...

golden: ## accept changed goldens
	go test . -update

bench: ## benchmarks of the whole build, its stages and its bound
	go test -run '^$$' -bench . -benchmem .

race: ## whole processes against Typst on the same words; needs node and poppler
	cd render/race && go run . -readme ../../README.md

picture: ## draw the README's pictures; needs poppler
	.ci/picture

fuzz: ## a short run of each fuzz test
	.ci/fuzz

examples: ## build the main example
	go run ./cmd/socdraft build examples/wrenfield

ci: ## everything, as the CI runs it
	.ci/run

clean: ## remove what builds leave
	rm -rf socdraft out examples/*/out
