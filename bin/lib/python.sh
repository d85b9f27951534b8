# shellcheck shell=bash
# Tools from PyPI for tests and benchmarks, each in a virtual environment of its own. REQUIREMENTS is a file with all packages and their versions.

# python_home NAME REQUIREMENTS: another list of versions is another environment.
python_home() { printf '%s/%s-%s\n' "$(cache_dir)" "$1" "$(sha256sum "$2" | cut -c1-16)"; }

# python_prepare NAME REQUIREMENTS
python_prepare() {
    local home building
    home=$(python_home "$@")
    [[ -x $home/bin/python ]] && return
    may_install || return 1
    if ! python3 -c 'import ensurepip' 2>/dev/null; then
        can_apt || return 1
        apt_install python3 python3-venv
    fi
    say "installing $1 …"
    mkdir -p "${home%/*}"
    building=$(mktemp -d "$home.XXXXXX")
    if ! { python3 -m venv "$building" && "$building/bin/pip" install --quiet --no-deps -r "$2"; } >&2; then
        rm -rf "$building"
        return 1
    fi
    # Of two installers at once the first wins; what is called is the interpreter, which knows where it is.
    mv -T "$building" "$home" 2>/dev/null || rm -rf "$building"
}
