// Search by brute force for the vector that is most like another: each operation compares one, and takes part in finding the best of 16.
#include "program.h"

#define LANES 4
#define DIMENSIONS 384
#define GROUP 16
#define QUERIES 4

typedef float lanes __attribute__((vector_size(16)));

typedef struct {
    progress progress;
    float *queries, *vectors;
    float best;
    uint32_t chosen;
} search;

// Whole numbers from -8 to 7, sixteen of a random word, so that any order of additions is exact.
static void write_vectors(float *to, size_t count, uint64_t seed) {
    for (size_t i = 0; i < count * DIMENSIONS; i += 16) {
        uint64_t random = pattern(seed + i / 16);
        for (size_t k = 0; k < 16; k++, random >>= 4) {
            to[i + k] = (float)((int)(random & 15) - 8);
        }
    }
}

// size vectors, a multiple of 16.
static uintptr_t lay_out(search *all, size_t size, uintptr_t end) {
    all->queries = take(&end, QUERIES * DIMENSIONS * sizeof(float));
    all->vectors = take(&end, size * DIMENSIONS * sizeof(float));
    write_vectors(all->queries, QUERIES, UINT64_C(1) << 40);
    write_vectors(all->vectors, size, 0);
    all->best = 0;
    all->chosen = 0;
    return end;
}

static inline float product(const float *x, const float *y) {
    const lanes *left = (const lanes *)x, *right = (const lanes *)y;
    lanes sums[4] = {};
    for (size_t i = 0; i < DIMENSIONS / LANES; i += 4) {
        sums[0] += left[i] * right[i];
        sums[1] += left[i + 1] * right[i + 1];
        sums[2] += left[i + 2] * right[i + 2];
        sums[3] += left[i + 3] * right[i + 3];
    }
    lanes sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

// After the last of 16 the best one's number in the group, plus its product with the query; before that 0. The first of equals is best.
static uint64_t operate(search *all, uint64_t i) {
    const float *query = all->queries + (size_t)(i / GROUP % QUERIES) * DIMENSIONS;
    const float *vector = all->vectors + (size_t)(i % all->progress.size) * DIMENSIONS;
    float found = product(query, vector);
    uint32_t member = (uint32_t)(i % GROUP);
    if (member == 0 || found > all->best) {
        all->best = found;
        all->chosen = member;
    }
    return member == GROUP - 1 ? all->chosen + (uint64_t)(int64_t)all->best : 0;
}

PROGRAM(search)
