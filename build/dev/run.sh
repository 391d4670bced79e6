# Building and serving.

app=$top/LoonFlow.Web/bin/Release/net10.0/LoonFlow.Web.dll

cmd_run() {
    app_arguments true "$@"
    prepare_app

    # From here on signals are the app's own.
    cd "$top/LoonFlow.Web"
    exec dotnet "$app" "${arguments[@]}"
}

cmd_watch() {
    app_arguments true "$@"
    need_dotnet
    need_node
    need_postgres

    cd "$top"
    export ASPNETCORE_ENVIRONMENT=Development DOTNET_WATCH_RESTART_ON_RUDE_EDIT=1
    exec dotnet watch --project LoonFlow.Web run -- "${arguments[@]}"
}

cmd_import() {
    [ $# -gt 0 ] || stop "Which dump? './dev import FILE [--data DIR] [--media DIR [--approve-scripts]]'."
    local dump
    dump=$(absolute "$1")
    shift
    [ -r "$dump" ] && [ -f "$dump" ] || stop "$dump cannot be read."

    local media='' approve=false rest=()
    while [ $# -gt 0 ]; do
        case $1 in
            --media=*) media=$(absolute "${1#*=}") ;;
            --media)
                [ $# -gt 1 ] || stop "--media needs a value."
                media=$(absolute "$2")
                shift
                ;;
            --approve-scripts) approve=true ;;
            *) rest+=("$1") ;;
        esac
        shift
    done

    [ -z "$media" ] || [ -d "$media" ] || stop "$media is not a folder."
    app_arguments false ${rest[@]+"${rest[@]}"}
    prepare_app

    cd "$top/LoonFlow.Web"
    exec dotnet "$app" import "$dump" "${arguments[@]}" --Import:Media "$media" --Import:ApproveScripts "$approve"
}

cmd_password() {
    [ $# -gt 0 ] || stop "Whose? './dev password USER [--data DIR]'."
    local user=$1
    shift

    app_arguments false "$@"
    prepare_app

    cd "$top/LoonFlow.Web"
    exec dotnet "$app" password "$user" "${arguments[@]}"
}

# Sets $arguments, which the app reads as its configuration.
app_arguments() {
    local demo=$1 urls=http://localhost:5080 data=$top/data
    shift

    while [ $# -gt 0 ]; do
        case $1 in
            --urls=* | --data=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
        esac

        case $1 in
            --demo) demo=true ;;
            --empty) demo=false ;;
            --urls | --data)
                [ $# -gt 1 ] || stop "$1 needs a value."
                if [ "$1" = --urls ]; then urls=$2; else data=$(absolute "$2"); fi
                shift
                ;;
            *) stop "'$1' is not understood: './dev help' says what is." ;;
        esac
        shift
    done

    arguments=(--urls "$urls" --Data:Folder "$data" --Demo "$demo")
}

absolute() {
    case $1 in
        /* | [A-Za-z]:*) printf '%s\n' "$1" ;;
        *) printf '%s\n' "$caller/$1" ;;
    esac
}

prepare_app() {
    need_dotnet
    need_postgres
    is_built || build_app
}

build_app() {
    need_node
    say "Building LoonFlow …"
    mkdir -p "$tools"
    touch "$tools/build-began"
    build LoonFlow.Web -c Release
    touch "$tools/build-ended"
}

# Asking dotnet build costs seconds; this asks the file system. A file that is gone shows in its folder's time.
is_built() {
    [ -f "$app" ] && [ -f "$tools/build-ended" ] || return 1

    [ -z "$(cd "$top" && find LoonFlow.Domain LoonFlow.Web build wwwroot-assets ./*.props global.json .editorconfig \
        \( -name bin -o -name obj -o -name node_modules -o -name dist -o -name wwwroot \) -prune -o \
        \( -type f -newer "$tools/build-began" -o -type d -newer "$tools/build-ended" \) -print 2>/dev/null | head -n 1)" ]
}

# Quiet when it succeeds; a failure shows its errors once.
build() {
    local output
    output=$(cd "$top" && dotnet build "$@" -v q -nologo '-clp:ErrorsOnly;NoSummary' 2>&1 </dev/null) || stop "$output"
}
