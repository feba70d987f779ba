#!/bin/sh
# The whole test suite, in parallel on the cores there are and one more process, which works while another waits for a browser.
set -eu
cd "$(dirname "$0")/.."
if ! command -v chromium-headless-shell >/dev/null 2>&1 && ! command -v chromium >/dev/null 2>&1; then
    echo "Chromium is not here: tests in a browser will be skipped. To run them: apt install chromium-headless-shell"
fi
exec "$PY" -m pytest -n "${TEST_PROCESSES:-$(($(nproc) + 1))}" --dist loadscope --no-loadscope-reorder "$@"
