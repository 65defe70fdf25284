#!/bin/sh
# proxy.sh [FROM TO]: nginx before the nodes of compose.yaml. Takes the shipped configuration out of FROM, fills in the name,
# the ports, the nodes and the logs, which go to standard output, and keeps what it makes of it in TO.
set -eu
from=${1:-/etc/nginx} to=${2:-/tmp/nginx}
mkdir -p "$to"
sed -e "s/\${DOMAIN}/$DOMAIN/g; s/\${HTTP_PORT}/8080/g; s/\${HTTPS_PORT}/8443/g" -e '/listen \[::\]/d' \
    -e "s#/etc/nginx/website-nodes.conf#$from/nodes.conf#" \
    -e 's#/var/log/nginx/website/access.log#/dev/stdout#; s#/var/log/nginx/website/error.log#/dev/stderr#' \
    -e "s#server=127.0.0.1:8514#server=${VIEWS:-127.0.0.1:8514}#" \
    "$from/website.conf" > "$to/website.conf"
exec nginx -c "$from/compose.conf" -g 'daemon off;'
