// Sorts pointers by what they point to: each operation takes records from all over the memory and puts them in order.
#include "program.h"

#define SORTED 256
#define FEW 12
// So many different batches there are.
#define BATCHES 4096

typedef struct {
    uint64_t key;
    uint64_t rest[5];
} record;

typedef struct {
    progress progress;
    record *records;
    const record **order;
} sort;

static inline int before(const record *x, const record *y) { return x->key < y->key; }

static inline void swap(const record **x, const record **y) {
    const record *kept = *x;
    *x = *y;
    *y = kept;
}

// Hoare: "Quicksort", The Computer Journal 5 (1), 1962; with the median of three, and insertion where few are left.
static void arrange(const record **from, const record **to) {
    while (to - from > FEW) {
        const record **middle = from + (to - from) / 2;
        if (before(*middle, *from)) {
            swap(middle, from);
        }
        if (before(to[-1], *middle)) {
            swap(middle, to - 1);
            if (before(*middle, *from)) {
                swap(middle, from);
            }
        }
        const record *pivot = *middle;
        const record **left = from, **right = to - 1;
        while (left <= right) {
            while (before(*left, pivot)) {
                left++;
            }
            while (before(pivot, *right)) {
                right--;
            }
            if (left <= right) {
                swap(left++, right--);
            }
        }
        // The shorter part first, so that few calls are open at a time.
        if (right + 1 - from < to - left) {
            arrange(from, right + 1);
            from = left;
        } else {
            arrange(left, to);
            to = right + 1;
        }
    }
    for (const record **next = from + 1; next < to; next++) {
        const record *placed = *next;
        const record **at = next;
        for (; at > from && before(placed, at[-1]); at--) {
            *at = at[-1];
        }
        *at = placed;
    }
}

// size records; the key of the i-th is the pattern of i.
static uintptr_t lay_out(sort *all, size_t size, uintptr_t end) {
    all->order = take(&end, SORTED * sizeof(*all->order));
    all->records = take(&end, size * sizeof(record));
    for (size_t i = 0; i < size; i++) {
        all->records[i] = (record){pattern(i), {i, i, i, i, i}};
    }
    return end;
}

// The sum of the keys, each times its place in the order, counted from 1.
static uint64_t operate(sort *all, uint64_t i) {
    for (size_t j = 0; j < SORTED; j++) {
        all->order[j] = all->records + (size_t)chosen(i % BATCHES * SORTED + j, all->progress.size);
    }
    arrange(all->order, all->order + SORTED);
    uint64_t sum = 0;
    for (size_t j = 0; j < SORTED; j++) {
        sum += (j + 1) * all->order[j]->key;
    }
    return sum;
}

PROGRAM(sort)
