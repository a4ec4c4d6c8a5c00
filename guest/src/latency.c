// Accesses of which each waits for the one before, or goes where no prefetcher expects it.
#include "probe.h"

#define EIGHT(step) step step step step step step step step

// chase(a, steps): from the slot at address a, goes steps times to the slot whose address the slot holds; steps is a
// multiple of eight. A slot is a word of 8 bytes, aligned; memory32 reads its lower half, the whole of an address there.
// Returns the address of the slot at the end.
EXPORT(chase)(uint64_t a, uint64_t steps) {
    uintptr_t at = address(a);
    for (uint64_t left = steps; left != 0; left -= 8) {
        EIGHT(at = *(const uintptr_t *)at;)
    }
    return at;
}

// update(table, bytes, count): count times, draws a random number and XORs it into the word of the table that its low bits
// choose. bytes is a power of two of 8 or more, table a multiple of 8. The generator's state, not 0, is the word before the
// table; the next update goes on where this one ended. Doing it again from the same state undoes it. Returns the state.
// The generator is xorshift64; Marsaglia: "Xorshift RNGs", Journal of Statistical Software 8 (14), 2003.
EXPORT(update)(uint64_t table, uint64_t bytes, uint64_t count) {
    uintptr_t base = address(table);
    uint64_t mask = bytes - 8;
    uint64_t *before = (uint64_t *)(base - 8);
    uint64_t state = *before;
    for (uint64_t left = count; left != 0; left--) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        *(uint64_t *)(base + (uintptr_t)(state & mask)) ^= state;
    }
    *before = state;
    return state;
}
