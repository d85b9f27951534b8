# shellcheck shell=bash
# TCP ports of the loopback address.

# answers PORT: somebody accepts connections there.
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# free_port: one below the range from which the system gives ports to outgoing connections, so that a server which is
# stopped for a while finds it free again.
free_port() {
    local port
    for _ in {1..100}; do
        port=$((20000 + RANDOM % 10000))
        if ! answers "$port"; then
            printf '%s\n' "$port"
            return
        fi
    done
    fail "found no free port between 20000 and 29999"
}
