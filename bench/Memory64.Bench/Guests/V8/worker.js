// Runs guests in V8 for a host that is another process: requests come from standard input, answers go to standard output, and the
// time of a call is taken here, on the guest's side of the pipe. V8Process.cs has the other end, and the layout of both.
'use strict';
const fs = require('fs');
const request = Buffer.alloc(48);
const answer = Buffer.alloc(32);
const modules = [], guests = [];

// Numbers by their types, in the order of the suite's ValueKind: i32, i64, f32, f64.
const cell = new DataView(new ArrayBuffer(8));
const fromBits = [
  bits => Number(BigInt.asIntN(32, bits)),
  bits => BigInt.asIntN(64, bits),
  bits => (cell.setBigUint64(0, bits, true), cell.getFloat32(0, true)),
  bits => (cell.setBigUint64(0, bits, true), cell.getFloat64(0, true)),
];
const toBits = [
  value => value >>> 0,
  value => BigInt.asUintN(64, value),
  value => (cell.setFloat32(0, value, true), cell.getUint32(0, true)),
  value => (cell.setFloat64(0, value, true), cell.getBigUint64(0, true)),
];

function receive(target) {
  for (let at = 0; at < target.length;) {
    const read = fs.readSync(0, target, at, target.length - at, null);
    if (read === 0) process.exit(0);
    at += read;
  }
  return target;
}

function send(bytes) {
  for (let at = 0; at < bytes.length;) at += fs.writeSync(1, bytes, at, bytes.length - at);
}

function reply(status, value, nanoseconds, processor, text) {
  const words = Buffer.from(text);
  answer.writeUInt32LE(status, 0);
  answer.writeUInt32LE(words.length, 4);
  answer.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)), 8);
  answer.writeBigInt64LE(nanoseconds, 16);
  answer.writeBigInt64LE(processor, 24);
  send(answer);
  send(words);
}

const view = (guest, address, bytes) => new Uint8Array(guests[guest].exports.memory.buffer, Number(address), Number(bytes));

// What only the system has written may still cost something when the program comes to it, as much as a page fault on some virtual machines.
function touch(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4096) sum += bytes[at];
  return sum;
}

// In microseconds; of the whole process where this Node.js doesn't tell the thread's. Linux brings what it has counted up to date when the
// process is asked, and not when the thread is.
function processorTime() {
  const ofAll = process.cpuUsage();
  const { user, system } = process.threadCpuUsage?.() ?? ofAll;
  return user + system;
}

function timed(work) {
  const before = processorTime();
  const start = process.hrtime.bigint();
  const result = work();
  const end = process.hrtime.bigint();
  return [result, end - start, BigInt(processorTime() - before) * 1000n];
}

// So often, one after the other; what the last one returned.
function repeat(f, times, a, b, c) {
  let result;
  switch (f.length) {
    case 0: for (let i = 0; i < times; i++) result = f(); break;
    case 1: for (let i = 0; i < times; i++) result = f(a); break;
    case 2: for (let i = 0; i < times; i++) result = f(a, b); break;
    case 3: for (let i = 0; i < times; i++) result = f(a, b, c); break;
    default: throw new Error(`a function of ${f.length} parameters`);
  }
  return result;
}

const operations = {
  1: (_, bytes) => reply(0, modules.push(new WebAssembly.Module(receive(Buffer.alloc(Number(bytes))))) - 1, 0n, 0n, ''),
  2: id => reply(0, guests.push({ exports: new WebAssembly.Instance(modules[id]).exports, functions: [] }) - 1, 0n, 0n, ''),
  3: (id, bytes) => {
    const name = receive(Buffer.alloc(Number(bytes))).toString();
    const found = guests[id].exports[name];
    if (typeof found !== 'function' || found.length > 3) throw new Error(`no function ${name} of up to three parameters`);
    reply(0, guests[id].functions.push(found) - 1, 0n, 0n, '');
  },
  4: (id, number, times, a, b, c) => {
    const [result, wall, spent] = timed(() => repeat(guests[id].functions[number], Number(times), a, b, c));
    reply(0, result ?? 0n, wall, spent, '');
  },
  5: (id, address, bytes) => {
    const read = view(id, address, bytes);
    reply(0, bytes, 0n, 0n, '');
    send(read);
  },
  6: (id, address, bytes) => {
    // What follows must be taken from the pipe, whether it fits or not.
    const size = guests[id].exports.memory.buffer.byteLength;
    const fits = Number(address) + Number(bytes) <= size;
    receive(fits ? view(id, address, bytes) : Buffer.alloc(Number(bytes)));
    if (!fits) throw new RangeError(`${bytes} bytes at ${address} don't lie inside a memory of ${size}`);
    reply(0, touch(view(id, address, bytes)), 0n, 0n, '');
  },
  7: (id, address, bytes, offset, length) => {
    const path = receive(Buffer.alloc(Number(length))).toString();
    const target = view(id, address, bytes);
    const file = fs.openSync(path);
    try {
      for (let at = 0; at < target.length;) {
        const read = fs.readSync(file, target, at, Math.min(target.length - at, 1 << 30), Number(offset) + at);
        if (read === 0) throw new Error('the file is too short');
        at += read;
      }
    } finally {
      fs.closeSync(file);
    }
    reply(0, touch(target), 0n, 0n, '');
  },
  8: id => reply(0, guests[id].exports.memory.buffer.byteLength, 0n, 0n, ''),
  12: (id, number, times, count, results) => {
    const values = receive(Buffer.alloc(16 * Number(count) + 8 * Number(results)));
    const f = guests[id].functions[number];
    const given = Array.from({ length: Number(count) }, (_, i) => fromBits[values.readUInt32LE(16 * i)](values.readBigUInt64LE(16 * i + 8)));
    const [result, wall, spent] = timed(() => repeat(f, Number(times), ...given));
    const returned = results === 0n ? [] : Array.isArray(result) ? result : [result];
    const bits = returned.map((value, i) => toBits[values.readUInt32LE(16 * Number(count) + 8 * i)](value));
    reply(0, 0n, wall, spent, bits.join(' '));
  },
  11: (id, times) => {
    const count = Number(times);
    const [, wall, spent] = timed(() => { for (let i = 0; i < count; i++) new WebAssembly.Instance(modules[id]); });
    reply(0, 0n, wall, spent, '');
  },
  10: (id, address, bytes) => {
    const doubles = new Float64Array(guests[id].exports.memory.buffer, Number(address), Number(bytes) / 8);
    for (let i = 0, at = Number(address); i < doubles.length; i++, at += 8) doubles[i] = at;
    reply(0, bytes, 0n, 0n, '');
  },
  9: id => {
    guests[id] = undefined;
    gc();
    reply(0, 0n, 0n, 0n, '');
  },
};

for (;;) {
  receive(request);
  const values = [8, 16, 24, 32, 40].map(at => request.readBigUInt64LE(at));
  try {
    operations[request.readUInt32LE(0)](request.readUInt32LE(4), ...values);
  } catch (error) {
    reply(error instanceof WebAssembly.RuntimeError ? 1 : 2, 0n, 0n, 0n, `${error.message}`);
  }
}
