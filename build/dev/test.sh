# Testing and checking.

cmd_test() {
    need_dotnet
    need_node
    need_postgres
    need_browser

    say "Building LoonFlow and its tests …"
    build LoonFlow.sln
    run_tests "${1:-}"
}

cmd_ci() {
    need_dotnet
    need_node

    # Names, braces and all other style are errors of the build; only white space is left to check.
    say "Checking the format …"
    (cd "$top" && dotnet format whitespace --folder . --verify-no-changes) || stop "'dotnet format whitespace --folder .' puts this right."
    audit
    cmd_test
}

cmd_migrate() {
    [ $# -eq 1 ] || stop "What is it called? './dev migrate NAME'."
    need_dotnet
    need_node

    cd "$top"
    dotnet tool restore >&2
    build LoonFlow.Web
    local provider
    for provider in Postgres SqlServer; do
        dotnet ef migrations add "$1" --no-build --project LoonFlow.Web --context "${provider}Db" --output-dir "Data/Migrations/$provider"
    done
}

# The last line is the count that build servers read.
run_tests() {
    local results=$top/TestResults filter=() code=0
    case $1 in
        '') ;;
        *[=~]*) filter=(--filter "$1") ;;
        *) filter=(--filter "FullyQualifiedName~$1") ;;
    esac

    rm -f "$results/tests.trx"
    (cd "$top" && dotnet test LoonFlow.Tests --no-build --nologo -v q --results-directory "$results" --logger 'trx;LogFileName=tests.trx' \
        --logger 'console;verbosity=minimal' ${filter[@]+"${filter[@]}"}) </dev/null || code=$?

    local total passed failed
    total=$(counter total)
    passed=$(counter passed)
    failed=$(counter failed)

    # A test host that died has tests that nobody counted.
    [ "$code" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
    local skipped=$((total - $(counter executed)))

    if [ "$((passed + failed))" -eq 0 ]; then
        say "No test ran${1:+: none is called '$1'}."
        code=1
    fi

    if [ "$skipped" -gt 0 ]; then
        printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
    else
        printf '%s passed, %s failed\n' "$passed" "$failed"
    fi

    return "$code"
}

counter() {
    local value=""
    [ ! -f "$results/tests.trx" ] || value=$(sed -n "s/.*<Counters [^>]*${1}=\"\([0-9]*\)\".*/\1/p" "$results/tests.trx" | head -n 1)
    echo "${value:-0}"
}

# Not every build machine reaches the list of known weaknesses; that alone fails nothing.
audit() {
    say "Auditing the packages …"
    local report
    if ! report=$(cd "$top" && dotnet list LoonFlow.sln package --vulnerable --include-transitive 2>&1 </dev/null); then
        say "The audit source cannot be reached from here; the packages were not audited."
    elif grep -q 'has the following vulnerable packages' <<<"$report"; then
        stop "$report"
    fi
}
