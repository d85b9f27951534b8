# shellcheck shell=bash
# schemathesis, which calls an API as its document says; a tool for tests, in a virtual environment of its own.
# shellcheck disable=SC2154 # $checkout is set by the commands

schemathesis_requirements=$checkout/bin/lib/schemathesis.txt

# Another list of versions is another environment.
schemathesis_home() { printf '%s/schemathesis-%s\n' "$(cache_dir)" "$(sha256sum "$schemathesis_requirements" | cut -c1-16)"; }

schemathesis() { PYTHONDONTWRITEBYTECODE=1 "$(schemathesis_home)/bin/python" -m schemathesis.cli "$@"; }

schemathesis_prepare() {
    local home building
    home=$(schemathesis_home)
    [[ -x $home/bin/python ]] && return
    may_install || return 1
    if ! python3 -c 'import ensurepip' 2>/dev/null; then
        can_apt || return 1
        apt_install python3 python3-venv
    fi
    say "installing schemathesis …"
    mkdir -p "${home%/*}"
    building=$(mktemp -d "$home.XXXXXX")
    if ! { python3 -m venv "$building" && "$building/bin/pip" install --quiet --no-deps -r "$schemathesis_requirements"; } >&2; then
        rm -rf "$building"
        return 1
    fi
    # Of two installers at once the first wins; what is called is the interpreter, which knows where it is.
    mv -T "$building" "$home" 2>/dev/null || rm -rf "$building"
}
