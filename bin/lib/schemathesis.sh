# shellcheck shell=bash
# schemathesis, which calls an API as its document says.
# shellcheck disable=SC2154 # $checkout is set by the commands

source "$checkout/bin/lib/python.sh"
schemathesis_requirements=$checkout/bin/lib/schemathesis.txt

schemathesis() { PYTHONDONTWRITEBYTECODE=1 "$(python_home schemathesis "$schemathesis_requirements")/bin/python" -m schemathesis.cli "$@"; }

schemathesis_prepare() { python_prepare schemathesis "$schemathesis_requirements"; }
