#!/bin/sh
# self-signed.sh NAME FOLDER: a key and a certificate that nobody vouches for, for trying the site; kept where they are.
set -eu
cd "$2"
[ -s fullchain.pem ] && exit 0
umask 077
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 825 \
    -subj "/CN=$1" -addext "subjectAltName=DNS:$1" -keyout privkey.pem -out fullchain.pem
chmod 0644 fullchain.pem
