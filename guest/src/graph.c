// Breadth-first search through lists of neighbours: each operation begins at another vertex and ends when it has visited enough.
#include "program.h"

#define EDGES 8
#define VISITED 64
// So many different searches there are: also where the vertices are few, no processor learns them by heart.
#define SEARCHES 4096

typedef struct vertex vertex;

typedef struct edge {
    struct edge *next;
    vertex *to;
} edge;

struct vertex {
    edge *edges;
    uint32_t found;    // by which search, counted from 1
    uint32_t distance; // from where that began
};

typedef struct {
    progress progress;
    vertex *vertices;
    vertex **queue;
} graph;

// size vertices; the k-th edge of vertex v leads to the one that is chosen by 8 v + k.
static uintptr_t lay_out(graph *all, size_t size, uintptr_t end) {
    all->queue = take(&end, (VISITED * EDGES + 1) * sizeof(vertex *));
    all->vertices = take(&end, size * sizeof(vertex));
    edge *edges = take(&end, size * EDGES * sizeof(edge));
    for (size_t v = 0; v < size; v++) {
        edge *own = edges + v * EDGES;
        all->vertices[v] = (vertex){own, 0, 0};
        for (size_t k = 0; k < EDGES; k++) {
            own[k].next = k + 1 < EDGES ? own + k + 1 : NULL;
            own[k].to = all->vertices + (size_t)chosen(v * EDGES + k, size);
        }
    }
    return end;
}

// The sum of the visited vertices' numbers, each times its distance from the beginning, plus 1.
static uint64_t operate(graph *all, uint64_t i) {
    uint32_t search = (uint32_t)i + 1;
    vertex **head = all->queue, **tail = all->queue;
    uint64_t number = i % SEARCHES;
    vertex *begin = all->vertices + (size_t)chosen(number, all->progress.size);
    begin->found = search;
    begin->distance = 0;
    *tail++ = begin;
    uint64_t sum = 0;
    for (int left = VISITED; left != 0 && head != tail; left--) {
        vertex *v = *head++;
        sum += (uint64_t)(v - all->vertices) * (v->distance + 1);
        // The list is walked from another of its edges on in each search.
        for (edge *e = v->edges + (number + (uint64_t)left) % EDGES; e; e = e->next) {
            vertex *next = e->to;
            if (next->found != search) {
                next->found = search;
                next->distance = v->distance + 1;
                *tail++ = next;
            }
        }
    }
    return sum;
}

PROGRAM(graph)
