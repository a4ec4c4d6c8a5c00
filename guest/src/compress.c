// Compresses blocks of text by what came before, as LZ4's format has it, and expands them again: each operation one block.
// Collet: "LZ4 block format description"; Ziv and Lempel: "A universal algorithm for sequential data compression", 1977.
#include "program.h"

#define BLOCK 4096
#define HASH_BITS 10
#define LEAST_MATCH 4
// The last bytes are literals, so that a match can be compared by words.
#define LAST_LITERALS 12
#define VOCABULARY 256

typedef uint32_t word32 __attribute__((aligned(1)));

typedef struct {
    progress progress;
    const uint8_t *text;
    const uint8_t **heads; // the last place of each hash
    uint8_t *packed, *unpacked;
} compressor;

static inline uint32_t at32(const uint8_t *at) { return *(const word32 *)at; }

static inline size_t hash(uint32_t four) { return four * 0x9e3779b1u >> (32 - HASH_BITS); }

// A length of 15 or more goes on in bytes, the last of which isn't 255.
static inline uint8_t *write_length(uint8_t *to, size_t rest) {
    for (; rest >= 255; rest -= 255) {
        *to++ = 255;
    }
    *to++ = (uint8_t)rest;
    return to;
}

static inline uint8_t *write_literals(uint8_t *to, const uint8_t *from, size_t count, size_t match) {
    *to++ = (uint8_t)((count < 15 ? count : 15) << 4 | (match < 15 ? match : 15));
    if (count >= 15) {
        to = write_length(to, count - 15);
    }
    for (; count != 0; count--) {
        *to++ = *from++;
    }
    return to;
}

// Returns how many bytes were written.
static size_t pack(compressor *all, const uint8_t *from) {
    const uint8_t *end = from + BLOCK, *limit = end - LAST_LITERALS, *literals = from;
    uint8_t *to = all->packed;
    for (size_t i = 0; i < (size_t)1 << HASH_BITS; i++) {
        all->heads[i] = NULL;
    }
    for (const uint8_t *at = from; at < limit;) {
        uint32_t four = at32(at);
        const uint8_t **head = all->heads + hash(four);
        const uint8_t *earlier = *head;
        *head = at;
        if (!earlier || at32(earlier) != four) {
            at++;
            continue;
        }
        size_t length = LEAST_MATCH;
        while (at + length < limit && at[length] == earlier[length]) {
            length++;
        }
        size_t distance = (size_t)(at - earlier);
        to = write_literals(to, literals, (size_t)(at - literals), length - LEAST_MATCH);
        *to++ = (uint8_t)distance;
        *to++ = (uint8_t)(distance >> 8);
        if (length - LEAST_MATCH >= 15) {
            to = write_length(to, length - LEAST_MATCH - 15);
        }
        at += length;
        literals = at;
    }
    to = write_literals(to, literals, (size_t)(end - literals), 0);
    return (size_t)(to - all->packed);
}

static inline const uint8_t *read_length(const uint8_t *from, size_t *length) {
    if (*length == 15) {
        uint8_t byte;
        do {
            byte = *from++;
            *length += byte;
        } while (byte == 255);
    }
    return from;
}

static void unpack(compressor *all, size_t packed) {
    const uint8_t *from = all->packed, *end = from + packed;
    uint8_t *to = all->unpacked;
    for (;;) {
        uint8_t token = *from++;
        size_t literals = token >> 4, match = token & 15;
        from = read_length(from, &literals);
        for (; literals != 0; literals--) {
            *to++ = *from++;
        }
        if (from == end) {
            return;
        }
        const uint8_t *earlier = to - (from[0] | (size_t)from[1] << 8);
        from = read_length(from + 2, &match);
        for (match += LEAST_MATCH; match != 0; match--) {
            *to++ = *earlier++;
        }
    }
}

// size blocks of words out of a small vocabulary, the frequent ones first.
static uintptr_t lay_out(compressor *all, size_t size, uintptr_t end) {
    all->heads = take(&end, sizeof(uint8_t *) << HASH_BITS);
    all->packed = take(&end, BLOCK + BLOCK / 128);
    all->unpacked = take(&end, BLOCK);
    uint8_t *text = take(&end, size * BLOCK);
    all->text = text;
    uint64_t random = pattern(size);
    for (uint8_t *limit = text + size * BLOCK; text < limit;) {
        random = pattern(random);
        uint64_t letters = pattern((random & 255) * (random >> 8 & 255) / VOCABULARY);
        for (uint64_t left = 2 + (letters >> 60); left != 0 && text < limit; left--, letters >>= 4) {
            *text++ = (uint8_t)('a' + (letters & 15));
        }
        if (text < limit) {
            *text++ = ' ';
        }
    }
    return end;
}

// The sum of the block's words of 8 bytes, as they are after all, each times its number, counted from 1.
static uint64_t operate(compressor *all, uint64_t i) {
    size_t packed = pack(all, all->text + (size_t)(i % all->progress.size) * BLOCK);
    if (packed >= BLOCK * 3 / 4) {
        __builtin_trap(); // it's text: it must become smaller
    }
    unpack(all, packed);
    const uint64_t *words = (const uint64_t *)all->unpacked;
    uint64_t sum = 0;
    for (size_t k = 0; k < BLOCK / sizeof(uint64_t); k++) {
        sum += (k + 1) * words[k];
    }
    return sum;
}

PROGRAM(compressor)
