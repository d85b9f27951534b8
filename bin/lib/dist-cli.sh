# shellcheck shell=bash
# Makes one folder with everything that the command line needs: the program, a Java of its own with the few modules that it
# uses, and a cache of classes that are loaded and linked already (JEP 514).
# shellcheck disable=SC2154 # set by bin/dist, which sources this

modules=java.base,java.logging,java.net.http,java.xml,jdk.crypto.ec,jdk.unsupported
work=$(mktemp -d)
export SIGNALBOX_HOME=$work/home
unset SIGNALBOX_AMQP_URI SIGNALBOX_MONGODB_URI SIGNALBOX_PUBLIC_URL
trap '"$checkout/bin/down" 2>/dev/null || true; rm -rf "$work"' EXIT

"$checkout/bin/build"
say "making $cli_dist ..."
rm -rf "$cli_dist"
mkdir -p "$cli_dist/bin"
lay_out_cli "$cli_dist/program"
jlink --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress zip-0 --output "$cli_dist/java"
cat >"$cli_dist/bin/signalbox" <<'TEXT'
#!/bin/sh
# The Signalbox command line: signalbox --help tells the rest.
self=$(readlink -f "$0" 2>/dev/null || echo "$0")
home=$(cd "$(dirname "$self")/.." && pwd)
ends= size=
for end in 0 1 2; do
    if [ -t $end ]; then ends=$ends$end; fi
done
case $ends in *[12]*) size=$(stty size 2>/dev/null </dev/tty) ;; esac
exec "$home/java/bin/java" -XX:AOTCache="$home/cache" -Xlog:disable -Xlog:all=error:stderr \
    -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m -XX:-UsePerfData ${SIGNALBOX_JAVA_OPTS:-} \
    -Dsignalbox.terminals="$ends" -Dsignalbox.size="$size" -cp "$home/program/signalbox-cli.jar" io.signalbox.cli.config.SignalboxMain "$@"
TEXT
chmod 755 "$cli_dist/bin/signalbox"

# The same launcher, with the options and the program that record.
sed "s|-XX:AOTCache=\"\$home/cache\"|-XX:AOTCacheOutput=\"\$home/cache\"|; s|^home=.*|home=$cli_dist|; s|SignalboxMain|Rehearsal|" \
    "$cli_dist/bin/signalbox" >"$work/recording"
PORT=$(free_port) "$checkout/bin/up" --detach >/dev/null
rehearsal | sh "$work/recording" >"$work/recording.log" 2>&1 || true
[[ -s $cli_dist/cache ]] || fail "the JVM kept no cache: $(tail -n 3 "$work/recording.log")"
kept_all "$cli_dist/bin/signalbox" tasks --help
say "$(du -sh "$cli_dist" | cut -f1) in $cli_dist"
