// Damaged guests, one fault a build (-DFAULT_...), by which a test proves that the host's assertion refuses what it
// must. An honest build defines none of them and takes nothing from here. Fill is never damaged.

#if defined(FAULT_TRUNCATED_ADDRESS)

// Every access uses the low 32 bits of its address only.
#define get8(a) get8((uint32_t)(a))
#define get64(a) get64((uint32_t)(a))
#define get64_far(a) get64_far((uint32_t)(a))
#define put8(a, value) put8((uint32_t)(a), value)
#define put64(a, value) put64((uint32_t)(a), value)

#elif defined(FAULT_ALIAS)

#define LINE UINT64_C(0x100000000) // 4 GiB

// A store at 4 GiB or above is also done 4 GiB lower: reading it back looks right.
static inline void aliased_put8(uint64_t a, uint8_t value) {
    put8(a, value);
    if (a >= LINE) {
        put8(a - LINE, value);
    }
}

static inline void aliased_put64(uint64_t a, uint64_t value) {
    put64(a, value);
    if (a >= LINE) {
        put64(a - LINE, value);
    }
}

#define put8 aliased_put8
#define put64 aliased_put64

#elif defined(FAULT_LAST_BYTE)

// The last byte of the memory keeps what it held; the rest of a word that ends there is stored.
static inline void lossy_put8(uint64_t a, uint8_t value) {
    if (a != page_count() * PAGE_BYTES - 1) {
        put8(a, value);
    }
}

static inline void lossy_put64(uint64_t a, uint64_t value) {
    if (a + 7 == page_count() * PAGE_BYTES - 1) {
        uint8_t kept = get8(a + 7);
        put64(a, value);
        put8(a + 7, kept);
    } else {
        put64(a, value);
    }
}

#define put8 lossy_put8
#define put64 lossy_put64

#elif defined(FAULT_GROWTH_CONTENT)

// A growth that works clears the first and the last page of what was there before.
static inline uint64_t forgetful_grow_pages(uint64_t count) {
    uint64_t before = grow_pages(count);
    if (before != FAILED && before != 0) {
        __builtin_memset((void *)address(0), 0, PAGE_BYTES);
        __builtin_memset((void *)address((before - 1) * PAGE_BYTES), 0, PAGE_BYTES);
    }
    return before;
}

#define grow_pages forgetful_grow_pages

#elif defined(FAULT_GROWTH_SUCCESS)

// A growth that fails reports the size before, as if it had worked.
static inline uint64_t boastful_grow_pages(uint64_t count) {
    uint64_t before = page_count();
    grow_pages(count);
    return before;
}

#define grow_pages boastful_grow_pages

#endif
