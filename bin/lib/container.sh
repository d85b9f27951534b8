# shellcheck shell=bash
# The same servers as containers, on the host's network, where there is no program but an engine that has the image.
# shellcheck disable=SC2154 # $infra is set by bin/infra

container_usable() { command -v docker >/dev/null && docker image inspect "$1" >/dev/null 2>&1; }

container_name() { printf 'signalbox-%s-%s\n' "$1" "$(<"$infra/$1/port")"; }

# container_start NAME OPTION… IMAGE ARGUMENT…: the container keeps its data over stop, kill and start.
container_start() {
    local name
    name=$(container_name "$1")
    docker start "$name" >/dev/null 2>&1 || docker run --detach --network host --name "$name" "${@:2}" >/dev/null
}

container_running() { [[ $(docker inspect -f '{{.State.Running}}' "$(container_name "$1")" 2>/dev/null) == true ]]; }

container_stop() { docker stop "$(container_name "$1")" >/dev/null; }

container_kill() { docker kill "$(container_name "$1")" >/dev/null; }

container_remove() { docker rm --force --volumes "$(container_name "$1")" >/dev/null 2>&1 || true; }
