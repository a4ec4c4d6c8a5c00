// The part that every guest has: what the host's correctness assertion calls before it trusts a measurement.
//
// Addresses, sizes and results cross the border as uint64_t on both twins, so the host has one set of signatures.
// Nothing of the program lives in the memory (no stack, and no data but that of data.c): every address from 0 on is the
// host's.
#ifndef PROBE_H
#define PROBE_H

#include <stdint.h>

// A function that the host calls. Visibility decides what the linker exports (--export-dynamic): the attribute
// export_name would count as taking the function's address and give every guest a table.
#define EXPORT(name) __attribute__((visibility("default"))) uint64_t name
#define PAGE_BYTES UINT64_C(65536)
#define FAR_OFFSET 65536
#define FAILED UINT64_MAX

// A 64-bit word at any address: the assertion also places words across the 4 GiB line.
typedef uint64_t word64 __attribute__((aligned(1)));

// An address as the memory sees it. What memory32 can't express traps: cut to 32 bits it would touch another
// place and look like an alias that the engine doesn't have.
static inline uintptr_t address(uint64_t a) {
    if (a > UINTPTR_MAX) {
        __builtin_trap();
    }
    return (uintptr_t)a;
}

static inline uint8_t get8(uint64_t a) { return *(volatile uint8_t *)address(a); }

static inline uint64_t get64(uint64_t a) { return *(volatile word64 *)address(a); }

static inline void put8(uint64_t a, uint8_t value) { *(volatile uint8_t *)address(a) = value; }

static inline void put64(uint64_t a, uint64_t value) { *(volatile word64 *)address(a) = value; }

static inline uint64_t get64_far(uint64_t a) { return *(volatile word64 *)((char *)address(a) + FAR_OFFSET); }

static inline uint64_t page_count(void) { return __builtin_wasm_memory_size(0); }

static inline uint64_t grow_pages(uint64_t count) {
    if (count > UINTPTR_MAX) {
        return FAILED;
    }
    uintptr_t before = __builtin_wasm_memory_grow(0, (uintptr_t)count);
    return before == UINTPTR_MAX ? FAILED : before;
}

#include "faults.h" // nothing, but in the guests that the assertion must refuse

// The word that belongs to an address: the first output of SplitMix64 seeded with x. Steele, Lea, Flood: "Fast
// Splittable Pseudorandom Number Generators", OOPSLA 2014, doi:10.1145/2660193.2660195; its constants are those of
// David Stafford's variant 13 of the MurmurHash3 finalizer.
static inline uint64_t pattern(uint64_t x) {
    x += UINT64_C(0x9e3779b97f4a7c15);
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

// The byte at address a, 0 to 255.
EXPORT(load8)(uint64_t a) { return get8(a); }

// The little-endian word at addresses a to a + 7; a needs no alignment.
EXPORT(load64)(uint64_t a) { return get64(a); }

// The word at a + 65,536, where the 65,536 is the offset immediate of the load instruction: the sum must trap past the
// end of memory, and past the end of the address space it must not wrap to a low address.
EXPORT(load64_far)(uint64_t a) { return get64_far(a); }

// Stores the low 8 bits of value at address a; returns value.
EXPORT(store8)(uint64_t a, uint64_t value) {
    put8(a, (uint8_t)value);
    return value;
}

// Stores value at addresses a to a + 7, little-endian, with no alignment needed; returns value.
EXPORT(store64)(uint64_t a, uint64_t value) {
    put64(a, value);
    return value;
}

// The memory's size in pages of 64 KiB.
EXPORT(pages)(void) { return page_count(); }

// Grows the memory by count pages of 64 KiB. Returns its size in pages before, or UINT64_MAX where it can't grow.
EXPORT(grow)(uint64_t count) { return grow_pages(count); }

// Writes count words from address a on, each the pattern of its own address; returns count. It counts words because
// the end of a full memory32, 2^32, is no memory32 address.
EXPORT(pattern_write)(uint64_t a, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) {
        put64(a + 8 * i, pattern(a + 8 * i));
    }
    return count;
}

// The address of the first of count words from address a on that isn't the pattern of its own address, or UINT64_MAX
// where all are.
EXPORT(pattern_check)(uint64_t a, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) {
        if (get64(a + 8 * i) != pattern(a + 8 * i)) {
            return a + 8 * i;
        }
    }
    return UINT64_MAX;
}

#endif
