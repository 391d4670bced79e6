#!/bin/sh
# Comments on a ticket with nothing but curl: signed with MD5, and safe to repeat after a lost connection.
#
#   export LOONFLOW_URL=http://localhost:5080 LOONFLOW_APP=oa LOONFLOW_SECRET=...
#   sh comment.sh TICKET USER TEXT
set -eu

[ $# -eq 3 ] || { sed -n '2,5p' "$0"; exit 2; }

md5() {
    if command -v md5sum > /dev/null; then md5sum | cut -d ' ' -f 1; else command md5 -q; fi
}

# loonflow METHOD PATH USER [curl options]
loonflow() {
    method=$1 path=$2 user=$3
    shift 3
    timestamp=$(date +%s)
    curl --silent --show-error --fail-with-body --max-time 30 --request "$method" "$LOONFLOW_URL/api/v1.0$path" \
        --header "appname: $LOONFLOW_APP" \
        --header "timestamp: $timestamp" \
        --header "signature: $(printf '%s%s' "$timestamp" "$LOONFLOW_SECRET" | md5)" \
        --header "username: $user" \
        "$@"
    echo
}

json() {
    printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g'
}

# The same key makes it the same request, however often it is sent: one comment.
key="comment-$1-$(date +%s)-$$"
body="{\"suggestion\": \"$(json "$3")\"}"

loonflow POST "/tickets/$1/comments" "$2" --header "Idempotency-Key: $key" --data-binary "$body"
loonflow POST "/tickets/$1/comments" "$2" --header "Idempotency-Key: $key" --data-binary "$body"
loonflow GET "/tickets/$1/flowlogs?per_page=1" "$2"
