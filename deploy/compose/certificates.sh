#!/bin/sh
# The certificates that the containers of compose.yaml make for themselves, once: the proxy's, and that of the storage, which
# the site trusts because it is handed to it.
set -eu
mkdir -p /certificates/storage
sh /self-signed.sh storage /certificates/storage
sh /self-signed.sh "$DOMAIN" /proxy
chown 101 /proxy/privkey.pem
