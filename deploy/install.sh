#!/bin/bash
# Sets the site up on a fresh Debian 12 or 13: "sudo deploy/install.sh". It asks what it must know, or takes it from the
# environment (SITE_URL, EMAIL_URL, DEFAULT_FROM_EMAIL, ENQUIRIES_EMAIL, ADMIN_EMAIL). Run it as often as you like.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"
DATA=$ROOT/var/lib/website
TIMERS=(
    website-nightly@{away_page,purge_enquiries,tally_enquiries}.timer
    website-weekly@check_links.timer
)

ask() { # NAME QUESTION: the variable of that name
    [ -n "${!1:-}" ] && return
    [ -t 0 ] || refuse "$1 is not set ($2)."
    read -r -p "$2: " "${1?}"
    [ -n "${!1}" ] || refuse "$1 cannot be empty."
}

install_packages() {
    say "Installing Debian's packages"
    DEBIAN_FRONTEND=noninteractive apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        ca-certificates certbot logrotate nginx openssl postgresql python3 python3-venv \
        || refuse "Debian's packages could not be installed; what apt says stands above."
}

make_user_and_folders() {
    say "Making the user website and its folders"
    id -u website > /dev/null 2>&1 \
        || useradd --system --user-group --home-dir /var/lib/website --shell /usr/sbin/nologin website
    mkdir -p "$SITE/releases" "$ROOT"/etc/website/tls "$ROOT"/etc/nginx/conf.d "$DATA" "$ROOT"/var/cache/website \
        "$ROOT"/var/cache/nginx "$ROOT"/var/log/nginx/website "$ROOT"/var/www/letsencrypt
    mkdir -p "$ROOT/var/backups/website"
    chown website:website "$DATA" "$ROOT/var/cache/website" "$ROOT/var/backups/website"
    chmod 0700 "$DATA" "$ROOT/var/backups/website"
    chown root:website "$ROOT/etc/website"
    chmod 0750 "$ROOT/etc/website"
    chmod 0700 "$ROOT/etc/website/tls"
}

write_settings() {
    if [ -f "$SETTINGS" ]; then
        say "Keeping the settings in $SETTINGS"
    else
        say "Writing the settings to $SETTINGS, for the site's user alone"
        ask SITE_URL "The site's address, such as https://www.example.org"
        ask EMAIL_URL "The mail server, such as smtp://user:password@mail.example.org:587"
        ask DEFAULT_FROM_EMAIL "The sender of the site's mail, such as Example Recruitment <website@example.org>"
        ask ENQUIRIES_EMAIL "The mailbox that receives news of enquiries, such as team@example.org"
        ask ADMIN_EMAIL "The first administrator's e-mail address"
        [[ $SITE_URL == https://* ]] || refuse "SITE_URL must begin with https://."
        (umask 077 && cat > "$SETTINGS.new") << END
SITE_URL=$SITE_URL
SECRET_KEY=$(openssl rand -hex 40)
DATABASE_URL=${DATABASE_URL:-postgresql://website@/website?host=${PGHOST:-/var/run/postgresql}}
DATA_DIR=$DATA
AWAY_PAGE=$ROOT/var/cache/website/away.html
TRUSTED_PROXIES=1
EMAIL_URL=$EMAIL_URL
DEFAULT_FROM_EMAIL=$DEFAULT_FROM_EMAIL
ENQUIRIES_EMAIL=$ENQUIRIES_EMAIL
END
        mv "$SETTINGS.new" "$SETTINGS"
    fi
    chown website:website "$SETTINGS"
    chmod 0600 "$SETTINGS"
}

check_settings() {
    local complaint
    complaint=$(manage "$RELEASE" check 2>&1) || refuse "$SETTINGS is not complete: $(tail -n 1 <<< "$complaint")"
}

make_database() {
    [[ $(setting DATABASE_URL) == postgresql://website@/website\?* ]] || return 0 # yours, somewhere else
    say "Making the database website, which its user enters without a password, on this machine alone"
    systemctl enable --now postgresql
    as_postgres "SELECT 1 FROM pg_roles WHERE rolname = 'website'" | grep -q 1 || as_postgres "CREATE ROLE website LOGIN"
    as_postgres "SELECT 1 FROM pg_database WHERE datname = 'website'" | grep -q 1 \
        || as_postgres "CREATE DATABASE website OWNER website ENCODING 'UTF8' TEMPLATE template0"
}

as_postgres() {
    cd / # where PostgreSQL's user may stand
    runuser -u postgres -- psql -d postgres -q -t -A -v ON_ERROR_STOP=1 -c "$1"
}

make_certificate() { # nginx does not start without one, and certbot wants nginx to run
    "$SOURCE/deploy/self-signed.sh" "$(domain)" "$ROOT/etc/website/tls"
}

get_certificate() {
    local name tls=$ROOT/etc/website/tls
    name=$(domain)
    say "Looking after the certificate"
    if [ "$(openssl x509 -in "$tls/fullchain.pem" -noout -issuer -nameopt RFC2253)" != "issuer=CN=$name" ]; then
        echo "There is one, in $tls."
    elif points_here "$name"; then
        certbot certonly --non-interactive --agree-tos --email "$(setting ENQUIRIES_EMAIL | sed 's/.*<//; s/>.*//')" --webroot \
            --webroot-path "$ROOT/var/www/letsencrypt" --deploy-hook "systemctl reload nginx" -d "$name" \
            || refuse "the site runs with a self-signed certificate. Correct what certbot complains of, and run this again."
        ln -sf "/etc/letsencrypt/live/$name/fullchain.pem" "/etc/letsencrypt/live/$name/privkey.pem" "$tls/"
        systemctl reload nginx
    else
        echo "$name does not lead to this machine, so the certificate is self-signed and browsers warn of it. Put your own"
        echo "fullchain.pem and privkey.pem into $tls, or let the name lead here; then run this again."
    fi
}

points_here() { # NAME: whether it resolves to an address of this machine
    local address
    for address in $(getent ahosts "$1" | awk '{ print $1 }' | sort -u); do
        [[ " $(hostname -I) " == *" $address "* ]] && return
    done
    return 1
}

start_everything() {
    rm -f "$ROOT/etc/nginx/sites-enabled/default" # Debian's "Welcome to nginx", which would take the port
    systemctl enable --now nginx
    systemctl enable "${NODES[@]/#/website-web@}" "${WORKERS[@]/#/website-worker@}"
    if [ "$(readlink -f "$SITE/current")" = "$RELEASE" ]; then
        say "This release runs already; its nodes are started anew, one after the other"
    fi
    start "$RELEASE" || refuse "the site does not answer: look at journalctl -u 'website-*'."
    say "Starting what is done at night and once a week"
    systemctl enable --now "${TIMERS[@]}"
    if [ -n "$(setting BACKUP_STORAGE_URL)" ]; then
        systemctl enable --now website-nightly@backup.timer
    else
        echo "No backup is made: set BACKUP_STORAGE_URL and BACKUP_RECIPIENTS in $SETTINGS, and run this again."
    fi
}

make_administrator() {
    say "Making the first administrator"
    if manage "$RELEASE" shell --no-imports -c "import sys
from django.contrib.auth.models import User
sys.exit(not User.objects.filter(is_superuser=True).exists())"; then
        echo "There is one already."
        return
    fi
    ask ADMIN_EMAIL "The first administrator's e-mail address"
    manage "$RELEASE" createsuperuser --noinput --username admin --email "$ADMIN_EMAIL"
    echo "Within the hour, choose the password of admin with this link, which works once. After that, \"Forgotten your password?\""
    echo "under $(setting SITE_URL)/admin/ mails another."
    manage "$RELEASE" shell --no-imports -c "from django.contrib.auth.models import User
from agency.accounts.forgotten import link
print(link(User.objects.get(username='admin')))"
}

send_test_mail() {
    say "Sending a mail to $(setting ENQUIRIES_EMAIL)"
    manage "$RELEASE" sendtestemail "$(setting ENQUIRIES_EMAIL)" \
        || refuse "the site runs, but the mail server takes no mail. Correct EMAIL_URL in $SETTINGS and run this again."
}

begin
install_packages
make_user_and_folders
write_settings
build
check_settings
make_database
prepare "$RELEASE"
make_certificate
place_all
start_everything
get_certificate
make_administrator
send_test_mail
say "Done: $(setting SITE_URL)/ is served. docs/operations.md says what to look after."
