#!/usr/bin/env bash
# Installs the Debian packages that the tests need; without the rights to do so it stops with the line to run.
set -euo pipefail

# The tests start servers of their own, so any version from this one on will do and none needs to run.
has_postgresql() {
    local server version
    for server in /usr/lib/postgresql/*/bin/postgres; do
        version=${server#/usr/lib/postgresql/}
        version=${version%%/*}
        if [ -x "$server" ] && [ "$version" -ge 15 ] 2>/dev/null; then
            return 0
        fi
    done
    return 1
}

missing=()
[ -x /usr/bin/chromium ] || missing+=(chromium)
has_postgresql || missing+=(postgresql)
# Another implementation of signed notes and transparency logs, to read what we write.
[ -x /usr/bin/go ] || missing+=(golang-go)
[ -d /usr/share/gocode/src/golang.org/x/mod/sumdb/tlog ] || missing+=(golang-golang-x-mod-dev)
if [ "${#missing[@]}" -eq 0 ]; then
    exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "The tests need ${missing[*]}. Run:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
