#!/bin/sh
# Compiles requirements*.txt, with the hash of every distribution file, from the short lists requirements*.in.
# What is locked already stays as it is unless its pin in the list changed; `lock.sh --upgrade` renews what the lists do not pin.
set -eu
cd "$(dirname "$0")/.."
UV=0.13.9
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"${PYTHON:-python3.11}" -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$UV"
for list in requirements requirements-dev requirements-node; do
    # The files name no index: which one serves the packages is the machine's affair, the hashes hold for each.
    "$folder/bin/uv" pip compile --quiet --no-config --python-version 3.11 --python-platform linux --generate-hashes \
        --no-emit-index-url --custom-compile-command "make lock" "$@" --output-file "$list.txt" "$list.in"
done
