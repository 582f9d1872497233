# The commands of the project. Plain sh and GNU make 3.81, so that they run on macOS as it comes.

VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8501
# The first of these that is Python 3.11 or later makes the environment.
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11
CODE := cpdash app.py pages

.PHONY: help run template test lint format bench clean environment development

help:
	@echo "make run     start the dashboard (PORT=8501)"
	@echo "make template FILE=figures.xlsx   write an empty workbook to fill in"
	@echo "make test    every check and every test"
	@echo "make lint    style, formatting and types only"
	@echo "make format  put the formatting right"
	@echo "make bench   measure it against a bare Streamlit app"
	@echo "make clean   remove what the commands made"

# The environment holds the digest of the requirements that it was made of, and pip runs only
# when that changes: a second start needs no internet.
define installed
@want=`cat $(1) | $(PY) -c "import hashlib, sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())"`; \
stamp=$(VENV)/installed-$(2); \
if [ "`cat $$stamp 2>/dev/null`" != "$$want" ]; then \
  echo "Installing what $(lastword $(1)) lists. This happens once and needs the internet."; \
  $(PY) -m pip install --quiet --disable-pip-version-check -r $(lastword $(1)) || { \
    echo "The packages could not be installed: see the lines above." >&2; \
    echo "Check the internet connection (or the proxy settings of pip) and try again." >&2; \
    exit 1; }; \
  echo "$$want" > $$stamp; \
fi
endef

run: environment
	@echo "The dashboard: http://127.0.0.1:$(PORT) (Ctrl+C stops it)"
	@exec $(PY) -m streamlit run app.py --server.port $(PORT)

template: environment
	@test -n "$(FILE)" || { echo "Say where: make template FILE=figures.xlsx" >&2; exit 1; }
	@$(PY) -m cpdash template "$(FILE)"

test: development
	@$(PY) tests/browser/find_chromium.py
	@$(MAKE) --no-print-directory lint; lint=$$?; \
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder; tests=$$?; \
	if [ $$lint -ne 0 ]; then echo "lint failed: see above the tests" >&2; exit 1; fi; \
	exit $$tests

lint: development
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy $(CODE)

format: development
	$(PY) -m ruff check --fix-only --quiet .
	$(PY) -m ruff format .

bench: development
	@$(PY) tests/browser/find_chromium.py
	@$(PY) -m tests.bench

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	@for python in $(PYTHONS); do \
	  $$python -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null && break; \
	  python=; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "The dashboard needs Python 3.11 or later; found: `python3 --version 2>&1`." >&2; \
	  echo "Debian or Ubuntu: apt-get install python3 python3-venv. macOS: brew install python." >&2; \
	  exit 1; \
	fi; \
	if ! $$python -c "import ensurepip, venv" 2>/dev/null; then \
	  echo "Python has no venv module here. As root: apt-get install python3-venv" >&2; \
	  exit 1; \
	fi; \
	rm -rf $(VENV); \
	echo "Making $(VENV) with `$$python --version`."; \
	$$python -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

environment: $(PY)
	$(call installed,requirements.txt,run)

development: $(PY)
	$(call installed,requirements.txt requirements-dev.txt,test)
