# Needs only Python 3.11 or later, make and git. Everything else goes into .venv.
VENV    := .venv
BIN     := $(VENV)/bin
STAMP   := $(VENV)/.verheal-installed
SOAK_N  ?= 20000
TESTS   ?=

.PHONY: help setup check test lint wheel-test soak clean
.DEFAULT_GOAL := help

help:
	@echo "make check       set up, run verheal on examples/ and compare with examples/expected.json"
	@echo "make test        set up, then ruff, mypy, import-linter and pytest (TESTS=path for a part)"
	@echo "make wheel-test  the same tests and examples from a built wheel, in a folder and environment of its own"
	@echo "make soak        SOAK_N=20000 more generated functions, CPython against the interpreter and the formulas"
	@echo "make clean       remove .venv and every cache"

setup: $(STAMP)

$(BIN)/python:
	@for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	  if $$p -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; then \
	    echo "creating $(VENV) with $$p"; exec $$p -m venv $(VENV); \
	  fi; \
	done; echo "verheal needs Python 3.11 to 3.14 with the venv module; none was found on PATH" >&2; exit 1

$(STAMP): pyproject.toml | $(BIN)/python
	@echo "installing into $(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

check: $(STAMP)
	@$(BIN)/python examples/compare.py

lint: $(STAMP)
	@$(BIN)/ruff check verheal tests examples
	@$(BIN)/mypy
	@$(BIN)/lint-imports

test: $(STAMP) lint
	@$(BIN)/python -m pytest -q -n auto --dist worksteal $(TESTS)

wheel-test: $(STAMP)
	@tests/from_wheel.sh $(abspath $(BIN)/python) $(TESTS)

soak: $(STAMP)
	@nice $(BIN)/python -m tests.soak $(SOAK_N)

clean:
	rm -rf $(VENV) .verheal .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
