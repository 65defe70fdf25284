#!/bin/sh
# What a container of the image does: "web", "worker", "release", "nightly", or a command of manage.py with its arguments.
set -eu
case "$1" in
    web) exec python -m agency.running.web_server --host 0.0.0.0 ;;
    worker) exec python manage.py work ;;
    release) # before the nodes of a new version start
        python manage.py migrate --noinput
        exec python manage.py away_page
        ;;
    nightly) # now, and each day at this time; what fails says so in the log and is tried again
        trap 'exit 0' TERM
        while true; do
            for command in away_page purge_enquiries tally_enquiries; do
                python manage.py "$command" || true
            done
            [ "$(date +%u)" != 1 ] || python manage.py check_links || true
            [ -z "${BACKUP_STORAGE_URL:-}" ] || python manage.py backup || true
            sleep 86400 & wait $!
        done
        ;;
    *) exec python manage.py "$@" ;;
esac
