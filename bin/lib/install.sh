# shellcheck shell=bash
# Installing what is missing.

cache_dir() { printf '%s\n' "${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/signalbox"; }

# may_install: a test run that starts what is there, and no more, says never.
may_install() { [[ ${SIGNALBOX_INFRA_INSTALL:-} != never ]]; }

# can_apt: packages can be installed here.
can_apt() { may_install && [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; }

# apt_install PACKAGE…: no service of the packages is started, neither now nor at the next boot of the machine.
apt_install() {
    say "installing $* …"
    (
        forbid_services
        trap allow_services EXIT
        export DEBIAN_FRONTEND=noninteractive
        apt_get update && apt_get install --no-install-recommends "$@"
    ) || fail "apt-get could not install $*"
}

apt_get() {
    local log
    log=$(mktemp)
    if ! apt-get -qq -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" >"$log" 2>&1 9>&-; then
        tail -5 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

policy=/usr/sbin/policy-rc.d

# Debian's installer asks this file before it starts a service.
forbid_services() {
    if [[ -e $policy ]]; then mv "$policy" "$policy.signalbox"; fi
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
}

allow_services() {
    rm -f "$policy"
    if [[ -e $policy.signalbox ]]; then mv "$policy.signalbox" "$policy"; fi
}
