#!/bin/bash
# Brings the site to the version in this folder, while it is being read: "git pull && sudo deploy/upgrade.sh". The nodes
# change one after the other, and back again when the new version does not answer.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

begin
[ -e "$SITE/current" ] || refuse "the site is not installed here yet: run deploy/install.sh."
build
if [ "$(readlink -f "$SITE/current")" = "$RELEASE" ]; then
    say "This version runs already."
    exit
fi
manage "$RELEASE" check --verbosity 0 || refuse "the new version does not take the settings in $SETTINGS; the site runs on as before."
prepare "$RELEASE"
place_all
change_to "$RELEASE"
remove_old_releases
say "Done. deploy/rollback.sh goes back."
