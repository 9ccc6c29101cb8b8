# Quintet's commands. Each does its own set-up, once: see .ci/set-up. `make help` lists them.

.DEFAULT_GOAL := help
.PHONY: help demo bench test lint types imports test-window test-app test-whole test-core test-all test-devices coverage faults soak screenshots robot languages format lock clean

bin := .venv/bin
# What the tests of the core need no Qt for; they run where PySide6 cannot be found.
core := $(wildcard $(addprefix tests/app/, framing decoding store health session simulator \
          test_stream.py test_pipeline.py test_pipeline_properties.py test_clock.py test_quantities.py))
# Where the properties and the simulation of the pure parts are.
pure := $(addprefix tests/app/, framing health link simulation decoding/test_labels.py test_stream.py test_pipeline_properties.py)
pytest := python -m pytest $(ARGS)
# The tests start some two hundred programs; each would compile all of ours first.
unexport PYTHONDONTWRITEBYTECODE

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16
	@echo; echo "ARGS='...' is handed on: make demo ARGS='--rate 20', make test-all ARGS='-k ledger -x'."
	@echo "PYTHON=/path/to/python3 chooses the interpreter when the environment is made."

demo: ## the dashboard on five simulated devices
	@.ci/set-up run
	@$(bin)/quintet demo $(ARGS)

bench: ## the project's figures, on this machine
	@.ci/set-up run
	@$(bin)/quintet bench $(ARGS)

# The long ones first, the short ones last: two at a time, as the CI runs them, both cores end at about the same time.
test: lint types imports test-window test-app test-whole test-core ## every check but those with real servers

lint: ## ruff: rules and format
	@.ci/set-up test
	$(bin)/ruff check
	$(bin)/ruff format --check

types: ## mypy, strict
	@.ci/set-up test
	$(bin)/mypy

imports: ## the layers of the design
	@.ci/set-up test
	$(bin)/lint-imports --no-logo

test-core: ## the core's tests in an environment without PySide6
	@.ci/set-up core
	@.venv-core/bin/python -c 'import importlib.util as u, sys; sys.exit(bool(u.find_spec("PySide6")))' \
	  || { echo "PySide6 is installed in .venv-core: make clean"; exit 1; }
	.venv-core/bin/$(pytest) $(core)

test-app: ## the tests of app/ that need Qt, off screen
	@.ci/set-up test
	QT_QPA_PLATFORM=offscreen $(bin)/$(pytest) tests/app $(addprefix --ignore=,$(core))

test-window: ## the tests of ui/, off screen
	@.ci/set-up test
	QT_QPA_PLATFORM=offscreen $(bin)/$(pytest) tests/ui

test-whole: ## all others, the program as a whole, off screen and on a virtual screen
	@.ci/set-up test
	QT_QPA_PLATFORM=offscreen $(bin)/$(pytest) --ignore=tests/app --ignore=tests/ui

test-all: ## all tests, off screen and on a virtual screen
	@.ci/set-up test
	QT_QPA_PLATFORM=offscreen $(bin)/$(pytest)

test-devices: ## watch real servers: gpsd, vmstat, the kernel, JSBSim
	@.ci/set-up devices
	QT_QPA_PLATFORM=offscreen $(bin)/$(pytest) -m devices

coverage: ## every branch of the pure parts, by property tests and the simulation alone
	@.ci/set-up test
	QT_QPA_PLATFORM=offscreen QUINTET_SIMULATED_EVENTS=20000 \
	  $(bin)/coverage run -m pytest -q -m "hypothesis or simulation" $(pure) $(ARGS)
	$(bin)/coverage report

faults: ## each fault on each simulated device, in both modes: a table, in a few minutes
	@.ci/set-up test
	QT_QPA_PLATFORM=offscreen $(bin)/python -m tests.faults $(ARGS)

SECONDS ?= 3600
EVENTS ?= 1000000
soak: ## faults at random for an hour (SECONDS=60), then a simulation of a million events (EVENTS=0: none)
	@.ci/set-up test
	QT_QPA_PLATFORM=offscreen $(bin)/python -m tests.soak --for $(SECONDS)s $(ARGS)
	QT_QPA_PLATFORM=offscreen $(bin)/python -m tests.app.simulation.run --events $(EVENTS)

languages: ## bring the translations up to what the window says, and compile them
	@.ci/set-up test
	QT_QPA_PLATFORM=offscreen $(bin)/python -m tests.languages

screenshots: ## pictures of each state of the window, in build/screenshots
	@.ci/set-up test
	QT_QPA_PLATFORM=offscreen $(bin)/python -m tests.screenshots $(ARGS)

ROBOT_SECONDS ?= 1800
robot: ## a hand at random on the demo's window for half an hour (ROBOT_SECONDS=60)
	@.ci/set-up test
	QT_QPA_PLATFORM=offscreen $(bin)/python -m tests.robot --for $(ROBOT_SECONDS)s $(ARGS)

format: ## mend what ruff can mend
	@.ci/set-up test
	$(bin)/ruff check --fix
	$(bin)/ruff format

lock: ## make the lock files again, with the newest versions allowed
	.ci/make-locks

clean: ## remove environments, caches and what was built
	rm -rf .venv .venv-core build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage
	find app ui resources tests -name __pycache__ -prune -exec rm -rf {} +
