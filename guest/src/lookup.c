// Look-ups in a B+-tree that was loaded in order: each operation goes from the root to a leaf.
// Bayer, McCreight: "Organization and maintenance of large ordered indexes", Acta Informatica 1 (3), 1972.
#include "program.h"

#define FANOUT 16

typedef struct node node;

// Children 0 to count - 1; keys[k] is the least key below child k + 1.
struct node {
    uint64_t keys[FANOUT - 1];
    void *children[FANOUT];
    uint32_t count;
};

typedef struct {
    uint64_t keys[FANOUT];
    uint64_t values[FANOUT];
} leaf;

typedef struct {
    progress progress;
    void *root;
    uint64_t height; // levels of nodes above the leaves
} index;

// size keys, a multiple of 16 of 32 or more and less than 2^31: the i-th is 2 i, its value the pattern of i.
static uintptr_t lay_out(index *all, size_t size, uintptr_t end) {
    size_t count = size / FANOUT;
    leaf *leaves = take(&end, count * sizeof(leaf));
    for (size_t i = 0; i < size; i++) {
        leaves[i / FANOUT].keys[i % FANOUT] = 2 * (uint64_t)i;
        leaves[i / FANOUT].values[i % FANOUT] = pattern(i);
    }
    char *below = (char *)leaves;
    size_t bytes = sizeof(leaf);
    uint64_t keys = FANOUT; // below one child
    all->height = 0;
    while (count > 1) {
        size_t nodes = (count + FANOUT - 1) / FANOUT;
        node *level = take(&end, nodes * sizeof(node));
        for (size_t i = 0; i < count; i++) {
            node *parent = level + i / FANOUT;
            parent->children[i % FANOUT] = below + i * bytes;
            if (i % FANOUT != 0) {
                parent->keys[i % FANOUT - 1] = 2 * keys * i;
            }
            parent->count = (uint32_t)(i % FANOUT) + 1;
        }
        below = (char *)level;
        bytes = sizeof(node);
        keys *= FANOUT;
        count = nodes;
        all->height++;
    }
    all->root = below;
    return end;
}

// The value of a key, or 1 where there is no such key: every second one that is asked for.
static uint64_t operate(index *all, uint64_t i) {
    uint64_t key = chosen(i, 2 * all->progress.size);
    const void *at = all->root;
    for (uint64_t left = all->height; left != 0; left--) {
        const node *n = at;
        uint32_t child = 0;
        while (child + 1 < n->count && n->keys[child] <= key) {
            child++;
        }
        at = n->children[child];
    }
    const leaf *l = at;
    uint32_t k = 0;
    while (k < FANOUT && l->keys[k] < key) {
        k++;
    }
    return k < FANOUT && l->keys[k] == key ? l->values[k] : 1;
}

PROGRAM(index)
