#!/bin/bash
# Install the Debian packages that are missing of tools/apt.txt, or of the list that is named. On other systems: say so and go on.
set -euo pipefail

list="${1:-$(dirname "$0")/apt.txt}"
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "No apt here: see README.md for what this system needs. Going on." >&2
    exit 0
fi

missing=()
while read -r package; do
    if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" != installed ]; then
        missing+=("$package")
    fi
done < <(grep -v '^#' "$list")
[ "${#missing[@]}" -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing: ${missing[*]}" >&2
        echo "Ask an administrator to install them with apt-get, then run make again." >&2
        exit 1
    fi
    as_root=(sudo)
fi
echo "Installing: ${missing[*]}"
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends "${missing[@]}"
