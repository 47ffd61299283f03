# Every target sets up what it needs: Python 3.11, pip and make are enough.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
BIN = .venv/bin

.PHONY: run test check openapi requirements clean

run: .venv/run.stamp  ## serve on PORT
	PORT=$(PORT) exec $(BIN)/gunicorn

test: .venv/dev.stamp  ## tests and doctests
	$(BIN)/python -m pytest

check: .venv/dev.stamp  ## what CI runs, and style, types and architecture before it
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

openapi: .venv/run.stamp  ## write openapi.yaml anew
	$(BIN)/python -m service.api.openapi > openapi.yaml

requirements: .venv/dev.stamp  ## pin what requirements*.in name
	$(BIN)/pip install -q pip-tools==7.6.2
	$(BIN)/pip-compile $(PIN) requirements.in -o requirements.txt
	$(BIN)/pip-compile $(PIN) requirements-dev.in -o requirements-dev.txt
PIN = -q --allow-unsafe --strip-extras --no-header --annotation-style=line --no-emit-options --no-emit-find-links --no-emit-index-url --no-emit-trusted-host

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

.venv/run.stamp: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check -r requirements.txt
	touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.txt
	$(BIN)/pip install -q --disable-pip-version-check -r requirements-dev.txt
	touch $@
