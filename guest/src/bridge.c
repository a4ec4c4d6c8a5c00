// The bridge: data stays in memory of the host, which copies blocks of it into the guest's memory when the guest asks.
//
// The loops that then read a block are those of stream.c, which this guest exports too: summing in place and summing
// what was fetched differ by the fetch alone.
#include "stream.c"

// The host's: copies bytes bytes from offset source of its own memory to address target of this one; returns bytes.
__attribute__((import_module("env"), import_name("fetch"))) uint64_t fetch(uint64_t source, uint64_t target, uint64_t bytes);

// bridge<width>(source, target, bytes): fetches a block and returns what read<width> makes of it. A block that came short
// traps.
#define BRIDGE(width)                                                                                                  \
    EXPORT(bridge##width)(uint64_t source, uint64_t target, uint64_t bytes) {                                          \
        if (fetch(source, target, bytes) != bytes) {                                                                   \
            __builtin_trap();                                                                                          \
        }                                                                                                              \
        return read##width(target, bytes);                                                                             \
    }

BRIDGE(8)
BRIDGE(16)
