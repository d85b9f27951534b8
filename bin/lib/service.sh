# shellcheck shell=bash
# The processes of one Signalbox installation: each has its id in $home/run/NAME.pid and its log in $home/log/NAME.log.
# shellcheck disable=SC2154 # $checkout is set by the commands

# enter_home: sets $home to the installation's folder (SIGNALBOX_HOME, default .signalbox in the checkout), which is private.
enter_home() {
    home=${SIGNALBOX_HOME:-$checkout/.signalbox}
    if ! { (umask 077 && mkdir -p "$home") && mkdir -p "$home/run" "$home/log" && [[ -w $home/run ]]; } 2>/dev/null; then
        fail "cannot write to $home; SIGNALBOX_HOME names another folder"
    fi
    home=$(cd "$home" && pwd -P)
    export SIGNALBOX_HOME=$home
}

# Two starts of one installation would be in each other's way; the lock ends with this script.
one_at_a_time() {
    if command -v flock >/dev/null; then
        exec 9>>"$home/run/lock"
        flock -n 9 || fail "another bin/up is at work in $home"
    fi
}

# The marker of process $1: no other process has this in its command line.
service_marker() { printf -- '-Dsignalbox.pid-file=%s/run/%s.pid' "$home" "$1"; }

service_runs() { alive "$home/run/$1.pid" "$(service_marker "$1")"; }

started=() # by this script, the last one first

# start_service NAME JVM-ARGUMENT…: its environment is the caller's. What it leaves in its temporary folder when it is killed goes with
# the next start.
start_service() {
    local name=$1 temporary=$home/tmp/$1
    shift
    rm -rf "$temporary"
    mkdir -p "$temporary"
    started=("$name" ${started[@]+"${started[@]}"})
    if [[ -e $home/log/$name.log ]]; then mv "$home/log/$name.log" "$home/log/$name.log.1"; fi
    # shellcheck disable=SC2086 # several options in one variable
    spawn "$home/run/$name.pid" "$home/log/$name.log" java ${SIGNALBOX_JAVA_OPTS:-} -Djava.io.tmpdir="$temporary" \
        "$(service_marker "$name")" "$@"
}

# await_service NAME SECONDS CONDITION…: until the condition holds; a process that ends meanwhile has its last words shown.
await_service() {
    local name=$1 tries=$(($2 * 20))
    shift 2
    until "$@"; do
        if ! service_runs "$name"; then
            last_words "$name"
            fail "$name did not start; its log is $home/log/$name.log"
        fi
        ((tries-- > 0)) || fail "$name is still not ready; its log is $home/log/$name.log"
        sleep 0.05
    done
}

last_words() { tail -n 10 "$home/log/$1.log" >&2 || true; }

# services: the names of all processes that have run here, in the order in which they are stopped.
services() {
    local file
    for file in "$home"/run/runner*.pid "$home"/run/gateway*.pid "$home"/run/*.pid; do
        if [[ -e $file ]]; then basename "$file" .pid; fi
    done | awk '!seen[$0]++'
}

# stop_services NAME…: says for each that ran that it is stopped.
stop_services() {
    local name
    for name in "$@"; do
        if service_runs "$name"; then
            end "$home/run/$name.pid" "$(service_marker "$name")" 10
            say "stopped $name"
        fi
        rm -rf "$home/run/$name.pid" "$home/tmp/$name"
    done
    if [[ -z $(services) ]]; then rm -f "$home"/run/*url "$home"/run/*port "$home"/{url,urls,management-url}; fi
}

stop_all_services() {
    # shellcheck disable=SC2046 # names are words
    stop_services $(services)
}
