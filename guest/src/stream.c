// Streams through arrays that no cache holds: what the bandwidth of memory64 is, word by word.
//
// The loops are those of optimised C: eight words an iteration, written out, because LLVM unrolls by four or not at all
// depending on what else is in the loop. Nothing is volatile and no address is opaque. LLVM gives each word an address of
// its own all the same (pointer + constant, not an offset of the instruction), so memory64 checks each; README.md shows it.
// Arrays hold a multiple of eight words, lie inside the memory, need no alignment and don't overlap.
#include "probe.h"

typedef double real64 __attribute__((aligned(1)));
typedef uint64_t lanes __attribute__((vector_size(16)));
typedef double reals __attribute__((vector_size(16)));
typedef lanes word128 __attribute__((aligned(1)));
typedef reals real128 __attribute__((aligned(1)));

#define EIGHT(step) step(0) step(1) step(2) step(3) step(4) step(5) step(6) step(7)

#define SCALE 3.0

static inline uint64_t scalar_total(uint64_t sum) { return sum; }

static inline uint64_t lanes_total(lanes sum) { return sum[0] + sum[1]; }

static inline uint64_t scalar(uint64_t value) { return value; }

static inline lanes splat(uint64_t value) { return (lanes){value, value}; }

// Hides that a value is an address: memory64 would store the register that it addresses by, and save an addition that
// memory32 needs.
static inline uint64_t unrelated(uint64_t a) {
    __asm__("" : "+r"(a));
    return a;
}

// read<width>(a, bytes): the sum of the array's words, modulo 2^64; a word of 16 bytes counts as two of 8. Four sums, so
// that the loads don't wait for one addition after the other.
#define READ(width, word, sum_type, total)                                                                             \
    EXPORT(read##width)(uint64_t a, uint64_t bytes) {                                                                  \
        const word *from = (const word *)address(a);                                                                   \
        sum_type sums[4] = {};                                                                                       \
        for (uint64_t left = bytes / width; left != 0; left -= 8, from += 8) {                                         \
            EIGHT(ADD)                                                                                                 \
        }                                                                                                              \
        return total((sums[0] + sums[1]) + (sums[2] + sums[3]));                                                       \
    }

#define ADD(i) sums[i % 4] += from[i];
READ(8, word64, uint64_t, scalar_total)
READ(16, word128, lanes, lanes_total)

// write<width>(a, bytes): each word gets the address at which its eight begin; both halves, with 16 bytes. Returns the number of words.
#define WRITE(width, word, value)                                                                                      \
    EXPORT(write##width)(uint64_t a, uint64_t bytes) {                                                                 \
        word *to = (word *)address(a);                                                                                 \
        uint64_t at = unrelated(a);                                                                                    \
        for (uint64_t left = bytes / width; left != 0; left -= 8, to += 8, at += 8 * width) {                          \
            EIGHT(STORE_##value)                                                                                       \
        }                                                                                                              \
        return bytes / width;                                                                                          \
    }

#define STORE_scalar(i) to[i] = scalar(at);
#define STORE_splat(i) to[i] = splat(at);
WRITE(8, word64, scalar)
WRITE(16, word128, splat)

// fill<width>(a, bytes, value): each word gets the value; both halves, with 16 bytes. Returns the number of words.
#define FILL(width, word, word_of)                                                                                     \
    EXPORT(fill##width)(uint64_t a, uint64_t bytes, uint64_t value) {                                                  \
        word *to = (word *)address(a);                                                                                 \
        word filling = word_of(value);                                                                                 \
        for (uint64_t left = bytes / width; left != 0; left -= 8, to += 8) {                                           \
            EIGHT(PUT)                                                                                                 \
        }                                                                                                              \
        return bytes / width;                                                                                          \
    }

#define PUT(i) to[i] = filling;
FILL(8, word64, scalar)
FILL(16, word128, splat)

// copy<width>(target, source, bytes): the words of one array go into the other. Returns the number of words.
#define COPY(width, word)                                                                                              \
    EXPORT(copy##width)(uint64_t target, uint64_t source, uint64_t bytes) {                                            \
        word *to = (word *)address(target);                                                                            \
        const word *from = (const word *)address(source);                                                              \
        for (uint64_t left = bytes / width; left != 0; left -= 8, to += 8, from += 8) {                                \
            EIGHT(MOVE)                                                                                                \
        }                                                                                                              \
        return bytes / width;                                                                                          \
    }

#define MOVE(i) to[i] = from[i];
COPY(8, word64)
COPY(16, word128)

// triad<width>(a, apart, bytes): a[i] = b[i] + 3 c[i] in IEEE doubles, where b begins apart bytes after a, and c as many
// after b. Returns the number of words. McCalpin: "STREAM: Sustainable Memory Bandwidth in High Performance Computers".
#define TRIAD(width, word)                                                                                             \
    EXPORT(triad##width)(uint64_t a, uint64_t apart, uint64_t bytes) {                                                 \
        word *to = (word *)address(a);                                                                                 \
        const word *b = (const word *)address(a + apart);                                                              \
        const word *c = (const word *)address(a + 2 * apart);                                                          \
        for (uint64_t left = bytes / width; left != 0; left -= 8, to += 8, b += 8, c += 8) {                           \
            EIGHT(COMBINE)                                                                                             \
        }                                                                                                              \
        return bytes / width;                                                                                          \
    }

#define COMBINE(i) to[i] = b[i] + SCALE * c[i];
TRIAD(8, real64)
TRIAD(16, real128)
