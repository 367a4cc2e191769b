# Everything here works on a fresh machine that has Python 3.11 or newer with venv, and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check bench fuzz clean pictures

run: $(VENV)/run.stamp  ## open the reader on the sample articles
	@$(BIN)/briefing seeds

test: $(VENV)/test.stamp  ## run all tests
	@$(BIN)/python -m pytest -n auto

check: $(VENV)/check.stamp  ## look at style, types and the direction of imports
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/test.stamp  ## measure what start and keys cost, beside less and newsboat where they are
	@$(BIN)/python -m tests.benchmarks

MINUTES ?= 60

fuzz: $(VENV)/fuzz.stamp  ## try to break it with random files and keys, for MINUTES (60)
	@$(BIN)/python -m tests.fuzz --minutes $(MINUTES)

clean:  ## remove what was installed and what tools left behind
	@rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .fuzz

$(VENV)/bin/python:
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the reader needs into $(VENV): once, and it takes a minute or so."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/test.stamp: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,train]'
	@touch $@

$(VENV)/check.stamp: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,train,check]'
	@touch $@

$(VENV)/fuzz.stamp: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,fuzz]'
	@touch $@

pictures: $(VENV)/test.stamp  ## draw the pictures of the screens anew, to be looked at before they are committed
	@DRAW_PICTURES=1 $(BIN)/python -m pytest tests/tui/test_snapshots.py
