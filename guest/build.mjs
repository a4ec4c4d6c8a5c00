// Builds every guest of guests.json from src/. `node build.mjs` writes wasm/*.wasm and the table in README.md; with --check it
// writes nothing and fails where wasm/ isn't exactly what the sources give, or the table what guests.json says. The compiler is
// LLVM as WebAssembly, and so is wasm-merge, so the bytes are the same on every system.
import { runClang, runLLVM } from "@yowasp/clang";
import wabtInit from "wabt";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { pageBytes, withTable } from "./table.mjs";

const root = new URL("./", import.meta.url);
const wasm = new URL("wasm/", root);
const readme = new URL("README.md", root);

const compilerFlags = [
  "-std=c17", "-O2", "-Wall", "-Wextra", "-Werror",
  "-ffreestanding", "-fvisibility=hidden",
  // Address 0 is memory like any other.
  "-fno-delete-null-pointer-checks",
  // Only what Wasmtime 24 has on by default may get in: no default of a newer LLVM.
  "-mcpu=mvp", "-mbulk-memory", "-msimd128",
  // One access an iteration.
  "-fno-unroll-loops", "-fno-vectorize", "-fno-slp-vectorize",
];

// No stack, and what data there is placed at 0: the rest of the memory is the host's.
const linkerFlags = ["--no-entry", "--export-dynamic", "--strip-all", "-z", "stack-size=0", "--global-base=0"];

// What a guest may use. wabt refuses the rest.
const features = {
  simd: true, bulk_memory: true,
  exceptions: false, mutable_globals: false, sat_float_to_int: false, sign_extension: false, threads: false,
  function_references: false, multi_value: false, tail_call: false, reference_types: false, code_metadata: false,
  annotations: false, gc: false, multi_memory: false, extended_const: false, relaxed_simd: false,
};

// And what joined guests may.
const mergeFeatures = ["--mvp-features", "--enable-simd", "--enable-bulk-memory", "--enable-memory64", "--enable-multimemory"];

// wasm-ld refuses more: a larger memory is declared in what it has linked.
const mostLinkedBytes = 17179869184;

async function compile(guest, sources, wabt) {
  const object = await runClang(
    ["clang", `--target=wasm${guest.indexType}`, ...compilerFlags, ...guest.defines.map((define) => `-D${define}`),
      // Nor a fused product and sum, whose bits are others.
      ...(guest.relaxedSimd ? ["-mrelaxed-simd", "-ffp-contract=off"] : []),
      "-c", guest.source, "-o", "guest.o"],
    sources);
  const linked = await runLLVM(
    ["wasm-ld", ...(guest.indexType === 64 ? ["-mwasm64"] : []), ...linkerFlags,
      ...(guest.importedMemory ? ["--import-memory"] : []),
      `--initial-memory=${Math.min(guest.initialBytes, mostLinkedBytes)}`,
      ...(guest.maximumBytes === undefined ? [] : [`--max-memory=${Math.min(guest.maximumBytes, mostLinkedBytes)}`]), "guest.o", "-o", "guest.wasm"],
    { "guest.o": object["guest.o"] });
  const bytes = Uint8Array.from(linked["guest.wasm"]); // a copy: wabt reads the whole buffer below a view
  const module = wabt.readWasm(bytes, { ...features, memory64: guest.indexType === 64, relaxed_simd: guest.relaxedSimd === true });
  module.validate();
  const text = module.toText({});
  if (text.includes("global.set")) {
    throw new Error("keeps something on a stack, which it hasn't: an array or a variable whose address is taken");
  }
  return guest.maximumBytes > mostLinkedBytes ? withMemory(guest, text, wabt) : bytes;
}

// A guest with the memory that it declares, whatever it was linked with.
function withMemory(guest, text, wabt) {
  const [initial, maximum] = [guest.initialBytes, guest.maximumBytes].map((bytes) => bytes / pageBytes);
  const enlarged = text.replace(/\(memory \(;0;\) i64 \d+ \d+\)/, `(memory (;0;) i64 ${initial} ${maximum})`);
  if (enlarged === text) {
    throw new Error("has no memory whose size could be declared anew");
  }
  const module = wabt.parseWat("guest.wat", enlarged, { ...features, memory64: true });
  module.validate();
  return Uint8Array.from(module.toBinary({}).buffer);
}

// A guest once more, with its number behind the name of each export, so that it can be joined with itself.
function numbered(bytes, number, wabt) {
  const text = wabt.readWasm(bytes, { ...features, memory64: true }).toText({ foldExprs: false, inlineExport: false });
  const renamed = text.replace(/\(export "(\w+)"/g, `(export "$1_${number}"`);
  return wabt.parseWat("guest.wat", renamed, { ...features, memory64: true }).toBinary({}).buffer;
}

// Guests that were built before become one module with a memory for each, and the source says what passes between them.
function join(guest, sources, built, wabt) {
  const joined = { ...features, memory64: true, multi_memory: true };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "guests-"));
  try {
    const parts = guest.joins.map((name, number) => {
      const bytes = built.get(`${name}.wasm`);
      return number === 0 ? bytes : numbered(bytes, number, wabt);
    });
    const all = [...parts, wabt.parseWat(guest.source, sources[guest.source], joined).toBinary({}).buffer];
    const inputs = all.flatMap((bytes, number) => {
      const file = path.join(folder, `${number}.wasm`);
      fs.writeFileSync(file, bytes);
      return [file, `${number}`];
    });
    const output = path.join(folder, "joined.wasm");
    const merge = fileURLToPath(new URL("node_modules/binaryen/bin/wasm-merge", root));
    execFileSync(process.execPath, [merge, ...inputs, ...mergeFeatures, "-o", output], { stdio: "inherit" });
    const bytes = Uint8Array.from(fs.readFileSync(output));
    wabt.readWasm(bytes, joined).validate(joined);
    return bytes;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const sources = Object.fromEntries(
  fs.readdirSync(new URL("src/", root)).map((file) => [file, fs.readFileSync(new URL(`src/${file}`, root), "utf8")]));
const guests = JSON.parse(fs.readFileSync(new URL("guests.json", root), "utf8"));
const check = process.argv.includes("--check");

const wabt = await wabtInit();
await runLLVM(null, {}, { fetchProgress() {} }); // loads the compiler without its progress lines
const built = new Map();
for (const guest of guests) {
  try {
    const bytes = guest.joins ? join(guest, sources, built, wabt) : await compile(guest, sources, wabt);
    built.set(`${guest.name}.wasm`, bytes);
  } catch (error) {
    console.error(`${guest.name}: ${error.message}`); // the compiler has printed why
    process.exit(1);
  }
}

fs.mkdirSync(wasm, { recursive: true });
const present = fs.readdirSync(wasm).filter((file) => file.endsWith(".wasm"));
const extra = present.filter((file) => !built.has(file));
const page = fs.readFileSync(readme, "utf8");
const pageWithTable = withTable(page, guests);

if (check) {
  const differences = extra.map((file) => `wasm/${file}: not in guests.json`);
  for (const [file, bytes] of built) {
    if (!present.includes(file)) {
      differences.push(`wasm/${file}: missing`);
    } else if (!fs.readFileSync(new URL(file, wasm)).equals(bytes)) {
      differences.push(`wasm/${file}: not what the sources give`);
    }
  }
  if (page !== pageWithTable) {
    differences.push("README.md: its table isn't what guests.json says; npm run build writes it");
  }
  if (differences.length > 0) {
    console.error(differences.join("\n"));
    process.exit(1);
  }
} else {
  extra.forEach((file) => fs.rmSync(new URL(file, wasm)));
  built.forEach((bytes, file) => fs.writeFileSync(new URL(file, wasm), bytes));
  fs.writeFileSync(readme, pageWithTable);
}
console.log(`${built.size} guests ${check ? "checked" : "written"}`);
