// What whole programs have in common: no libc, all that they know in the memory from an address on, and operations that go on
// where the last ones ended. Pointers and sizes are as wide as C has them: 8 bytes in memory64, 4 in memory32.
#ifndef PROGRAM_H
#define PROGRAM_H

#include <stddef.h>

#include "probe.h"

// What comes first in a program's memory.
typedef struct {
    uint64_t done; // operations since it was built
    uint64_t sum;  // of what they computed, modulo 2^64
    uint64_t size; // what it was built for
} progress;

// A number below limit that belongs to x; limit is 2^32 at most.
static inline uint64_t chosen(uint64_t x, uint64_t limit) { return (pattern(x) >> 32) * limit >> 32; }

// The next bytes of a program's memory, at a multiple of 16.
static inline void *take(uintptr_t *end, size_t bytes) {
    void *taken = (void *)*end;
    *end += (bytes + 15) & ~(size_t)15;
    return taken;
}

// build(a, size): lays the program out from address a on, a multiple of 64; returns how many bytes it uses.
// run(a, count): does the next count operations; returns the sum of what all since build have computed.
#define PROGRAM(type)                                                                                                  \
    EXPORT(build)(uint64_t a, uint64_t size) {                                                                         \
        uintptr_t end = address(a);                                                                                    \
        type *all = take(&end, sizeof(type));                                                                          \
        all->progress = (progress){0, 0, size};                                                                        \
        return lay_out(all, (size_t)size, end) - address(a);                                                           \
    }                                                                                                                  \
    EXPORT(run)(uint64_t a, uint64_t count) {                                                                          \
        type *all = (type *)address(a);                                                                                \
        uint64_t done = all->progress.done;                                                                            \
        uint64_t sum = all->progress.sum;                                                                              \
        for (; count != 0; count--) {                                                                                  \
            sum += operate(all, done++);                                                                               \
        }                                                                                                              \
        all->progress.done = done;                                                                                     \
        all->progress.sum = sum;                                                                                       \
        return sum;                                                                                                    \
    }

#endif
