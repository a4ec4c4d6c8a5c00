// The product of two matrices, in blocks of columns: each operation computes 32 elements of a row.
#include "program.h"

#define COLUMNS 32

typedef float lanes __attribute__((vector_size(16)));

typedef struct {
    progress progress;
    float *left, *right, *product; // size x size, row after row
} matrices;

// Eight sums with names of their own: an array of them would lie on a stack, and a guest has none.
#define EIGHT(step) step(0) step(1) step(2) step(3) step(4) step(5) step(6) step(7)
#define ADD(j) sum##j += factor * right[j];
#define STORE(j) to[j] = sum##j;

static inline float element(uint64_t i) { return (float)(int)(pattern(i) & 7); }

// size is a multiple of 32. Elements are whole numbers below 8, so that any order of additions is exact: 32 elements add up to less
// than 2^24 up to a size of 10,000.
static uintptr_t lay_out(matrices *all, size_t size, uintptr_t end) {
    size_t count = size * size;
    all->left = take(&end, count * sizeof(float));
    all->right = take(&end, count * sizeof(float));
    all->product = take(&end, count * sizeof(float));
    for (size_t i = 0; i < count; i++) {
        all->left[i] = element(i);
        all->right[i] = element(~(uint64_t)i);
        all->product[i] = 0;
    }
    return end;
}

// The sum of the elements that it computes.
static uint64_t operate(matrices *all, uint64_t i) {
    size_t size = (size_t)all->progress.size, blocks = size / COLUMNS;
    size_t row = (size_t)(i / blocks) % size, column = (size_t)(i % blocks) * COLUMNS;
    const float *left = all->left + row * size;
    lanes sum0 = {}, sum1 = {}, sum2 = {}, sum3 = {}, sum4 = {}, sum5 = {}, sum6 = {}, sum7 = {};
    for (size_t k = 0; k < size; k++) {
        const lanes *right = (const lanes *)(all->right + k * size + column);
        float factor = left[k];
        EIGHT(ADD)
    }
    lanes *to = (lanes *)(all->product + row * size + column);
    EIGHT(STORE)
    lanes all_of_them = ((sum0 + sum1) + (sum2 + sum3)) + ((sum4 + sum5) + (sum6 + sum7));
    return (uint64_t)(int64_t)((all_of_them[0] + all_of_them[1]) + (all_of_them[2] + all_of_them[3]));
}

PROGRAM(matrices)
