// Loops of single reads and writes: what one access costs below, across and above 4 GiB.
//
// Every loop is the same: eight steps of one access and address += stride, then counter -= 8, branch while the counter
// isn't 0. With one step an iteration the loop would take longer than the access and hide what a bounds check costs.
// Nothing is vectorised, accesses are volatile, so that none is merged or dropped, and each address is opaque, so that no
// bounds check serves two of them. README.md shows the loops disassembled. A kernel named _at is that loop with a stride
// of 0 that only the caller knows to be 0: an engine can't hoist the bounds check of an address that may change.
#include "probe.h"

typedef uint32_t word32 __attribute__((aligned(1)));
typedef uint64_t lanes __attribute__((vector_size(16)));
typedef lanes word128 __attribute__((aligned(1)));

#define EIGHT(step) step step step step step step step step

// Takes an address for unknown from here on: LLVM would fold eight of them into one base and eight offsets.
#define OPAQUE(address) __asm__ volatile("" : "+r"(address))

// 0 for every count below 2^63.
static inline uintptr_t hidden_zero(uint64_t count) { return (uintptr_t)(count >> 63); }

static inline uint64_t scalar_total(uint64_t sum) { return sum; }

static inline uint64_t lanes_total(lanes sum) { return sum[0] + sum[1]; }

// The empty instruction hides that the value is the counter: for write4 the compiler would keep a second one, of 32
// bits.
static inline uint64_t scalar(uint64_t value) {
    __asm__("" : "+r"(value));
    return value;
}

static inline lanes splat(uint64_t value) { return (lanes){value, value}; }

// read<width>(base, bytes, passes): reads the window of bytes bytes from base on, word by word of width bytes, passes
// times. The window lies inside the memory and holds a multiple of eight words; base needs no alignment.
// Returns the sum of all words read, modulo 2^64; a word of 16 bytes counts as two of 8.
//
// read<width>_at(a, count): reads the word at address a count times, a multiple of eight below 2^63. Returns the sum likewise.
#define READ(width, word, sum_type, total)                                                                             \
    static inline sum_type read##width##_loop(uintptr_t at, uintptr_t stride, uint64_t steps, sum_type sum) {          \
        for (; steps != 0; steps -= 8) {                                                                               \
            EIGHT(sum += *(volatile word *)at; at += stride; OPAQUE(at);)                                              \
        }                                                                                                              \
        return sum;                                                                                                    \
    }                                                                                                                  \
                                                                                                                       \
    EXPORT(read##width)(uint64_t base, uint64_t bytes, uint64_t passes) {                                              \
        sum_type sum = {0};                                                                                            \
        for (; passes != 0; passes--) {                                                                                \
            sum = read##width##_loop(address(base), width, bytes / width, sum);                                        \
        }                                                                                                              \
        return total(sum);                                                                                             \
    }                                                                                                                  \
                                                                                                                       \
    EXPORT(read##width##_at)(uint64_t a, uint64_t count) {                                                             \
        return total(read##width##_loop(address(a), hidden_zero(count), count, (sum_type){0}));                        \
    }

READ(1, uint8_t, uint64_t, scalar_total)
READ(4, word32, uint64_t, scalar_total)
READ(8, word64, uint64_t, scalar_total)
READ(16, word128, lanes, lanes_total)

// write<width>(base, bytes, passes): writes the window of bytes bytes from base on, word by word of width bytes, passes
// times. A word is the number of words left in the pass when its eight began (so the last eight are 8), cut to its width;
// with 16 bytes both halves hold it. The window is as for read. Returns the number of words written.
//
// write<width>_at(a, count): writes count, count - 8 ... 8, eight times each, to the word at address a; count is a multiple
// of eight below 2^63. Returns count.
#define WRITE(width, word, value)                                                                                      \
    static inline void write##width##_loop(uintptr_t at, uintptr_t stride, uint64_t steps) {                           \
        for (; steps != 0; steps -= 8) {                                                                               \
            EIGHT(*(volatile word *)at = (word)value(steps); at += stride; OPAQUE(at);)                                \
        }                                                                                                              \
    }                                                                                                                  \
                                                                                                                       \
    EXPORT(write##width)(uint64_t base, uint64_t bytes, uint64_t passes) {                                             \
        for (uint64_t left = passes; left != 0; left--) {                                                              \
            write##width##_loop(address(base), width, bytes / width);                                                  \
        }                                                                                                              \
        return bytes / width * passes;                                                                                 \
    }                                                                                                                  \
                                                                                                                       \
    EXPORT(write##width##_at)(uint64_t a, uint64_t count) {                                                            \
        write##width##_loop(address(a), hidden_zero(count), count);                                                    \
        return count;                                                                                                  \
    }

WRITE(1, uint8_t, scalar)
WRITE(4, word32, scalar)
WRITE(8, word64, scalar)
WRITE(16, word128, splat)

// The loop without an access; returning the last address keeps all of them alive in the engine.
static inline uintptr_t empty_loop(uintptr_t at, uintptr_t stride, uint64_t steps) {
    for (; steps != 0; steps -= 8) {
        EIGHT(at += stride; OPAQUE(at);)
    }
    return at;
}

// empty(steps, passes): read8 or write8 of a window of steps words, a multiple of eight, at address 0, without the accesses: what the loop
// itself costs. Returns the address at which the last pass ended, 8 * steps, modulo 2^32 with memory32; 0 with no pass.
EXPORT(empty)(uint64_t steps, uint64_t passes) {
    uintptr_t at = 0;
    for (; passes != 0; passes--) {
        at = empty_loop(0, 8, steps);
    }
    return at;
}

// empty_at(count): a kernel named _at without the accesses, count a multiple of eight below 2^63. Returns 0.
EXPORT(empty_at)(uint64_t count) { return empty_loop(0, hidden_zero(count), count); }
