# Peelgraph. `make` alone lists the verbs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
ALL := $(VENV)/.all

help: ## this list
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Peelgraph needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Say which with: make serve PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV)

$(READY): $(BIN)/python pyproject.toml constraints.txt
	@echo "Installing the locked dependencies …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(ALL): $(READY)
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[test,engines]'
	@command -v npm >/dev/null 2>&1 || $(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[pages]'
	@touch $@

install: $(READY) ## the environment alone

pages: $(READY) ## fetch GraphiQL, YASGUI and cytoscape for the pages (npm, or Node from PyPI); pages work without them
	@command -v npm >/dev/null 2>&1 || $(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[pages]'
	@$(BIN)/python -m web.vendor || echo "The pages go without GraphiQL, YASGUI and the drawn graph; everything else works."

serve: pages ## build if stale, serve on http://127.0.0.1:8055 (HOST, PORT change it)
	@$(BIN)/peelgraph build --if-stale
	@exec $(BIN)/peelgraph serve

test: $(ALL) pages ## every test: a real Neo4j, Fuseki, Node and browser where they can be had
	@$(BIN)/peelgraph build --if-stale
	@$(BIN)/python -m pytest

quick: $(ALL) ## the tests that need no engine or browser, about a minute
	@$(BIN)/python -m pytest -m "not engine and not browser and not slow"

lint: $(ALL) ## ruff
	@$(BIN)/ruff check .

docs: $(READY) ## make the generated pages anew: queries/README.md, graphql/schema.graphql
	@$(BIN)/python -m knowledge.questions
	@$(BIN)/python -m web.graphql_schema > graphql/schema.graphql

frequencies: $(READY) ## make ontology/frequencies.tsv anew, at a release: what words and concepts weigh in suggestions
	@$(BIN)/python -m loaders.frequencies

pictures: $(ALL) pages ## the README's six pictures, from the running service and from Neo4j Browser
	@$(BIN)/python -m tests.pictures
	@$(BIN)/python -m tests.neo4j_picture

neo4j: $(READY) ## a local Neo4j Community with Neo4j Browser, synced and ready
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[engines]'
	@$(BIN)/peelgraph build --if-stale
	@exec $(BIN)/peelgraph neo4j start

bench: $(ALL) ## every benchmark, one after the other
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

.PHONY: help install pages serve test quick lint docs frequencies pictures neo4j bench
