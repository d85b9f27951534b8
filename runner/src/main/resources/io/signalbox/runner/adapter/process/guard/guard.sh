# Outlives the runner and ends what it left. Standard input is a pipe that only the runner holds, with one order per line:
#   watch ATTEMPT N      an attempt begins: its processes carry the id in SIGNALBOX_GUARDED, or N as their limit of file locks
#   group PID            its shell leads this process group
#   limit MS UP WALL     it dies when the last good sync was sent so long ago; that one was sent at these moments of both clocks
#   tick UP WALL         a later one was sent then
#   release              it is over
# Its argument is /proc where the two marks can be read there; without it there is the group alone.
# Before it kills for want of contact it says so by one line, the attempt.
# At the end of file the runner is gone: everything of the attempt is killed, however often it multiplies meanwhile.
trap '' HUP INT TERM PIPE
proc=$1 attempt='' number='' group='' limit='' up=0 wall=0

# How long ago the last good sync was sent, by the clock that went further: /proc/uptime counts sleep too.
age() {
    local now=${EPOCHREALTIME/[.,]/} passed
    now=${now%???}
    age=$((${now:-$(date +%s)000} - wall))
    if read -r passed _ 2>/dev/null </proc/uptime; then
        passed=$((10#${passed/./}0 - up))
        ((passed > age)) && age=$passed
    fi
}

kill_all() {
    local round file found
    [[ $attempt ]] || return
    [[ $group ]] && kill -KILL -- "-$group" 2>/dev/null
    [[ $proc ]] || return
    for ((round = 0; round < 200; round++)); do
        mapfile -t found < <(
            grep -lsz "^SIGNALBOX_GUARDED=.*$attempt" "$proc"/[0-9]*/environ
            grep -ls "^Max file locks  *$number " "$proc"/[0-9]*/limits
        )
        ((${#found[@]})) || break
        for file in "${found[@]}"; do
            file=${file#"$proc"/}
            kill -KILL "${file%/*}" 2>/dev/null
        done
        sleep 0.05
    done
}

# Waits for an order, but at most a second while there is a limit: sleep of the machine counts, and no timer of its own counts that.
next_order() {
    [[ $limit ]] || { read -r order value more; return; }
    read -r -t 1 order value more && return
    (($? > 128)) && order=wait
}

while next_order; do
    case $order in
        watch) attempt=$value number=$more group='' limit='' ;;
        group) group=$value ;;
        limit) limit=$value up=${more% *} wall=${more#* } ;;
        tick) up=$value wall=$more ;;
        release) attempt='' group='' limit='' ;;
    esac
    if [[ $limit ]]; then
        age
        ((age < limit)) || { printf '%s\n' "$attempt"; kill_all; limit=''; }
    fi
done
kill_all
