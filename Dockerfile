# The site as one image, for its web nodes ("web"), its workers ("worker") and any command of manage.py ("migrate").
# It runs as nobody in particular, with nothing writable but DATA_DIR and /tmp; compose.yaml shows how.
FROM python:3.13-slim-trixie AS build

ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PROJECT_ENVIRONMENT=.venv UV_PYTHON=/usr/local/bin/python
WORKDIR /app
RUN python -m venv /uv && /uv/bin/python -m pip install --no-cache-dir --quiet --disable-pip-version-check uv==0.13.9
COPY pyproject.toml uv.lock .python-version ./
RUN /uv/bin/uv sync --quiet --frozen --no-dev --extra s3 --extra mail --no-cache
COPY manage.py .env.example ./
COPY agency agency
COPY articles articles
COPY enquiries enquiries
COPY static static
COPY templates templates
COPY deploy deploy
# Static files need no secret and no database: these settings are gone with the step.
RUN SITE_URL=http://127.0.0.1 SECRET_KEY="$(printf 'x%.0s' $(seq 50))" DATA_DIR=/tmp/build \
    .venv/bin/python manage.py collectstatic --noinput --verbosity 0 \
    && .venv/bin/python -m compileall -q agency articles enquiries \
    && chmod -R a+rX .

FROM python:3.13-slim-trixie

LABEL org.opencontainers.image.title="Adria" org.opencontainers.image.licenses="MIT"
RUN useradd --system --uid 10001 --user-group --no-create-home website \
    && install -d -o website -g website -m 0700 /var/lib/website \
    && install -d -o website -g website -m 0755 /var/cache/website
WORKDIR /app
COPY --from=build /app /app
# With more arenas, each thread that makes pictures keeps memory of its own for the next: half as much again in all.
ENV PATH=/app/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/var/lib/website MALLOC_ARENA_MAX=2
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=3 \
    CMD ["python", "-m", "agency.running.health_check"]
ENTRYPOINT ["/app/deploy/compose/entrypoint.sh"]
CMD ["web"]
