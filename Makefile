# make demo, make test and the rest; `make` alone tells what there is. Everything that is made lands in .venv/ and var/.

PYTHON ?= python3.11
PORT ?= 8000
JOBS ?= 2

# Tests get servers of their own, which need not survive a power cut, so that a demo beside them is left alone.
TEST_SERVERS := EMBEDDED_DIR="$(CURDIR)/var/test" EMBEDDED_FSYNC=off
SYNCED := .venv/.synced

.DELETE_ON_ERROR:
.PHONY: help setup demo test drill check format screenshots clean

help:
	@echo "make demo    een gevulde demopilot op poort $(PORT); anders: make demo PORT=9000"
	@echo "make test    alle tests"
	@echo "make drill   wat langer duurt: de hele storm van storingen, alle schermbreedtes, veel meer toevallige invoer"
	@echo "make screenshots  van elke hoofdpagina, breed en smal, licht en donker, in var/screenshots"
	@echo "make check   opmaak, regels voor de code, migraties"
	@echo "make format  zet code en templates in de juiste opmaak"
	@echo "make setup   alleen installeren wat nodig is"
	@echo "make clean   wist de database van de demo en alles wat gemaakt is"

setup: $(SYNCED)

demo: $(SYNCED)
	@DEMO=1 .venv/bin/python manage.py demo --port "$(PORT)"

test: $(SYNCED) var/.browser var/.node
	$(TEST_SERVERS) .venv/bin/python -m pytest -n $(JOBS) --dist loadgroup

drill: $(SYNCED) var/.browser var/.node
	DRILL=1 $(TEST_SERVERS) .venv/bin/python -m pytest -n $(JOBS) --dist loadgroup -m drill

screenshots: $(SYNCED) var/.browser
	.venv/bin/python -m tests.e2e.screenshots

check: $(SYNCED)
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/djhtml --check templates
	.venv/bin/lint-imports
	$(TEST_SERVERS) .venv/bin/python manage.py makemigrations --check --dry-run
	$(TEST_SERVERS) .venv/bin/python manage.py check

format: $(SYNCED)
	.venv/bin/ruff check --fix
	.venv/bin/ruff format
	.venv/bin/djhtml templates

clean:
	rm -rf .venv var

# Seen once: uv crashed while it ended, with everything installed. The second run sees whether that is so.
UV_SYNC = var/uv/bin/uv sync --frozen --no-python-downloads --python "$(PYTHON)"

# uv lives in an environment of its own, because `uv sync` removes from .venv what is not in uv.lock.
$(SYNCED): uv.lock pyproject.toml var/uv/.installed
	$(UV_SYNC) || $(UV_SYNC)
	@touch $@

var/uv/.installed: .ci/uv.txt var/.system
	"$(PYTHON)" -m venv --clear var/uv
	var/uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r .ci/uv.txt
	@touch $@

var/.system: .ci/install-packages
	@.ci/install-packages "$(PYTHON)"
	@mkdir -p var && touch $@

# Without a browser `make test` goes on: the tests that need one say so.
var/.browser: .ci/install-packages | var/.system
	@if .ci/install-packages --browser; then touch $@; fi

# The HTML validator and Lighthouse. Without npm the tests that need them say so.
var/.node: .ci/node/package-lock.json $(SYNCED)
	@mkdir -p var/node && cp .ci/node/package*.json var/node/
	@if cd var/node && PATH="$(CURDIR)/.venv/bin:$$PATH" npm ci --omit=optional --ignore-scripts --no-audit --no-fund --silent; \
	then touch "$(CURDIR)/$@"; else echo "npm is niet te bereiken: de tests met vnu en Lighthouse worden overgeslagen."; fi
