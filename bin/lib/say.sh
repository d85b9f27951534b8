# shellcheck shell=bash
# What every script says and how it gives up: progress goes to standard error, one line each.

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "${0##*/}: $*"
    exit 1
}
