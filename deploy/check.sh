#!/bin/sh
# Everything that can be wrong without a test failing. Goes on after a failure and names all that failed.
set -u
cd "$(dirname "$0")/.."
failed=""
step() {
    name=$1
    shift
    printf '%s\n' "→ $name"
    "$@" || failed="$failed $name;"
}
step "format" "$PY" -m ruff format --check --quiet .
step "lint and banned APIs" "$PY" -m ruff check --quiet .
step "types" "$PY" -m mypy --no-error-summary core accounts estates allocations training programs clinic portal
step "import directions" "$(dirname "$PY")/lint-imports" --no-cache
step "pending migrations" "$PY" manage.py makemigrations --check --dry-run --verbosity 0
step "deployment settings" env DJANGO_SETTINGS_MODULE=portal.settings.production \
    SECRET_KEY=check-only-9b1d7c6a5e4f3021-8877665544332211-aabbccddeeff0011 ALLOWED_HOSTS=portal.example \
    DATABASE_URL=postgres://check@localhost/check REDIS_URL=redis://localhost:6379/0 \
    "$PY" manage.py check --deploy --fail-level WARNING
step "Persian catalogue" "$PY" manage.py catalogue --check
step "diagrams" "$PY" manage.py diagrams --check
step "settings table" "$PY" manage.py settings_table --check
if [ -n "$failed" ]; then
    printf '%s\n' "failed:$failed" >&2
    exit 1
fi
echo "all checks passed"
