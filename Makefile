# What a newcomer, a developer and a packager need. `make help` lists it.

SWIFT   ?= scripts/swift
PREFIX  ?= /usr/local
DESTDIR ?=

# Every import must be of a target that Package.swift names; warnings are errors there already.
CHECKS  := --explicit-target-dependency-import-check error
# How the tools are linked, so that less is to do at every start (docs/adr/0035): no folder of the
# program is searched for libraries, C++'s library is part of it, nothing in it is for others to
# link to, and it need not be moved in memory.
LINKING := --disable-local-rpath -Xswiftc "-L$(CURDIR)/.build/linking" -Xlinker --no-export-dynamic \
	$(foreach flag,-static-libgcc -no-pie,-Xswiftc -Xclang-linker -Xswiftc $(flag))
RELEASE := $(SWIFT) build -c release --static-swift-stdlib $(LINKING) $(CHECKS)
TOOLS   := .build/release/riktmarke .build/release/riktmarke-etl

# A build from nothing that nobody goes on from (.ci/run sets CI): each module in one piece, not in
# pieces that each read the others anew, and of what a debugger wants the lines alone, which a crash
# prints. What the compiler checks is the same; nothing is optimised, so what is tested is the same.
ONCE    := $(foreach flag,-disable-batch-mode -whole-module-optimization -num-threads 2 \
	-no-emit-module-separately-wmo -gline-tables-only,-Xswiftc $(flag))
TESTING := $(CHECKS) $(if $(CI),$(ONCE))

.DEFAULT_GOAL := help
.PHONY: help demo deps build test vectors lint bench bench-national install clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

demo: deps build ## install what is missing, build, load the shipped figures and compare
	@scripts/demo

deps: ## install what is missing: C libraries, pkg-config and a PostgreSQL server
	@scripts/install-dependencies

build: ## build both tools in release mode into .build/release
	@scripts/install-dependencies --check
	@scripts/prepare-linking .build/linking
	$(RELEASE) --product riktmarke
	$(RELEASE) --product riktmarke-etl
	@scripts/rewrite-linked $(TOOLS)

test: deps ## run every test, those against a real PostgreSQL too
	$(SWIFT) build --build-tests $(TESTING)
	@SWIFT='$(SWIFT)' scripts/run-tests $(TESTING)

vectors: ## hold the statistics against published results: make vectors VECTORS=DIR
	@test -n '$(VECTORS)' || { echo 'make vectors VECTORS=DIR: the folder of the vectors' >&2; exit 64; }
	@$(SWIFT) run --quiet check-vectors '$(VECTORS)'

lint: ## check the format and the house rules
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Plugins Sources Tests sql
	@scripts/check-repository

bench: deps build ## measure; the ratios of one run are what counts
	@RELEASE='$(RELEASE)' scripts/bench

bench-national: build ## measure Kolada's bulk file: make bench-national FILE=values_all.csv.gz
	@test -n '$(FILE)' || { echo 'make bench-national FILE=values_all.csv.gz: the bulk file' >&2; exit 64; }
	@FILE='$(FILE)' scripts/benchmarks/national

install: ## copy tools, sources, seeds, manual and completions to PREFIX (after make build)
	@DESTDIR='$(DESTDIR)' scripts/install-files '$(PREFIX)'

clean: ## remove what was built; your database stays
	rm -rf .build
