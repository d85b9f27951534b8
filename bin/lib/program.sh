# shellcheck shell=bash
# Where the build puts the programs, and how the JVM is told to run each.
# shellcheck disable=SC2154,SC2034 # $checkout is set by the commands, which use these

# The jars that the runner and the model stand on.
libraries=$checkout/runner/target/lib

# The runner lives beside other people's work: one collector thread, the quick compiler alone, little heap.
runner_jar=$checkout/runner/target/signalbox-runner.jar
runner_options=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m --enable-native-access=ALL-UNNAMED -cp "$runner_jar" io.signalbox.runner.config.RunnerMain)
standalone_jar=$checkout/deploy/standalone/target/signalbox-standalone-exec.jar

runner_jvm=("${runner_options[@]}")
standalone_jvm=(-jar "$standalone_jar")
# A command of people: it starts, asks and ends.
cli_jar=$checkout/cli/target/signalbox-cli.jar
cli_options=(-Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m -XX:-UsePerfData)
cli_jvm=("${cli_options[@]}" -cp "$cli_jar" io.signalbox.cli.config.SignalboxMain)
# Room for 10,000 idle runners and their storm (bin/bench idle, ADR 0111). A large young generation would be in memory for short-lived objects alone.
gateway_options=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms128m -Xmn64m -Xmx360m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20
    -XX:-ShrinkHeapInSteps -XX:TrimNativeHeapInterval=10000)
gateway_jvm=("${gateway_options[@]}" -jar "$checkout/api-gateway/target/signalbox-api-gateway-exec.jar")
scheduler_jvm=(-jar "$checkout/scheduler/target/signalbox-scheduler-exec.jar")
demo_jvm=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$checkout/deploy/standalone/target/signalbox-standalone.jar:$libraries/*"
    io.signalbox.standalone.demo.DemoMain)

# Where bin/warm puts its caches.
warm_runner=$checkout/runner/target/warm
warm_standalone=$checkout/deploy/standalone/target/warm
warm_cli=$checkout/cli/target/warm

# Called after the build: a cache that is older than its program is not used.
use_caches() {
    if [[ $warm_runner/cache -nt $runner_jar ]]; then
        runner_jvm=(-XX:AOTCache="$warm_runner/cache" "${runner_options[@]}")
    fi
    if [[ $warm_standalone/cache -nt $standalone_jar ]]; then
        standalone_jvm=(-XX:AOTCache="$warm_standalone/cache" -jar "$warm_standalone/${standalone_jar##*/}")
    fi
    if [[ $warm_cli/cache -nt $cli_jar ]]; then
        cli_jvm=(-XX:AOTCache="$warm_cli/cache" "${cli_jvm[@]}")
    fi
}

# lay_out_cli FOLDER: the command line with its libraries where the jar's manifest looks for them, those of an old format made anew.
lay_out_cli() {
    local picocli
    mkdir -p "$1/lib"
    cp "$cli_jar" "$1/"
    cp "${cli_jar%/*}"/lib/*.jar "$1/lib/"
    for picocli in "${cli_jar%/*}"/lib/picocli-*.jar; do
        java "$checkout/bin/lib/NewerClasses.java" "$picocli" "$1/lib/${picocli##*/}"
    done
}

# kept_all COMMAND…: fails for a class of a library that the command line must read from its jar, because the cache has none of it.
kept_all() {
    local read
    read=$(SIGNALBOX_JAVA_OPTS='-Xlog:class+load:stdout' "$@" | grep -c 'picocli.*source: [a-z]*:' || true)
    [[ $read == 0 ]] || fail "$read classes of picocli are not in the cache"
}

# What the class cache of the command line is recorded from: one of each kind of command.
rehearsal() {
    printf '%s\n' tasks 'run -- echo rehearsed' 'run -o json --no-tty -- true' 'submit --tag nobody true' runners 'runners show local' pools \
        projects secrets 'events --limit 5' 'top --once' doctor 'tasks -o json' 'tasks --help' 'task none' 'logs none' 'explain none'
}

# Where bin/dist makes the command line's folder.
cli_dist=${SIGNALBOX_DIST:-$checkout/cli/target/dist/signalbox}

# Where bin/dist makes the runner's folder.
runner_dist=${SIGNALBOX_DIST:-$checkout/runner/target/dist/signalbox-runner}
