# make site: the static site in site/.  make test: every check.  Both install what they need.
.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
# mkdocs-material announces at each build that its maintenance ends in May 2027.
export NO_MKDOCS_2_WARNING := 1

# make site COLLECTION=<folder>: certifications of one's own beside ours (docs/adr/0028-une-collection-a-soi.md).
ifdef COLLECTION
export REPERE_COLLECTION := $(abspath $(COLLECTION))
endif

PYTHON ?= python3
BIN := .venv/bin
NPM_BIN := node_modules/.bin
RUN := $(BIN)/python

# What the bundle is made of, and no data; everything else is quick enough to be made again each time.
NAVIGATEUR_SOURCES := $(shell find forms macros/navigateur schemas -type f -not -path '*/__pycache__/*' -not -path 'forms/validateurs/*_*.py' -not -name '*.j2' -not -name '*.css' 2>/dev/null) forms/page/messages.j2

# What builds the pages: mkdocs, in site/; or zensical, in build/zensical/ (docs/adr/0020-zensical.md).
MOTEUR ?= mkdocs

.PHONY: site site-mkdocs site-zensical moteurs serve test test-faults test-mutants navigateurs verifier-site check fix lint audit lock clean install bundle generated navigateur

## Installed

install: .venv/stamp .venv-pyodide/stamp node_modules/stamp

.venv/stamp: requirements/site.txt .ci/venv
	.ci/venv .venv requirements/site.txt $(PYTHON)
	@touch $@

.venv-zensical/stamp: requirements/zensical.txt .ci/venv
	.ci/venv .venv-zensical requirements/zensical.txt $(PYTHON)
	@touch $@

# Pyodide's own tools, where a Python is recent enough for them; an empty folder says that none is.
.venv-pyodide/stamp: requirements/pyodide.txt .ci/venv .ci/python-pyodide
	@rm -rf .venv-pyodide && mkdir .venv-pyodide
	python=$$(.ci/python-pyodide); [ -z "$$python" ] || .ci/venv .venv-pyodide requirements/pyodide.txt "$$python"
	@touch $@

node_modules/stamp: package-lock.json .npmrc
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

## Made

navigateur: install build/navigateur.json

build/navigateur.json: .venv/stamp .venv-pyodide/stamp node_modules/stamp pyproject.toml package-lock.json $(NAVIGATEUR_SOURCES)
	$(RUN) -m macros navigateur

generated: navigateur
	$(RUN) -m macros pages
	$(RUN) -m macros data

site: check generated
	$(MAKE) site-$(MOTEUR)

site-mkdocs:
	$(RUN) -m mkdocs build --strict --quiet --site-dir site
	$(RUN) -m macros finish
	$(RUN) -m macros hebergement

# Its cache looks at the stubs alone, which do not change with the data: begun anew each time.
site-zensical: .venv-zensical/stamp
	rm -rf build/zensical
	PYTHONPATH=. REPERE_SITE=build/zensical .venv-zensical/bin/zensical build --strict --clean
	$(RUN) -m macros finish --dossier build/zensical

# The pages of Zensical compared with those of « make site ».
moteurs: site-zensical
	$(RUN) -m macros comparer-moteurs

# The whole site as one zip, to open from any folder without a server: build/repere-hors-ligne.zip.
bundle: site
	$(RUN) -m macros copie-usb

# The faults of the data are told while the first build goes on.  After an edit, the pages of the certification first, then
# the others: MkDocs makes again those whose stub is newer (macros/serving.py).  With SEULE=<slug>, the pages of one
# certification, and those of the site: half the work.
define SANS
/adr/
/certifications/*/
!/certifications/$(SEULE)/
/comparer/*--*/
endef
serve: export REPERE_SANS = $(if $(SEULE),$(SANS),/adr/)
serve: export REPERE_SUIVI = oui
serve: generated
	$(RUN) -m referentials check & $(RUN) -m mkdocs serve --dirty

## Verified

check: install
	$(RUN) -m referentials check

lint: install
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet forms macros/templates
	$(BIN)/djlint --lint --quiet --extension html macros/theme
	for project in tsconfig.json tsconfig.worker.json tsconfig.sw.json tsconfig.node.json; do $(NPM_BIN)/tsc -p $$project || exit 1; done

# The site first, which writes what mypy reads; then what asks for nothing of another, side by side; pytest's summary comes
# last, whatever -j says.  Files are given out in the order of their names, not those of most tests first: those of few tests
# are the long ones, in browsers, and one would end alone.  The site has an address there: what names a page from elsewhere
# is tried too.
test: export REPERE_ADRESSE := $(or $(REPERE_ADRESSE),https://repere.example/)
test:
	$(MAKE) site
	$(MAKE) --jobs=3 --output-sync=recurse lint moteurs navigateurs
	$(RUN) -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

# The browsers that the tests drive.
navigateurs: .venv/stamp
	.ci/chromium >/dev/null
	.ci/chromium --whole >/dev/null
	.ci/firefox >/dev/null

# The random trials of tests/pannes at full length, alone on the machine, and what they measured; ESSAIS=20 is quicker.
ESSAIS ?= 200
test-faults: site
	.ci/chromium >/dev/null
	.ci/chromium --whole >/dev/null
	rm -f build/pannes.jsonl
	REPERE_ESSAIS=$(ESSAIS) $(RUN) -m pytest tests/pannes; code=$$?; $(RUN) -m tests.pannes.releve; exit $$code

# Changes a line at a time, of the engine then of the scripts that keep drafts, and asks whether a test sees it.
test-mutants: site .venv-mutants/stamp
	.ci/chromium >/dev/null
	$(RUN) bench/mutants/moteur.py $(MUTANTS)
	$(RUN) bench/mutants/navigateur.py

.venv-mutants/stamp: requirements/mutants.txt .ci/venv
	.ci/venv .venv-mutants requirements/mutants.txt $(PYTHON)
	@touch $@

# Asks for each file of site/ at its address in line: make verifier-site URL=https://exemple.fr/repere/
verifier-site: install
	$(RUN) -m macros verifier-site $(URL) $(OPTIONS)

# Apart from the tests: a minute of downloads the first time, then ten; its figures depend on the machine's load.
audit: site bench/audit/node_modules/stamp
	node bench/audit/audit.mjs site > build/audit.md; code=$$?; cat build/audit.md; exit $$code

bench/audit/node_modules/stamp: bench/audit/package-lock.json
	cd bench/audit && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

fix: install
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

## Chores

UV_COMPILE = .venv-lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header
.venv-lock/stamp: requirements/lock.txt .ci/venv
	.ci/venv .venv-lock requirements/lock.txt $(PYTHON)
	@touch $@

# Writes the newest versions that pyproject.toml and package.json allow.
lock: .venv-lock/stamp
	$(UV_COMPILE) --upgrade --python-version 3.11 --group site --output-file requirements/site.txt >/dev/null
	$(UV_COMPILE) --upgrade --python-version 3.12 --group pyodide --output-file requirements/pyodide.txt >/dev/null
	$(UV_COMPILE) --upgrade --python-version 3.11 --group mutants --output-file requirements/mutants.txt >/dev/null
	$(UV_COMPILE) --upgrade --python-version 3.11 --group zensical --constraints requirements/site.txt --output-file requirements/zensical.txt >/dev/null
	$(UV_COMPILE) --upgrade --python-version 3.11 --group lock --output-file requirements/lock.txt >/dev/null
	npm install --package-lock-only --ignore-scripts --no-audit --no-fund
	cd bench/audit && npm install --package-lock-only --ignore-scripts --no-audit --no-fund

clean:
	rm -f forms/validateurs/*_*.py
	rm -rf docs/certifications/*/ docs/comparer/*/
	rm -rf build site docs/api docs/schemas docs/donnees/changements.xml docs/assets/comparer docs/assets/papiers docs/assets/passerelles docs/assets/repere docs/assets/styles
