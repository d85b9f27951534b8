# shellcheck shell=bash
# Processes that outlive the script which started them. One is known by a file with its id and by a marker, a text in its
# command line that no other process has: an id which the system has given to somebody else meanwhile is never ended.

# spawn PIDFILE LOG COMMAND…: starts COMMAND in a session of its own, without this script's input, output and lock (9).
spawn() {
    local pidfile=$1 log=$2
    shift 2
    if command -v setsid >/dev/null; then set -- setsid "$@"; fi
    "$@" </dev/null >>"$log" 2>&1 9>&- &
    disown
    printf '%s\n' "$!" >"$pidfile"
    await_command "$!"
}

# await_command PID: until it has become its command. Before that it has this script's command line and no marker: on a busy
# machine it would be taken for gone.
await_command() {
    local own tries=500
    own=$(ps -ww -o args= -p "$$")
    while [[ $(ps -ww -o args= -p "$1" 2>/dev/null) == "$own" ]] && ((tries-- > 0)); do sleep 0.01; done
}

# alive PIDFILE MARKER
alive() {
    local pid
    [[ -s $1 ]] || return 1
    read -r pid <"$1"
    ps -ww -o args= -p "$pid" 2>/dev/null | grep -qF -- "$2"
}

# end PIDFILE MARKER SECONDS: asks the process to end, asks again after SECONDS (a runner with tasks waits for them at first),
# then insists; and ends what it left behind in its group.
end() {
    local pid
    if alive "$1" "$2"; then
        read -r pid <"$1"
        ask "$pid"
        gone "$1" "$2" "$3" || { ask "$pid" && gone "$1" "$2" 5; } || kill_now "$1" "$2"
        end_group "$pid"
    fi
    rm -f "$1"
}

ask() { kill -TERM "$1" 2>/dev/null || true; }

# kill_now PIDFILE MARKER: SIGKILL, and returns when the process is gone.
kill_now() {
    local pid
    alive "$1" "$2" || return 0
    read -r pid <"$1"
    kill -KILL "$pid" 2>/dev/null || true
    gone "$1" "$2" 10 || fail "process $pid does not end"
}

# gone PIDFILE MARKER SECONDS: waits for the end of the process.
gone() {
    local tries=$(($3 * 20))
    while alive "$1" "$2"; do
        ((tries-- > 0)) || return 1
        sleep 0.05
    done
}

# end_group ID: a process started by spawn leads a group of its own, which nobody else can be in.
end_group() {
    if command -v setsid >/dev/null; then kill -KILL -- "-$1" 2>/dev/null || true; fi
}
