# Sourced by the other scripts: where things are, and how they speak to the one who runs them.

set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$ROOT"
export PATH="$ROOT/node_modules/.bin:$PATH" # its node is newer than Debian's
JOBS="${LECTERN_JOBS:-$(nproc)}"

step() { printf '\n== %s\n' "$*"; }

# What failed and what to do about it, then the end.
fail() {
  printf '\nlectern: %s\n' "$1" >&2
  shift
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}
