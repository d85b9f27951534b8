# shellcheck shell=bash
# Sourced by the commands in bin/: finds a JDK 25 or newer and exports JAVA_HOME and PATH.

# The major version of the JDK in folder $1; nothing where there is none.
java_major() {
    [ -x "$1/bin/javac" ] || return 1
    local version
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
    [ -n "$version" ] || version=$("$1/bin/javac" -version 2>/dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ -n "$version" ] && echo "$version"
}

java_candidates() {
    [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
    local javac
    if javac=$(command -v javac) && javac=$(readlink -f "$javac" 2>/dev/null); then
        dirname "$(dirname "$javac")"
    fi
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v 25+ 2>/dev/null
    fi
    printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
        "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

find_java() {
    local home major
    while IFS= read -r home; do
        if major=$(java_major "$home") && [ "$major" -ge 25 ]; then
            export JAVA_HOME="$home" PATH="$home/bin:$PATH"
            return 0
        fi
    done < <(java_candidates)
    echo "Signalbox needs a JDK 25 or newer and found none." >&2
    echo "Install one, for example Eclipse Temurin 25 (https://adoptium.net) or 'sdk install java 25-tem', or set JAVA_HOME." >&2
    return 1
}

find_java || exit 1
