// A balanced search tree whose nodes lie scattered: each operation removes a node, puts it in again, and walks on from it.
// Adelson-Velsky and Landis: "An algorithm for the organization of information", Soviet Mathematics Doklady 3, 1962.
#include "program.h"

#define WALKED 8

typedef struct node {
    struct node *left, *right, *parent;
    uint64_t key;
    int32_t height; // 1 of a leaf
} node;

typedef struct {
    progress progress;
    node *root;
    node *nodes;
} tree;

// Where in memory the node of a rank lies: a permutation of the numbers below size, a power of two of 2 or more.
static inline size_t place(size_t rank, size_t size) {
    unsigned bits = (unsigned)__builtin_ctzll(size);
    rank = rank * 0x9e3779b1u & (size - 1);
    rank ^= rank >> ((bits + 1) / 2);
    return rank * 0x85ebca6bu & (size - 1);
}

static inline int32_t height(const node *n) { return n ? n->height : 0; }

static inline void measure(node *n) {
    int32_t left = height(n->left), right = height(n->right);
    n->height = (left > right ? left : right) + 1;
}

// Puts another node, or none, where one hangs.
static void replace(tree *all, node *old, node *fresh) {
    node *parent = old->parent;
    if (!parent) {
        all->root = fresh;
    } else if (parent->left == old) {
        parent->left = fresh;
    } else {
        parent->right = fresh;
    }
    if (fresh) {
        fresh->parent = parent;
    }
}

static node *rotate_left(tree *all, node *n) {
    node *up = n->right;
    replace(all, n, up);
    n->right = up->left;
    if (n->right) {
        n->right->parent = n;
    }
    up->left = n;
    n->parent = up;
    measure(n);
    measure(up);
    return up;
}

static node *rotate_right(tree *all, node *n) {
    node *up = n->left;
    replace(all, n, up);
    n->left = up->right;
    if (n->left) {
        n->left->parent = n;
    }
    up->right = n;
    n->parent = up;
    measure(n);
    measure(up);
    return up;
}

// Balances all from a node upwards, until one is as high as before.
static void rebalance(tree *all, node *n) {
    while (n) {
        int32_t before = n->height;
        int32_t lean = height(n->left) - height(n->right);
        if (lean > 1) {
            if (height(n->left->left) < height(n->left->right)) {
                rotate_left(all, n->left);
            }
            n = rotate_right(all, n);
        } else if (lean < -1) {
            if (height(n->right->right) < height(n->right->left)) {
                rotate_right(all, n->right);
            }
            n = rotate_left(all, n);
        } else {
            measure(n);
        }
        if (n->height == before) {
            return;
        }
        n = n->parent;
    }
}

static void insert(tree *all, node *fresh) {
    node *at = all->root, *parent = NULL;
    while (at) {
        parent = at;
        at = fresh->key < at->key ? at->left : at->right;
    }
    fresh->left = fresh->right = NULL;
    fresh->parent = parent;
    fresh->height = 1;
    if (!parent) {
        all->root = fresh;
    } else if (fresh->key < parent->key) {
        parent->left = fresh;
    } else {
        parent->right = fresh;
    }
    rebalance(all, parent);
}

static void erase(tree *all, node *gone) {
    node *from;
    if (gone->left && gone->right) {
        node *next = gone->right;
        while (next->left) {
            next = next->left;
        }
        from = next->parent == gone ? next : next->parent;
        if (next != gone->right) {
            replace(all, next, next->right);
            next->right = gone->right;
            next->right->parent = next;
        }
        replace(all, gone, next);
        next->left = gone->left;
        next->left->parent = next;
        next->height = gone->height;
    } else {
        from = gone->parent;
        replace(all, gone, gone->left ? gone->left : gone->right);
    }
    rebalance(all, from);
}

static node *following(node *n) {
    if (n->right) {
        n = n->right;
        while (n->left) {
            n = n->left;
        }
        return n;
    }
    while (n->parent && n->parent->right == n) {
        n = n->parent;
    }
    return n->parent;
}

static node *balanced(node *nodes, size_t first, size_t count, size_t size) {
    if (count == 0) {
        return NULL;
    }
    size_t half = count / 2;
    node *root = nodes + place(first + half, size);
    root->key = 2 * (uint64_t)(first + half);
    root->parent = NULL;
    root->left = balanced(nodes, first, half, size);
    root->right = balanced(nodes, first + half + 1, count - half - 1, size);
    if (root->left) {
        root->left->parent = root;
    }
    if (root->right) {
        root->right->parent = root;
    }
    measure(root);
    return root;
}

// size nodes, a power of two; the key of rank r is 2 r.
static uintptr_t lay_out(tree *all, size_t size, uintptr_t end) {
    all->nodes = take(&end, size * sizeof(node));
    all->root = balanced(all->nodes, 0, size, size);
    return end;
}

// The sum of the keys of a node and of the eight that follow it, as far as there are so many.
static uint64_t operate(tree *all, uint64_t i) {
    size_t size = (size_t)all->progress.size;
    node *moved = all->nodes + place((size_t)chosen(i, size), size);
    erase(all, moved);
    insert(all, moved);
    uint64_t sum = moved->key;
    node *n = moved;
    for (int left = WALKED; left != 0 && (n = following(n)); left--) {
        sum += n->key;
    }
    return sum;
}

PROGRAM(tree)
