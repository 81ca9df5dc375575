# `make decks` builds every shipped deck and a sample paper into dist/; `make test` passes every test.
# Each sets up what it needs: a virtual environment in .venv, reused while it is current.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --constraint constraints.txt

.PHONY: decks test lint types layers check pytest tools clean

decks: .venv/run.stamp
	$(BIN)/python -m quiz build --out dist
	$(BIN)/python -m quiz print us-amendments --blueprint templates/blueprints/amendments.yaml --seed 1787 --versions 2 --as-of 2026-11-25 --out dist

test: .venv/test.stamp tools
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m quiz check
	$(BIN)/python -m pytest --numprocesses auto --cov --cov-report term

tools: .venv/test.stamp
	$(BIN)/python tests/tools.py

.venv/run.stamp: pyproject.toml constraints.txt Makefile
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: see python.org, or apt-get install python3 python3-venv"; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip' 2>/dev/null || { echo "Python lacks venv: apt-get install python3-venv"; exit 1; }
	"$(PYTHON)" -m venv --clear .venv
	$(PIP) hatchling editables setuptools wheel # the last two build docopt, which num2words needs
	$(PIP) --no-build-isolation --editable .
	@touch $@

.venv/test.stamp: .venv/run.stamp
	$(PIP) --no-build-isolation --editable '.[test]'
	@touch $@

clean:
	rm -rf .venv dist build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
