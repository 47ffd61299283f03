# The first stage installs the dependencies, before the source, so that a change of the source does not install them again.
FROM python:3.11-slim AS build
# `--build-arg EXTRA=otel` adds what sends spans to a collector.
ARG EXTRA=
WORKDIR /srv
# For strip, in trim.sh.
RUN apt-get update -q && apt-get install -yq --no-install-recommends binutils && rm -rf /var/lib/apt/lists/*
RUN python -m venv --without-pip /srv/venv
COPY requirements.lock requirements-otel.lock deploy/trim.sh ./
# Every file by its hash. What is compiled depends on the sources alone: not on their dates, nor on the order of sets.
RUN python -m pip --python /srv/venv/bin/python install --no-cache-dir --disable-pip-version-check --no-compile \
        --require-hashes -r requirements.lock ${EXTRA:+-r requirements-$EXTRA.lock} \
    && sh trim.sh /srv/venv \
    && PYTHONHASHSEED=0 python -m compileall -q --invalidation-mode unchecked-hash /srv/venv

FROM python:3.11-slim
ENV PATH=/srv/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    OMP_NUM_THREADS=1 \
    PORT=8000
WORKDIR /srv/app
COPY --from=build /srv/venv /srv/venv
COPY gunicorn.conf.py LICENSE ./
COPY service service
# The file system is read-only at run time, so modules are compiled now.
RUN PYTHONHASHSEED=0 python -m compileall -q --invalidation-mode unchecked-hash service
# Numeric, so that an orchestrator can see that it is not root; group 0, because OpenShift picks a user of its own in that group.
USER 10001:0
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/readyz', timeout=2)"]
CMD ["gunicorn"]
