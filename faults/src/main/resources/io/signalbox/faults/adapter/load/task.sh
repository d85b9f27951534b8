# shellcheck shell=bash
# What each task of the load does: it writes numbered lines into its log, and beside it, past Signalbox, what it has come to.
exec 9>>"$FAULTS_MARKS"
runner=${SIGNALBOX_WORKSPACE##*/runners/}
runner=${runner%%/*}

mark() {
    printf '{"type":"mark","attempt":"%s","task":"%s","runner":"%s","step":"%s","number":%d,"micros":%s}\n' \
        "$SIGNALBOX_ATTEMPT_ID" "$SIGNALBOX_TASK_ID" "$runner" "$1" "$2" "${EPOCHREALTIME/[.,]/}" >&9
}

printf -v filler '%*s' "$FAULTS_WIDTH" ''
filler=${filler// /x}
mark STARTED 0
for ((line = 1; line <= FAULTS_LINES; line++)); do
    echo "$SIGNALBOX_ATTEMPT_ID $line $filler"
    mark LINE "$line"
    if [[ $FAULTS_PAUSE != 0.000 ]]; then sleep "$FAULTS_PAUSE"; fi
done
mark ENDED "$FAULTS_STATUS"
exit "$FAULTS_STATUS"
