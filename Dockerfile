# Two stages: what installs the packages stays behind. See docker-compose.yml for how it runs.
FROM python:3.11-slim-bookworm AS packages

WORKDIR /app
COPY .ci/uv.txt .
RUN python -m venv /uv \
    && /uv/bin/pip install --quiet --no-cache-dir --require-hashes --only-binary :all: -r uv.txt
COPY pyproject.toml uv.lock ./
RUN /uv/bin/uv sync --frozen --no-default-groups --no-python-downloads --compile-bytecode --no-cache

FROM python:3.11-slim-bookworm

RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home pilot

WORKDIR /app
COPY --from=packages /app/.venv .venv
COPY manage.py ./
COPY pilot pilot
COPY participants participants
COPY budgeting budgeting
COPY reports reports
COPY templates templates
COPY static static
COPY docs/handleiding docs/handleiding

ENV PATH=/app/.venv/bin:$PATH HOME=/tmp PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
# Nothing is connected to: without these two the program would look for servers of its own.
RUN DATABASE_URL=postgres://nobody@nowhere/none REDIS_URL=redis://nowhere \
    python manage.py collectstatic --no-input --verbosity 0

USER pilot
EXPOSE 8000
CMD ["gunicorn", "pilot.wsgi", "--bind=0.0.0.0:8000", "--workers=3", "--threads=2", "--worker-tmp-dir=/dev/shm", "--no-control-socket"]
