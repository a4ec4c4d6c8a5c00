// A hash join of two tables by a window: each operation puts a row of the one into the hash table in place of the oldest, and asks
// for all rows that match one of the other.
#include "program.h"

typedef struct row {
    struct row *next;
    uint32_t key;
    uint64_t value;
} row;

typedef struct {
    progress progress;
    row **buckets;
    row *rows;
} join;

// Rows share a key by twos, on average; of the keys that are asked for one of two has none.
static inline uint32_t key_of_row(uint64_t i, uint64_t size) { return (uint32_t)chosen(i, size / 2); }

static inline uint32_t key_asked(uint64_t i, uint64_t size) { return (uint32_t)chosen(~i, size); }

// Knuth: "The Art of Computer Programming" 3, 6.4: multiplication by the golden ratio. size is a power of two.
static inline row **bucket(join *all, uint32_t key) {
    unsigned bits = (unsigned)__builtin_ctzll(all->progress.size);
    return all->buckets + (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - bits));
}

static inline void put(join *all, row *r) {
    row **head = bucket(all, r->key);
    r->next = *head;
    *head = r;
}

// size rows and as many buckets, a power of two of 2 or more.
static uintptr_t lay_out(join *all, size_t size, uintptr_t end) {
    all->buckets = take(&end, size * sizeof(row *));
    all->rows = take(&end, size * sizeof(row));
    for (size_t i = 0; i < size; i++) {
        all->buckets[i] = NULL;
    }
    for (size_t i = 0; i < size; i++) {
        all->rows[i].key = key_of_row(i, size);
        all->rows[i].value = pattern(i);
        put(all, all->rows + i);
    }
    return end;
}

// The sum of the values of all rows that match. The row that comes is the one that goes, so the tables never change.
static uint64_t operate(join *all, uint64_t i) {
    row *oldest = all->rows + (size_t)(i & (all->progress.size - 1));
    row **link = bucket(all, oldest->key);
    while (*link != oldest) {
        link = &(*link)->next;
    }
    *link = oldest->next;
    put(all, oldest);

    uint32_t key = key_asked(i, all->progress.size);
    uint64_t sum = 0;
    for (const row *r = *bucket(all, key); r; r = r->next) {
        if (r->key == key) {
            sum += r->value;
        }
    }
    return sum;
}

PROGRAM(join)
