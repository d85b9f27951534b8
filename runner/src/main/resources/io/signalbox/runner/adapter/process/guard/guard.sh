# Outlives the runner and ends what it left. Standard input is a pipe that only the runner holds, with one order per line:
#   watch ATTEMPT   an attempt begins: its processes carry the id in SIGNALBOX_GUARDED
#   group PID       its shell leads this process group
#   release         it is over
# At the end of file the runner is gone: everything of the attempt is killed, however often it multiplies meanwhile.
trap '' HUP INT TERM
attempt='' group=''
while read -r order value; do
    case $order in
        watch) attempt=$value group='' ;;
        group) group=$value ;;
        release) attempt='' group='' ;;
    esac
done
[[ $attempt ]] || exit 0
[[ $group ]] && kill -KILL -- "-$group" 2>/dev/null
for ((round = 0; round < 200; round++)); do
    mapfile -t found < <(grep -lsz "^SIGNALBOX_GUARDED=.*$attempt" /proc/[0-9]*/environ)
    ((${#found[@]})) || exit 0
    for file in "${found[@]}"; do
        pid=${file#/proc/}
        kill -KILL "${pid%/environ}" 2>/dev/null
    done
    sleep 0.05
done
