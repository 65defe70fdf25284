#!/bin/bash
# Goes back to the version before, while the site is being read: "sudo deploy/rollback.sh". The database stays as it is,
# since each version runs on that of the next. Run again, it goes forward.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

begin
[ -e "$SITE/previous" ] || refuse "there is no version to go back to."
SOURCE=$(readlink -f "$SITE/previous")
place_all
change_to "$SOURCE"
say "Done. Run it again to go forward, or deploy/upgrade.sh."
