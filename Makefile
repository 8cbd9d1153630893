# Everything here sets up what it needs in .venv, and asks nothing. `make help` lists it.

SERVE ?= 1
PORT ?= 8765
WORKERS ?= 2
SECONDS ?= 60
CHECKED := $(wildcard src tests tools benchmarks evals)

export UV_PYTHON_DOWNLOADS := never
uv := tools/uv
bin := .venv/bin

.PHONY: help demo test lint format docs messages bench fuzz clean install install-dev install-bench

help:  ## List what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

demo: install  ## Read the example reports, show their record, and serve it (SERVE=0: don't serve)
	@$(bin)/python tools/demo.py
ifneq ($(SERVE),0)
	@echo
	@$(bin)/departures --home .demo serve --port $(PORT)
endif

test: install-dev lint  ## Run every test
	$(bin)/pytest -n $(WORKERS)

lint: install-dev  ## Check style, layout and types
	$(bin)/ruff check $(CHECKED)
	$(bin)/ruff format --check $(CHECKED)
	$(bin)/mypy

format: install-dev  ## Lay out the code, and mend what can be mended
	$(bin)/ruff check --fix $(CHECKED)
	$(bin)/ruff format $(CHECKED)

docs: install-dev  ## Write docs/cli.md from the help of the commands
	$(bin)/python tools/cli_reference.py > docs/cli.md

messages: install-dev  ## Gather the words of the interface for the translators
	$(bin)/python tools/messages.py

bench: install-bench  ## Measure the reader beside its peers, and resolving
	$(bin)/python benchmarks/reader.py
	$(bin)/python benchmarks/resolve.py

fuzz: install-dev  ## Throw hostile texts at the reader (SECONDS=60)
	$(uv) run --no-sync --with 'atheris>=3,<4' python tools/fuzz_reader.py \
		-max_total_time=$(SECONDS) -max_len=4000 -len_control=0

clean:  ## Remove what was installed and made here, but no record
	rm -rf .venv .uv .demo .mypy_cache .ruff_cache .pytest_cache .hypothesis

install:
	@$(uv) sync --frozen --no-dev --inexact --quiet
	@$(bin)/python -m compileall -q src

install-dev:
	@$(uv) sync --frozen --inexact --quiet
	@$(bin)/python -m compileall -q src

install-bench:
	@$(uv) sync --frozen --inexact --group bench --quiet
	@$(bin)/python -m compileall -q src
