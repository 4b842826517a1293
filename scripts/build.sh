# Shared by run.sh and test.sh; to be sourced at the top of the checkout.
# A step leaves a stamp in artifacts/ with a hash of what it was made from, and is skipped while that hash is the same.

# The built application; it finds wwwroot and uSync in the checkout.
SITE=artifacts/site/Deventer4GlobalGoals.Web.dll

say() { printf '%s\n' "$*" >&2; }

need_dotnet() {
  command -v dotnet >/dev/null || { say "dotnet is missing: install the .NET 10 SDK, then run this again."; exit 1; }
}

# hash_of FILE... : one hash over names and contents
hash_of() { sha256sum "$@" | sha256sum | cut -d' ' -f1; }

fresh() { [ -f "artifacts/$1" ] && [ "$(cat "artifacts/$1")" = "$2" ]; }

stamp() { mkdir -p artifacts; printf '%s' "$2" > "artifacts/$1"; }

# Styles and typefaces from npm, to wwwroot/lib.
lib() {
  local hash
  hash=$(hash_of package.json package-lock.json src/Deventer4GlobalGoals.Web/Site/lib.mjs)
  if [ -d wwwroot/lib ] && fresh lib "$hash"; then return; fi
  command -v npm >/dev/null || { say "npm is missing: install Node.js 20 or later, then run this again."; exit 1; }
  say "Fetching styles and typefaces…"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  npm run --silent lib >&2
  stamp lib "$hash"
}

# Everything the site is compiled from.
site_sources() {
  find src Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig global.json \
    \( -name bin -o -name obj \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

build_site() {
  local hash
  hash=$(site_sources)
  if [ -f "$SITE" ] && fresh site.built "$hash"; then return; fi
  say "Building…"
  # On the platform of the lock files it is compiled ahead: a build takes a minute or two longer, each start about half.
  local ahead=()
  [ "$(uname -sm)" = "Linux x86_64" ] && ahead=(--runtime linux-x64 --no-self-contained)
  local log
  log=$(mktemp)
  if ! dotnet publish src/Deventer4GlobalGoals.Web --configuration Release "${ahead[@]}" --output "$(dirname "$SITE")" --nologo --verbosity quiet >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
  stamp site.built "$hash"
}

has_libvips() { ldconfig -p 2>/dev/null | grep -q 'libvips\.so'; }

# The tests start this one and no other; the site prints with it, unless a setting names another.
has_chromium() { [ -x /usr/bin/chromium ]; }

# With these the tests look into what was printed.
has_poppler() { command -v pdfinfo >/dev/null && command -v pdftotext >/dev/null; }

# Optional natives: one line each, only when something is missing.
tell_natives() {
  has_libvips || say "libvips is not installed (Debian: libvips42): pictures are served in the size in which they were uploaded."
  has_chromium || [ -n "${Site__Pdf__Browser:-}" ] || say "Chromium is not installed (Debian: chromium): the jury report is a page to print, without a PDF beside it."
}
