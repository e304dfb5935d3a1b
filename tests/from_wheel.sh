#!/bin/sh
# What `make check` and `make test` run, from a built wheel: a folder with everything of the source archive but
# verheal itself, which comes from the wheel, installed in an environment of its own.
# usage: tests/from_wheel.sh PYTHON [arguments of pytest]
set -eu
python=$(command -v "$1") && shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$python" -m build --outdir "$folder/dist" . >"$folder/build.log" 2>&1 || { cat "$folder/build.log" >&2; exit 1; }
cd "$folder"
tar xf dist/*.tar.gz --strip-components 1
rm -r verheal
"$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check "$(ls dist/*.whl)[dev]"
ln -s .venv/lib/python3.*/site-packages/verheal verheal # tests look at the sources by this name
.venv/bin/python examples/compare.py
.venv/bin/python -m pytest -q -n auto --dist worksteal "$@"
