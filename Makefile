# What a newcomer, a developer and a packager need. `make help` lists it.

SWIFT   ?= scripts/swift
PREFIX  ?= /usr/local
DESTDIR ?=

# Every import must be of a target that Package.swift names; warnings are errors there already.
CHECKS  := --explicit-target-dependency-import-check error
RELEASE := $(SWIFT) build -c release --static-swift-stdlib $(CHECKS)
TOOLS   := .build/release/riktmarke .build/release/riktmarke-etl

.DEFAULT_GOAL := help
.PHONY: help demo deps build test vectors lint bench install clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

demo: deps build ## install what is missing, build, load the shipped figures and compare
	@scripts/demo

deps: ## install what is missing: libpq, libcrypto, zlib, libxlsxwriter, gnuplot and a PostgreSQL server
	@scripts/install-dependencies

build: ## build both tools in release mode into .build/release
	$(RELEASE) --product riktmarke
	$(RELEASE) --product riktmarke-etl

test: deps ## run every test, those against a real PostgreSQL too
	$(SWIFT) build --build-tests $(CHECKS)
	@SWIFT='$(SWIFT)' scripts/run-tests $(CHECKS)

vectors: ## hold the statistics against published results: make vectors VECTORS=DIR
	@test -n '$(VECTORS)' || { echo 'make vectors VECTORS=DIR: the folder of the vectors' >&2; exit 64; }
	@$(SWIFT) run --quiet check-vectors '$(VECTORS)'

lint: ## check the format and the house rules
	$(SWIFT) format lint --strict --recursive Package.swift Plugins Sources Tests sql
	@scripts/check-repository

bench: deps build ## measure; the ratios of one run are what counts
	@scripts/bench

install: ## copy tools, sources, seeds, manual and completions to PREFIX (after make build)
	@DESTDIR='$(DESTDIR)' scripts/install-files '$(PREFIX)'

clean: ## remove what was built; your database stays
	rm -rf .build
