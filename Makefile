# `make help` lists the targets. Everything is made below this folder: .venv, node_modules, .data.
SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8000
HOST ?= 127.0.0.1
SETUP := sh deploy/setup.sh
# Compiled modules are kept beside their sources whatever the shell says: else each process compiles two thousand anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check format rehearsal catalogue diagrams clean-data setup setup-dev lock bench bench-engine bench-plots bench-dashboard bench-clinic bench-last-minute bench-migrations

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 20

run: ## start the portal with its demo world (PORT=8123 make run moves the port)
	@$(SETUP) run
	@PORT=$(PORT) HOST=$(HOST) exec $(PY) -m portal.run

test: ## run the whole test suite on real PostgreSQL and Valkey
	@$(SETUP) dev
	@PY=$(PY) sh deploy/test.sh

check: ## format, lint, types, imports, migrations, deployment settings, catalogue, diagrams
	@$(SETUP) dev
	@PY=$(PY) sh deploy/check.sh

format: ## put the code into the house's format
	@$(SETUP) dev
	@$(PY) -m ruff format . && $(PY) -m ruff check --fix .

rehearsal: ## walk the Zarifan call from open to final and verify its record
	@$(SETUP) run
	@$(PY) -m portal.run --rehearse zarifan-1405

catalogue: ## write new texts into the Persian catalogue and compile it
	@$(SETUP) run
	@$(PY) manage.py catalogue --write

diagrams: ## draw docs/states.md from the workflow tables
	@$(SETUP) run
	@$(PY) manage.py diagrams

setup: ## only make .venv, node_modules and the compiled catalogue
	@$(SETUP) run

setup-dev: ## the same with the tools of developers
	@$(SETUP) dev

lock: ## compile requirements*.txt with hashes from requirements*.in (LOCK=--upgrade renews what the lists do not pin)
	@sh deploy/lock.sh $(LOCK)

clean-data: ## forget the data of the embedded servers and all uploaded files
	@$(SETUP) run
	@$(PY) -m portal.run --forget

bench: bench-engine bench-plots bench-dashboard ## run every benchmark

bench-engine: ## our engine against one lexsort and against a library
	@$(SETUP) dev
	@$(PY) benchmarks/bench_engine.py

bench-plots: ## the plot finder over 100,000 plots
	@$(SETUP) dev
	@$(PY) benchmarks/bench_plots.py

bench-dashboard: ## the company's page over 100,000 applications and five years of readings
	@$(SETUP) dev
	@$(PY) benchmarks/bench_dashboard.py

bench-clinic: ## a unit beside its cohort among 10,000, and the daily list of early warning
	@$(SETUP) dev
	@$(PY) benchmarks/bench_clinic.py

bench-last-minute: ## 2,000 applicants in the last minute, while workers die and the database restarts
	@$(SETUP) dev
	@$(PY) benchmarks/bench_last_minute.py

bench-migrations: ## changes to a table of a million rows while somebody writes to it
	@$(SETUP) dev
	@$(PY) benchmarks/bench_migrations.py
