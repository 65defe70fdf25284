# shellcheck shell=bash
# What install.sh, upgrade.sh and rollback.sh share. ROOT stands before every folder of the machine: it is empty on a
# server, and a folder where the scripts are tried (make deploy-test).
set -euo pipefail
umask 022
ROOT=${ROOT:-}
HTTP_PORT=${HTTP_PORT:-80}
HTTPS_PORT=${HTTPS_PORT:-443}
NODES=(8001 8002)
WORKERS=(1 2)
KEPT_RELEASES=3
UV_VERSION=0.13.9
SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
PARTS=(.env.example .python-version agency articles deploy enquiries manage.py pyproject.toml static templates uv.lock)
SITE=$ROOT/opt/website
SETTINGS=$ROOT/etc/website/env

say() {
    printf '\n==> %s\n' "$*"
}

refuse() {
    printf '\nStopped: %s\n' "$*" >&2
    exit 1
}

begin() { # for root alone, one at a time
    [ "$(id -u)" = 0 ] || refuse "run it as root, with sudo."
    [ -n "$(command -v apt-get)" ] && [ -n "$(command -v systemctl)" ] || refuse "this is made for Debian 12 and 13 with systemd."
    mkdir -p "$ROOT/run"
    exec 9> "$ROOT/run/website-deployment"
    flock --nonblock 9 || refuse "another deployment is running."
}

setting() { # NAME: its value in the settings
    sed -n "s/^$1=//p" "$SETTINGS" | tail -n 1
}

domain() {
    setting SITE_URL | sed -E 's#^https://([^:/]*).*#\1#'
}

manage() { # RELEASE COMMAND...: manage.py of the release, as the site's user, with the settings of the file alone
    (cd "$1" && shift && runuser -u website -- env -i PATH="$PATH" LANG=C.UTF-8 ENV_FILE="$SETTINGS" \
        .venv/bin/python manage.py "$@")
}

place() { # FILE TARGET [MODE]: writes one of our files where the machine looks for it
    local ipv6='/listen \[::\]/d'
    [[ -e /proc/net/if_inet6 && $HTTPS_PORT != *:* ]] && ipv6=
    mkdir -p "$(dirname "$ROOT$2")"
    sed -E -e "$ipv6" -e "s#(^|[ =:\"])/(etc|opt|var)/#\1$ROOT/\2/#g" -e "s/\\$\{DOMAIN\}/$(domain)/g" \
        -e "s/\\$\{HTTP_PORT\}/$HTTP_PORT/g" -e "s/\\$\{HTTPS_PORT\}/$HTTPS_PORT/g" "$SOURCE/deploy/$1" > "$ROOT$2.new"
    chmod "${3:-0644}" "$ROOT$2.new"
    mv "$ROOT$2.new" "$ROOT$2"
}

place_all() { # units, nginx, logrotate and the command "website"
    local file
    say "Writing the units to /etc/systemd/system, the site to /etc/nginx/conf.d/website.conf, the command website"
    while read -r file; do
        place "systemd/$file" "/etc/systemd/system/$file"
    done < <(cd "$SOURCE/deploy/systemd" && find . -type f -printf '%P\n')
    place nginx/website.conf /etc/nginx/conf.d/website.conf
    place logrotate /etc/logrotate.d/website
    place website /usr/local/sbin/website 0755
    [ -f "$ROOT/etc/nginx/website-nodes.conf" ] || write_nodes
    systemctl daemon-reload
    nginx -t -q || refuse "nginx does not take its configuration; what it says stands above."
}

get_uv() { # which installs what the lock file names, and Python 3.13 where the machine's is another
    UV=$SITE/uv-$UV_VERSION/bin/uv
    [ -x "$UV" ] && return
    say "Installing uv $UV_VERSION into $SITE"
    python3 -m venv --clear "$SITE/uv-$UV_VERSION"
    "$SITE/uv-$UV_VERSION/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$UV_VERSION" \
        || refuse "uv could not be installed; what pip says stands above."
}

build() { # sets RELEASE: the folder of this very code, ready to run, named after its content
    local hash
    hash=$(tar -C "$SOURCE" --sort=name --mtime=@0 --owner=0 --group=0 --mode=a+rX --exclude=__pycache__ -c "${PARTS[@]}" | sha256sum)
    RELEASE=$SITE/releases/${hash:0:12}
    [ -f "$RELEASE/.ready" ] && return
    get_uv
    say "Building the release ${hash:0:12} in $SITE/releases: packages by the lock file, static files"
    rm -rf "$RELEASE"
    mkdir -p "$RELEASE"
    tar -C "$SOURCE" --mode=a+rX --exclude=__pycache__ -c "${PARTS[@]}" | tar -C "$RELEASE" -x --no-same-owner
    (cd "$RELEASE" && UV_PROJECT_ENVIRONMENT=.venv UV_PYTHON_INSTALL_DIR=$SITE/python UV_COMPILE_BYTECODE=1 \
        "$UV" sync --quiet --frozen --no-dev --extra s3 --extra mail) || refuse "the packages could not be installed."
    (cd "$RELEASE" && chmod -R a+rX .venv && .venv/bin/python -m compileall -q agency articles enquiries)
    # Made by root, for nobody else may change the code; it reads no secrets and no database.
    (cd "$RELEASE" && ENV_FILE=/dev/null SITE_URL=http://127.0.0.1 SECRET_KEY=$(printf 'x%.0s' {1..50}) DATA_DIR=build \
        .venv/bin/python manage.py collectstatic --noinput --verbosity 0)
    touch "$RELEASE/.ready"
}

prepare() { # RELEASE: brings the database and what nginx serves up to it, while the release before still runs
    say "Bringing the database up to date"
    manage "$1" migrate --noinput --verbosity 0 || refuse "the database could not be brought up to date; the site runs on as before."
    say "Writing the page for the moments when the site does not answer"
    manage "$1" away_page
    # Links, so that pages of the release before find their files; those of releases that are gone go.
    mkdir -p "$SITE/static"
    cp -aln "$1/build/static/." "$SITE/static/"
}

write_nodes() { # [PORT]: the nodes behind nginx, with that one out of the way
    local port down
    for port in "${NODES[@]}"; do
        [ "$port" = "${1:-}" ] && down=" down" || down=
        echo "server 127.0.0.1:$port max_fails=0$down;"
    done > "$ROOT/etc/nginx/website-nodes.conf"
}

send_visitors() { # to all nodes, or to all but PORT
    write_nodes "${1:-}"
    systemctl reload nginx
    sleep 1 # nginx has taken it, and what it was about to send is with the node
}

start() { # RELEASE: node by node, behind nginx; fails at the first that does not answer, which stays out of the way
    local port
    ln -sfn "$1" "$SITE/current.new"
    mv -T "$SITE/current.new" "$SITE/current"
    for port in "${NODES[@]}"; do
        say "Starting the node on port $port with the release $(basename "$1")"
        send_visitors "$port"
        systemctl restart "website-web@$port" || return 1
        (cd "$1" && ENV_FILE=$SETTINGS .venv/bin/python -m agency.running.health_check --port "$port" --seconds 60) || return 1
    done
    send_visitors
    say "Starting the workers"
    systemctl restart "${WORKERS[@]/#/website-worker@}" || return 1
    sleep 3 # one that cannot run has ended by then
    systemctl is-active --quiet "${WORKERS[@]/#/website-worker@}"
}

change_to() { # RELEASE: starts it, and the one before when it is not well
    local before
    before=$(readlink -f "$SITE/current")
    touch "$1"
    if start "$1"; then
        ln -sfn "$before" "$SITE/previous"
        return
    fi
    say "It is not well (journalctl -u 'website-*' says why). Going back to the release $(basename "$before")"
    SOURCE=$before
    place_all
    start "$before" || refuse "neither is the release before: look at journalctl -u 'website-*'."
    refuse "the new release is not well, so the site runs as before."
}

remove_old_releases() {
    local old
    while read -r old; do
        [ "$old" = "$(readlink -f "$SITE/current")" ] || rm -rf "$old"
    done < <(find "$SITE/releases" -mindepth 1 -maxdepth 1 -printf '%T@ %p\n' | sort -rn | tail -n "+$((KEPT_RELEASES + 1))" | cut -d' ' -f2)
    find "$SITE/static" -type f -links 1 -delete
}
