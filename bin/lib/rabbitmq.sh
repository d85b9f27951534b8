# shellcheck shell=bash
# RabbitMQ in $infra/rabbitmq, started by hand: its node name, its port mapper (epmd) and all its files are its own, so
# several of them live side by side and beside one that belongs to the system. With SIGNALBOX_INFRA_BROKERS it is a cluster of so many nodes; the
# others lie in $infra/rabbitmq-2 and so on, and share the port mapper and the cookie of the first. Functions that take a member mean the first unless told otherwise.
# shellcheck disable=SC2154 # $infra is set by bin/infra

rabbitmq_image=${SIGNALBOX_RABBITMQ_IMAGE:-rabbitmq:4}

rabbitmq_uri() { printf 'amqp://guest:guest@%s\n' "$(rabbitmq_members | while read -r member; do printf '127.0.0.1:%s\n' "$(<"$infra/$member/port")"; done | paste -sd,)"; }

rabbitmq_members() { (cd "$infra" && printf '%s\n' rabbitmq*); }

# The program itself: Debian's command of the same name is a wrapper that changes the user.
rabbitmq_program() {
    local program
    for program in /usr/lib/rabbitmq/bin/rabbitmq-server "$(command -v rabbitmq-server)"; do
        if [[ -x $program ]] && command -v erl >/dev/null; then
            printf '%s\n' "$program"
            return
        fi
    done
    return 1
}

rabbitmq_prepare() {
    local dir=$infra/rabbitmq kind=program
    [[ -e $dir/kind ]] && return
    if ! rabbitmq_program >/dev/null; then
        if can_apt; then
            apt_install rabbitmq-server
            systemctl disable -q rabbitmq-server epmd.socket 2>/dev/null || true
        elif container_usable "$rabbitmq_image"; then
            kind=container
        else
            fail "found no RabbitMQ: install rabbitmq-server, or run this as root on Debian, or start a Docker engine that has $rabbitmq_image"
        fi
    fi
    rabbitmq_member rabbitmq "$kind"
    free_port >"$dir/epmd-port"
    local number
    for ((number = 2; number <= ${SIGNALBOX_INFRA_BROKERS:-1}; number++)); do
        [[ $kind == program ]] || fail "a cluster of several is made of programs, and there is only a container"
        rabbitmq_member "rabbitmq-$number" "$kind"
        # It joins the first, which runs already.
        printf '%s\n' 'cluster_formation.peer_discovery_backend = classic_config' \
            "cluster_formation.classic_config.nodes.1 = $(rabbitmq_node)" \
            "cluster_formation.classic_config.nodes.2 = $(rabbitmq_node "rabbitmq-$number")" >"$infra/rabbitmq-$number/rabbitmq.conf"
    done
}

# rabbitmq_member NAME KIND
rabbitmq_member() {
    mkdir -p "$infra/$1"
    free_port >"$infra/$1/port"
    free_port >"$infra/$1/distribution-port"
    : >"$infra/$1/plugins"
    : >"$infra/$1/rabbitmq.conf"
    printf '%s\n' "$2" >"$infra/$1/kind"
}

rabbitmq_start() {
    local dir=$infra/${1:-rabbitmq} first=$infra/rabbitmq
    if [[ $(<"$dir/kind") == container ]]; then
        container_start rabbitmq -e RABBITMQ_NODE_PORT="$(<"$dir/port")" -e RABBITMQ_DIST_PORT="$(<"$dir/distribution-port")" \
            -e ERL_EPMD_PORT="$(<"$dir/epmd-port")" -e RABBITMQ_NODENAME="$(rabbitmq_node)" -e RABBITMQ_ENABLED_PLUGINS_FILE=/dev/null \
            "$rabbitmq_image"
        return
    fi
    if ! alive "$first/epmd.pid" "$(epmd_marker)"; then
        spawn "$first/epmd.pid" "$first/epmd.log" "$(epmd_program)" -port "$(<"$first/epmd-port")" -address 127.0.0.1
    fi
    # RABBITMQ_ALLOW_INPUT makes the script become the server instead of watching over it: the recorded id is the server's.
    spawn "$dir/pid" "$dir/rabbitmq.log" env \
        HOME="$first" \
        ERL_EPMD_PORT="$(<"$first/epmd-port")" \
        ERL_EPMD_ADDRESS=127.0.0.1 \
        RABBITMQ_ALLOW_INPUT=1 \
        RABBITMQ_CONF_ENV_FILE=/dev/null \
        RABBITMQ_CONFIG_FILE="$dir/rabbitmq.conf" \
        RABBITMQ_ENABLED_PLUGINS_FILE="$dir/plugins" \
        RABBITMQ_NODENAME="$(rabbitmq_node "${1:-rabbitmq}")" \
        RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 \
        RABBITMQ_NODE_PORT="$(<"$dir/port")" \
        RABBITMQ_DIST_PORT="$(<"$dir/distribution-port")" \
        RABBITMQ_MNESIA_BASE="$dir/data" \
        RABBITMQ_LOG_BASE="$dir/log" \
        RABBITMQ_PID_FILE="$dir/server.pid" \
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="+sbwt none +sbwtdcpu none +sbwtdio none" \
        "$(rabbitmq_program)" -noinput -signalbox "$dir/data/"
}

rabbitmq_node() { printf 'signalbox-%s@localhost\n' "$(<"$infra/${1:-rabbitmq}/port")"; }

# ready: the server begins to accept connections when everything else in it has started, and answers a greeting by its own.
rabbitmq_ready() {
    local port first
    port=$(<"$infra/${1:-rabbitmq}/port")
    first=$({
        exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'AMQP\x00\x00\x09\x01' >&3 && timeout 5 head -c 1 <&3 | od -An -tx1
    } 2>/dev/null) && [[ $first == *01* ]]
}

rabbitmq_running() {
    if [[ $(<"$infra/${1:-rabbitmq}/kind") == container ]]; then
        container_running rabbitmq
    else
        alive "$infra/${1:-rabbitmq}/pid" "$infra/${1:-rabbitmq}/data/"
    fi
}

rabbitmq_stop() {
    if [[ $(<"$infra/${1:-rabbitmq}/kind") == container ]]; then
        container_stop rabbitmq
    else
        end "$infra/${1:-rabbitmq}/pid" "$infra/${1:-rabbitmq}/data/" 30
    fi
}

rabbitmq_kill() {
    if [[ $(<"$infra/${1:-rabbitmq}/kind") == container ]]; then
        container_kill rabbitmq
    else
        kill_now "$infra/${1:-rabbitmq}/pid" "$infra/${1:-rabbitmq}/data/"
    fi
}

# The member that leads a queue which lives on several.
rabbitmq_leader() {
    local node member
    node=$(rabbitmq_control list_queues name leader | sed -n "s/^signalbox\.leader\t//p")
    while read -r member; do
        if [[ $(rabbitmq_node "$member") == "$node" ]]; then printf '%s\n' "$member" && return; fi
    done < <(rabbitmq_members)
    fail "no member leads signalbox.leader: $node"
}

rabbitmq_queues() { rabbitmq_control --no-table-headers list_queues messages name; }

# Publishers are held up, as when its memory is short.
rabbitmq_block() { rabbitmq_control set_vm_memory_high_watermark 0 >/dev/null; }

rabbitmq_unblock() { rabbitmq_control set_vm_memory_high_watermark 0.4 >/dev/null; }

# By any member that runs.
rabbitmq_control() {
    local dir=$infra/rabbitmq program member node
    for member in $(rabbitmq_members); do
        node=$(rabbitmq_node "$member")
        if rabbitmq_running "$member"; then break; fi
    done
    if [[ $(<"$dir/kind") == container ]]; then
        docker exec "$(container_name rabbitmq)" rabbitmqctl -q -n "$node" "$@"
    else
        program=$(rabbitmq_program)
        HOME="$dir" ERL_EPMD_PORT="$(<"$dir/epmd-port")" RABBITMQ_CONF_ENV_FILE=/dev/null \
            "${program%/*}/rabbitmqctl" -q -n "$node" "$@"
    fi
}

rabbitmq_remove() {
    if [[ $(<"$infra/${1:-rabbitmq}/kind") == container ]]; then
        container_remove rabbitmq
    else
        kill_now "$infra/${1:-rabbitmq}/pid" "$infra/${1:-rabbitmq}/data/"
        if [[ ${1:-rabbitmq} == rabbitmq ]]; then end "$infra/rabbitmq/epmd.pid" "$(epmd_marker)" 5; fi
    fi
}

epmd_program() {
    command -v epmd || erl -noshell -noinput -eval \
        'io:format("~s/erts-~s/bin/epmd", [code:root_dir(), erlang:system_info(version)]), halt().'
}

epmd_marker() { printf 'epmd -port %s ' "$(<"$infra/rabbitmq/epmd-port")"; }
