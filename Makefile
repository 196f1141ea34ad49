# GNU make and a POSIX shell. On Windows, README.md gives the same steps for `py`.

PYTHON ?= python3
VENV ?= .venv
DEMO ?= dot-demo
TEST_ARGS ?=

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

.DELETE_ON_ERROR:
.PHONY: all help demo test corpus fuzz lint bench golden lock upgrade clean distclean addin bundle installer

all: lint test ## lint and test (what a bare `make` does)

help: ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)$$/\1\t\2/p' Makefile | expand -t 12

demo: $(VENV)/.stamp-run ## a whole round on the Hải Phòng 2026 plan, into dot-demo/
	@$(BIN)/tonghop demo $(DEMO)

test: $(VENV)/.stamp-dev ## every test
	@$(BIN)/python -m pytest -n auto --dist loadfile $(TEST_ARGS)

corpus: $(VENV)/.stamp-dev ## over 2,000 altered forms: no answer lost, none wrong let in
	@TONGHOP_CORPUS=1 $(BIN)/python -m pytest -n auto --dist loadfile tests/corpus $(TEST_ARGS)

fuzz: $(VENV)/.stamp-dev ## damaged files through the reader for FUZZ_SECONDS (60); what is found goes to fuzz-found/
	@$(BIN)/python -m tests.corpus.fuzzing

lint: $(VENV)/.stamp-dev ## ruff, formatting, mypy and the import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.stamp-dev ## measure speed and memory
	@$(BIN)/python -m benchmarks

addin: $(VENV)/.stamp-dev ## the Excel add-in: addin/TongHop.xlam, and the same in dist/
	$(BIN)/python -m addin.build addin/TongHop.xlam dist/TongHop.xlam

bundle: $(VENV)/.stamp-dev ## an offline folder for Windows x64, Python 3.11 to 3.13: dist/tonghop-windows/
	$(BIN)/python -m scripts.bundle dist/tonghop-windows

installer: $(VENV)/.stamp-dev ## dist/TongHop-Setup.exe; PYTHON_ZIP=embeddable Python, PYTHON_SHA256=its hash
	@test -n "$(PYTHON_ZIP)" -a -n "$(PYTHON_SHA256)" || { \
	  echo "make installer PYTHON_ZIP=path/python-3.x.y-embed-amd64.zip PYTHON_SHA256=its-hash" >&2; exit 1; }
	$(BIN)/python -m scripts.installer "$(PYTHON_ZIP)" "$(PYTHON_SHA256)" dist/tonghop-windows/wheels

golden: $(VENV)/.stamp-dev ## rewrite golden files and snapshots: the only way; then read the difference
	TONGHOP_GOLDEN=1 $(BIN)/python -m pytest tests -k golden --snapshot-update || test $$? -eq 5
	$(BIN)/python -m pytest tests --snapshot-update

lock: $(VENV)/.stamp-dev ## write requirements/*.txt again from pyproject.toml, keeping versions that still fit
	$(BIN)/uv pip compile pyproject.toml --extra dev --group build $(LOCK) $(UPGRADE) -o requirements/dev.txt
	$(BIN)/uv pip compile pyproject.toml --group build -c requirements/dev.txt $(LOCK) $(UPGRADE) -o requirements/run.txt

upgrade: ## the same with the newest versions allowed
	$(MAKE) lock UPGRADE=--upgrade

clean: ## remove what was built, cached or produced by the demo
	rm -rf build dist *.egg-info dot-demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +

distclean: clean ## clean, and remove the virtual environment
	rm -rf $(VENV)

# (Exit code 5 of pytest: no test has "golden" in its name.)

# Stamps: a second `make` installs nothing. Each stamp is newer than what it was installed from.

$(VENV)/.stamp-venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "tonghop needs Python 3.11 or later; '$(PYTHON)' is missing or older. Name another: make PYTHON=python3.12" >&2; \
	  exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "'$(PYTHON)' cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
	  exit 1; }
	@test -x $(BIN)/python || { echo "Making $(VENV) ..."; $(PYTHON) -m venv $(VENV); }
	@touch $@

$(VENV)/.stamp-run: $(VENV)/.stamp-venv requirements/run.txt pyproject.toml
	@echo "Installing what tonghop needs to run ..."
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.stamp-dev: $(VENV)/.stamp-run requirements/dev.txt
	@echo "Installing what its tests need ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
