// Allocation inside the guest: memory.grow and the first use of what it gave.
#include "probe.h"

// Grows the memory by bytes (a multiple of 64 KiB, not 0), writes 42 to the first and 99 to the last new byte and
// reads both back. Returns 1 where the growth worked and both bytes agree, else 0.
EXPORT(seed)(uint64_t bytes) {
    if (bytes == 0 || bytes % PAGE_BYTES != 0) {
        return 0;
    }
    uint64_t before = grow_pages(bytes / PAGE_BYTES);
    if (before == FAILED) {
        return 0;
    }
    uint64_t first = before * PAGE_BYTES;
    uint64_t last = first + bytes - 1;
    put8(first, 42);
    put8(last, 99);
    return get8(first) == 42 && get8(last) == 99;
}

// Sets bytes bytes from address a on to the low 8 bits of value by one memory.fill; returns bytes. A full memory32
// takes two, because its length, 2^32, is one more than memory.fill can be told there.
EXPORT(fill)(uint64_t a, uint64_t bytes, uint64_t value) {
    uint64_t left = bytes;
    if (left > UINTPTR_MAX) {
        __builtin_memset((void *)address(a), (uint8_t)value, UINTPTR_MAX);
        a += UINTPTR_MAX;
        left -= UINTPTR_MAX;
    }
    __builtin_memset((void *)address(a), (uint8_t)value, address(left));
    return bytes;
}

// Writes one byte at a, a + step, a + 2 step ... below a + bytes: the low 8 bits of the pattern of its address. Returns
// how many were written; 0 where step is 0.
EXPORT(touch)(uint64_t a, uint64_t bytes, uint64_t step) {
    if (step == 0) {
        return 0;
    }
    uint64_t count = bytes / step + (bytes % step != 0);
    for (uint64_t i = 0; i < count; i++) {
        put8(a + step * i, (uint8_t)pattern(a + step * i));
    }
    return count;
}
