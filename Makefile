# make run, or make test, does all the set-up the first time. See CONTRIBUTING.md.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard translations/*.po))

export LANG ?= C.UTF-8
export PYTHONUTF8 := 1
export UV_PYTHON_DOWNLOADS := never
export UV_SYSTEM_CERTS := 1
export UV_LINK_MODE := copy

.PHONY: run test lint check-types unit unit-domain unit-rest soak bench screenshots translations lock clean

run: $(READY) $(CATALOGUES)
	@$(BIN)/python main.py run --sample

test: lint check-types unit

test lint check-types unit-domain unit-rest soak bench screenshots translations: export LC_ALL := C.UTF-8
unit-domain unit-rest soak bench screenshots: export QT_QPA_PLATFORM ?= offscreen

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

check-types: $(READY)
	$(BIN)/mypy

unit: unit-domain unit-rest

# The domain is covered by its own tests, and wholly.
unit-domain: $(READY)
	$(BIN)/pytest -q -n 2 tests/domain --cov=coprod.domain --cov-report=term --cov-fail-under=100

unit-rest: $(READY) $(CATALOGUES)
	$(BIN)/pytest -q --ignore=tests/domain -n 2

soak: $(READY) $(CATALOGUES) .tools/.soak .tools/.translate-toolkit
	COPROD_SOAK=1 HYPOTHESIS_PROFILE=soak $(BIN)/pytest -q

bench: $(READY) $(CATALOGUES) .tools/.typst
	$(BIN)/python -m benchmarks

screenshots: $(READY) $(CATALOGUES)
	$(BIN)/python -m tools.screenshots docs/screens

translations: $(READY)
	$(BIN)/python -m tools.translations

# Pin again what pyproject.toml allows: for every system, with hashes, naming no host.
lock: .tools/bin/uv
	.tools/bin/uv pip compile -q --upgrade --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--python-version 3.11 --extra mt --group dev pyproject.toml -o requirements.txt

clean:
	rm -rf .venv .tools build dist demo $(CATALOGUES)

%.mo: %.po $(READY)
	@$(BIN)/pybabel -q compile -i $< -o $@

# ---- set-up: each step leaves a stamp, so that the next start is immediate

.tools/.system: tools/apt.txt tools/system_packages.sh
	tools/system_packages.sh
	@mkdir -p .tools && touch $@

.tools/.soak: tools/apt-soak.txt tools/system_packages.sh | .tools/.system
	tools/system_packages.sh tools/apt-soak.txt
	@touch $@

# One reads our XLIFF in `make soak` (GPL-3), one sets what `make bench` measures us by: each in an environment of its own.
.tools/.translate-toolkit .tools/.typst: .tools/.%: tools/%.txt | .tools/bin/uv
	.tools/bin/uv venv -q --allow-existing --no-project --python "$$(command -v $(PYTHON))" .tools/$*
	.tools/bin/uv pip sync -q --require-hashes --python .tools/$* $<
	@touch $@

.tools/bin/uv: tools/uv.txt | .tools/.system
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Coprod needs Python 3.11 or newer.")'
	$(PYTHON) -m venv .tools
	.tools/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r tools/uv.txt
	@touch $@

$(READY): requirements.txt pyproject.toml .tools/bin/uv
	.tools/bin/uv venv -q --allow-existing --no-project --python "$$(command -v $(PYTHON))" .venv
	.tools/bin/uv pip sync -q --require-hashes --python .venv requirements.txt
	.tools/bin/uv pip install -q --no-deps --no-index --no-build-isolation --python .venv --editable .
	@touch $@
