# The words: make run, make dev, make test, make test-all, make coverage, make fault-test,
# make restore-drill, make freshness-test, make deploy-test, make moving-in-test, make bench, make screenshots,
# make accessibility-test, make lint, make format, make lock.

UV_VERSION := 0.13.9
SUPPORTED := import sys; sys.exit(sys.version_info < (3, 12))
PYTHON ?= $(shell for p in python3.13 python3.14 python3.12 python3 python; do \
	$$p -c '$(SUPPORTED)' 2>/dev/null && { $$p -c 'import sys; print(sys.executable)'; break; }; done)
TEMPLATES = $(shell find templates -type f)
SCRIPTS = .ci/run deploy/website $(shell find deploy -name '*.sh')
# Left out are hashes of packages and what holds no words of ours. Keywords are ruff's matter (S105 to S107), and secrets are
# no secrets that say so: "password", "SECRET" and "S3CRET" in examples of addresses, and the key of docs/gate.md's example. Any other
# exception stands in its line, with its reason.
MAY_HOLD_SECRETS = ':!uv.lock' ':!static' ':!templates' ':!*.jsonl' ':!*.webp' ':!*.xz'
SECRETS = --disable-plugin KeywordDetector --exclude-secrets '^(password|SECRET|S3/?CRET|9f86d081884c7d65)$$'
# Two processes at a time; whichever is done takes over what the other still has to do.
IN_TWO = -n 2 --dist worksteal

# The interpreter is the one found above, and the environment is .venv, whatever the shell has activated.
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON := .venv/bin/python
export UV_SYSTEM_CERTS := 1
unexport VIRTUAL_ENV
# What one run has compiled, the next need not.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run dev test test-all coverage fault-test restore-drill freshness-test deploy-test moving-in-test bench screenshots accessibility-test lint format lock

run: .venv/.synced
	@.venv/bin/python -m agency.running.run_local

dev: .venv/.synced
	@.venv/bin/python -m agency.running.run_local --dev

# Every test on SQLite but those that upgrade an old database, then on PostgreSQL those in whose subject the two can
# differ (tests/databases.py).
test: .venv/.synced
	DATABASE_URL= .venv/bin/python -m pytest $(IN_TWO) --ignore=tests/upgrade
	.venv/bin/python -m tests.postgres $(IN_TWO)

# Every test on SQLite, with more made-up examples, then on PostgreSQL all that touch the database.
test-all: .venv/.synced
	DATABASE_URL= .venv/bin/python -m pytest $(IN_TWO) --hypothesis-profile=many
	.venv/bin/python -m tests.postgres $(IN_TWO) --every-test

# How much of the code the tests on SQLite reach, without those in a browser; what they miss, line by line.
coverage: .venv/.synced
	DATABASE_URL= .venv/bin/python -m pytest $(IN_TWO) --ignore tests/browser --cov

# Is anything lost while servers die, on two nodes behind nginx? Some minutes, on this machine alone; ENQUIRIES and KILLS
# are how many, 2,000 and 20 by themselves.
FAULTS = $(if $(ENQUIRIES),--enquiries=$(ENQUIRIES)) $(if $(KILLS),--kills=$(KILLS))
fault-test: .venv/.synced
	@.venv/bin/python -m tests.faults $(FAULTS)

# Is everything in a backup that is made under load, and does it come back on either database? Some minutes, on this
# machine alone.
restore-drill: .venv/.synced
	.venv/bin/python -m tests.drill

# Does anybody read an old, a half or another's page while everything changes? Some minutes, on this machine alone.
freshness-test: .venv/.synced
	.venv/bin/python -m tests.freshness

# Do the scripts of deploy/ bring an empty machine to a site that is upgraded while it is read? Some minutes; needs nginx.
deploy-test: .venv/.synced
	@.venv/bin/python -m tests.deployment

# Is the same left behind when moving in is killed and goes on, in how much time and memory? An hour; POSTS, PICTURES and
# KILLS are how many, 10,000, 2,000 and 10 by themselves.
MOVING_IN = $(if $(POSTS),--posts=$(POSTS)) $(if $(PICTURES),--pictures=$(PICTURES)) $(if $(KILLS),--kills=$(KILLS))
moving-in-test: .venv/.synced
	@.venv/bin/python -m tests.benchmarks.moving_in $(MOVING_IN)

# How fast is the site, and against what? Writes its tables into docs/performance.md, in about half an hour on a machine
# with nothing else to do; QUICK=1 only shows that all of it works. GUIDES, ENQUIRIES and ROUNDS are how many;
# FOLDER=build/bench keeps the sites, so that the next run need not fill them.
BENCH = $(if $(QUICK),--quick) $(if $(GUIDES),--guides=$(GUIDES)) $(if $(ENQUIRIES),--enquiries=$(ENQUIRIES)) \
	$(if $(ROUNDS),--rounds=$(ROUNDS)) $(if $(FOLDER),--folder=$(FOLDER))
bench: .venv/.synced
	@.venv/bin/python -m tests.benchmarks.speed $(BENCH)

# Pictures of every page and state, public and of the desk, into build/screenshots/; PAGES="home desk-*" takes only those.
screenshots: .venv/.synced
	.venv/bin/python -m tests.screenshots $(PAGES)

# Is every page of the desk accessible, and does it fit a phone? A quarter of an hour; PAGES as for the screenshots.
accessibility-test: .venv/.synced
	.venv/bin/python -m tests.accessibility $(PAGES)

# The checks see production's settings, whatever this machine's are.
lint: export ENV_FILE := /dev/null
lint: export SITE_URL := https://www.example.org
lint: export ALLOWED_HOSTS :=
lint: export SECRET_KEY := for-make-lint-alone-0123456789-0123456789-0123456789
lint: export SECRET_KEY_FALLBACKS :=
lint: export HSTS := host
lint: export DEBUG := off
lint: export DATA_DIR := build/lint
lint: export DATABASE_URL :=
lint: export MEDIA_STORAGE_URL :=
lint: export EMAIL_URL := smtp://mail.example.org
lint: export ENQUIRIES_EMAIL := team@example.org
lint: export DEFAULT_FROM_EMAIL := website@example.org
lint: export TRUSTED_PROXIES := 1
lint: export BACKUP_STORAGE_URL := file:///var/backups/website
lint: export BACKUP_RECIPIENTS := age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg
lint: .venv/.synced
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	@git ls-files -z -- $(MAY_HOLD_SECRETS) | xargs -0 -n 300 -P 2 .venv/bin/detect-secrets-hook $(SECRETS)
	@.venv/bin/djade --check $(TEMPLATES)
	.venv/bin/mypy agency articles enquiries
	.venv/bin/shellcheck --external-sources $(SCRIPTS)
	.venv/bin/hadolint Dockerfile
	@.venv/bin/check-jsonschema --builtin-schema vendor.compose-spec compose.yaml
	.venv/bin/python manage.py makemigrations --check --dry-run
	.venv/bin/python manage.py check --deploy --fail-level WARNING

format: .venv/.synced
	.venv/bin/ruff check --fix
	.venv/bin/ruff format
	@.venv/bin/djade $(TEMPLATES)

lock: .venv/bin/uv
	.venv/bin/uv lock

.venv/bin/uv:
	$(if $(and $(PYTHON),$(shell $(PYTHON) -c '$(SUPPORTED)' 2>/dev/null && echo yes)),,$(error This project needs Python 3.12 or newer and none was found: install one, or run "make PYTHON=/path/to/python3.13"))
	@$(PYTHON) -m venv --clear .venv
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.synced: pyproject.toml uv.lock | .venv/bin/uv
	@.venv/bin/uv sync --quiet --frozen --extra s3 --extra sentry --extra mail
	@touch $@
