// Products of rows of quantized weights with one quantized vector, and what makes both floats again.
//
// The blocks of weights are ggml's (ggml-common.h); N is the number of rows that are multiplied at once, so that each load
// of the vector serves N rows. Inside a block everything is whole numbers and exact; the order in which blocks are added up
// as floats is written out here, and every other implementation that is to give the same bits must keep it.
//
// The vector is held as 16-bit numbers, and of each 16 the eight even ones come first: then the even and the odd bytes of a
// word of weights, masked and shifted as 16-bit lanes, meet their partners with no widening.
#ifndef QUANTS_H
#define QUANTS_H

#include "probe.h"

enum { F32 = 0, F16 = 1, Q4_0 = 2, Q8_0 = 8, Q4_K = 12, Q5_K = 13, Q6_K = 14 };

typedef uint8_t u8x16 __attribute__((vector_size(16)));
typedef int16_t i16x8 __attribute__((vector_size(16)));
typedef uint16_t u16x8 __attribute__((vector_size(16)));
typedef int32_t i32x4 __attribute__((vector_size(16)));
typedef uint32_t u32x4 __attribute__((vector_size(16)));
typedef float f32x4 __attribute__((vector_size(16)));
typedef uint16_t u16x4 __attribute__((vector_size(8)));
typedef u16x4 any_u16x4 __attribute__((aligned(1), may_alias));
typedef u16x8 any_u16x8 __attribute__((aligned(1), may_alias));
typedef i16x8 any_i16x8 __attribute__((aligned(1), may_alias));
typedef u32x4 any_u32x4 __attribute__((aligned(1), may_alias));
typedef f32x4 any_f32x4 __attribute__((aligned(1), may_alias));
typedef uint64_t any_u64 __attribute__((aligned(1), may_alias));
typedef uint16_t any_u16 __attribute__((aligned(1), may_alias));
typedef float any_f32 __attribute__((aligned(1), may_alias));

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")
#define ROWS 2

// A quantized vector, in blocks of 256 numbers for the K types ...
struct k_block {
    float scale;
    int16_t q[256];
    int16_t sums16[16]; // of each 16 numbers
    int16_t sums32[8];  // of each 32
};

// ... and of 32 for Q4_0 and Q8_0.
struct z_block {
    float scale;
    int16_t q[32];
};

INLINE u16x8 words(uintptr_t a) { return *(const any_u16x8 *)a; }
INLINE i16x8 numbers(const int16_t *a) { return *(const any_i16x8 *)a; }
INLINE f32x4 floats(uintptr_t a) { return *(const any_f32x4 *)a; }
INLINE float get_f32(uintptr_t a) { return *(const any_f32 *)a; }
INLINE void put_f32(uintptr_t a, float value) { *(any_f32 *)a = value; }
INLINE i32x4 dot(i16x8 a, i16x8 b) { return __builtin_wasm_dot_s_i32x4_i16x8(a, b); }
INLINE f32x4 to_floats(i32x4 v) { return __builtin_convertvector(v, f32x4); }
INLINE f32x4 splat_f32(float v) { return (f32x4){v, v, v, v}; }
INLINE float total(f32x4 v) { return (v[0] + v[1]) + (v[2] + v[3]); }
INLINE uintptr_t least(uintptr_t a, uintptr_t b) { return a < b ? a : b; }

// A float of 16 bits, exactly. A normal one needs its exponent moved by 112, which a product does for small ones too.
INLINE float half(uint32_t h) {
    union { uint32_t bits; float value; } magnitude = {.bits = (h & 0x7fff) << 13}, up = {.bits = 0x77800000};
    magnitude.value *= up.value;
    magnitude.bits |= ((h & 0x7fff) > 0x7bff ? 0x7f800000 : 0) | (h & 0x8000) << 16;
    return magnitude.value;
}

INLINE float half_at(uintptr_t a) { return half(*(const any_u16 *)a); }

// Four of them; of what isn't finite nothing is said here, because a weight is.
INLINE f32x4 halves(uintptr_t a) {
    u32x4 h = __builtin_convertvector(*(const any_u16x4 *)a, u32x4);
    f32x4 magnitude = (f32x4)((h & 0x7fff) << 13) * 0x1p112f;
    return (f32x4)((u32x4)magnitude | (h & 0x8000) << 16);
}

// What a block of K types begins with: two floats of 16 bits, and eight scales and eight minima of six bits, which are
// unpacked to a byte each, the first in the lowest.
struct k_head {
    float scale, minimum;
    uint64_t scales, minima;
};

INLINE struct k_head k_head(uintptr_t a) {
    u32x4 v = *(const any_u32x4 *)a;
    uint32_t low_scales = v[1] & 0x3f3f3f3f, low_minima = v[2] & 0x3f3f3f3f;
    uint32_t high_scales = (v[3] & 0x0f0f0f0f) | ((v[1] >> 2) & 0x30303030);
    uint32_t high_minima = ((v[3] >> 4) & 0x0f0f0f0f) | ((v[2] >> 2) & 0x30303030);
    struct k_head head = {
        half(v[0] & 0xffff),
        half(v[0] >> 16),
        low_scales | (uint64_t)high_scales << 32,
        low_minima | (uint64_t)high_minima << 32,
    };
    return head;
}

// Eight bytes as numbers.
INLINE i16x8 widen(uint64_t bytes) {
    typedef uint64_t u64x2 __attribute__((vector_size(16)));
    u8x16 v = (u8x16)(u64x2){bytes, 0};
    return __builtin_convertvector(__builtin_shufflevector(v, v, 0, 1, 2, 3, 4, 5, 6, 7), i16x8);
}

// The lowest byte in all lanes.
INLINE i16x8 lane(uint64_t bytes) {
    int16_t b = (int16_t)(bytes & 255);
    return (i16x8){b, b, b, b, b, b, b, b};
}

INLINE i16x8 signed_lane(uint64_t bytes) {
    int16_t b = (int8_t)bytes;
    return (i16x8){b, b, b, b, b, b, b, b};
}

INLINE i16x8 nibbles(u16x8 v, int shift) { return (i16x8)(shift == 12 ? v >> 12 : (v >> shift) & 15); }

// Bits bit and those above it under the mask, moved to where 16 is one: the fifth and sixth of a weight.
INLINE i16x8 upper(u16x8 v, int bit, int mask) {
    return (i16x8)((bit < 4 ? v << (4 - bit) : v >> (bit - 4)) & (uint16_t)(mask << 4));
}

// The float order of both types with minima.
#define ADD_K_BLOCK(acc, head, block, sum, minima)                                                                     \
    acc += splat_f32(head.scale * block->scale) * to_floats(sum) - splat_f32(head.minimum * block->scale) * to_floats(minima)

#define PRODUCT(type) INLINE void product_##type(uintptr_t w, uintptr_t stride, uintptr_t vector, uintptr_t columns, uintptr_t out, const int N)

PRODUCT(q4_k) {
    f32x4 acc[ROWS] = {};
    const struct k_block *block = (const struct k_block *)vector;
    for (uintptr_t left = columns / 256; left != 0; left--, block++, w += 144) {
        struct k_head head[ROWS];
        uint64_t scales[ROWS];
        i32x4 sum[ROWS] = {};
        UNROLL for (int r = 0; r < N; r++) {
            head[r] = k_head(w + r * stride);
            scales[r] = head[r].scales;
        }
        const int16_t *q = block->q;
        for (uintptr_t at = w + 16, end = at + 128; at != end; at += 32, q += 64) {
            UNROLL for (int r = 0; r < N; r++) {
                u16x8 v = words(at + r * stride), u = words(at + r * stride + 16);
                i16x8 low = nibbles(v, 0) * numbers(q) + nibbles(v, 8) * numbers(q + 8)
                    + nibbles(u, 0) * numbers(q + 16) + nibbles(u, 8) * numbers(q + 24);
                i16x8 high = nibbles(v, 4) * numbers(q + 32) + nibbles(v, 12) * numbers(q + 40)
                    + nibbles(u, 4) * numbers(q + 48) + nibbles(u, 12) * numbers(q + 56);
                sum[r] += dot(low, lane(scales[r])) + dot(high, lane(scales[r] >> 8));
                scales[r] >>= 16;
            }
        }
        i16x8 sums = numbers(block->sums32);
        UNROLL for (int r = 0; r < N; r++) {
            ADD_K_BLOCK(acc[r], head[r], block, sum[r], dot(widen(head[r].minima), sums));
        }
    }
    UNROLL for (int r = 0; r < N; r++) {
        put_f32(out + 4 * r, total(acc[r]));
    }
}

PRODUCT(q5_k) {
    f32x4 acc[ROWS] = {};
    const struct k_block *block = (const struct k_block *)vector;
    for (uintptr_t left = columns / 256; left != 0; left--, block++, w += 176) {
        struct k_head head[ROWS];
        uint64_t scales[ROWS];
        u16x8 f[ROWS], e[ROWS];
        i32x4 sum[ROWS] = {};
        UNROLL for (int r = 0; r < N; r++) {
            head[r] = k_head(w + r * stride);
            scales[r] = head[r].scales;
            f[r] = words(w + r * stride + 16);
            e[r] = words(w + r * stride + 32);
        }
        const int16_t *q = block->q;
        for (uintptr_t at = w + 48, end = at + 128; at != end; at += 32, q += 64) {
            UNROLL for (int r = 0; r < N; r++) {
                u16x8 v = words(at + r * stride), u = words(at + r * stride + 16);
                i16x8 low = (nibbles(v, 0) | upper(f[r], 0, 1)) * numbers(q) + (nibbles(v, 8) | upper(f[r], 8, 1)) * numbers(q + 8)
                    + (nibbles(u, 0) | upper(e[r], 0, 1)) * numbers(q + 16) + (nibbles(u, 8) | upper(e[r], 8, 1)) * numbers(q + 24);
                i16x8 high = (nibbles(v, 4) | upper(f[r], 1, 1)) * numbers(q + 32) + (nibbles(v, 12) | upper(f[r], 9, 1)) * numbers(q + 40)
                    + (nibbles(u, 4) | upper(e[r], 1, 1)) * numbers(q + 48) + (nibbles(u, 12) | upper(e[r], 9, 1)) * numbers(q + 56);
                sum[r] += dot(low, lane(scales[r])) + dot(high, lane(scales[r] >> 8));
                scales[r] >>= 16;
                // The next two bits of each byte; what comes from the byte beside it is masked.
                f[r] >>= 2;
                e[r] >>= 2;
            }
        }
        i16x8 sums = numbers(block->sums32);
        UNROLL for (int r = 0; r < N; r++) {
            ADD_K_BLOCK(acc[r], head[r], block, sum[r], dot(widen(head[r].minima), sums));
        }
    }
    UNROLL for (int r = 0; r < N; r++) {
        put_f32(out + 4 * r, total(acc[r]));
    }
}

PRODUCT(q6_k) {
    f32x4 acc[ROWS] = {};
    const struct k_block *block = (const struct k_block *)vector;
    for (uintptr_t left = columns / 256; left != 0; left--, block++, w += 210) {
        i32x4 sum[ROWS] = {};
        uintptr_t low = w, high = w + 128, scale = w + 192;
        const int16_t *q = block->q;
        for (int half = 0; half < 2; half++, low += 32, q += 96, scale += 6) {
            for (int part = 0; part < 2; part++, low += 16, high += 16, q += 16, scale++) {
                UNROLL for (int r = 0; r < N; r++) {
                    u16x8 a = words(low + r * stride), b = words(low + r * stride + 32), f = words(high + r * stride);
                    uint64_t s = *(const any_u64 *)(scale + r * stride);
                    sum[r] += dot((nibbles(a, 0) | upper(f, 0, 3)) * numbers(q) + (nibbles(a, 8) | upper(f, 8, 3)) * numbers(q + 8), signed_lane(s))
                        + dot((nibbles(b, 0) | upper(f, 2, 3)) * numbers(q + 32) + (nibbles(b, 8) | upper(f, 10, 3)) * numbers(q + 40), signed_lane(s >> 16))
                        + dot((nibbles(a, 4) | upper(f, 4, 3)) * numbers(q + 64) + (nibbles(a, 12) | upper(f, 12, 3)) * numbers(q + 72), signed_lane(s >> 32))
                        + dot((nibbles(b, 4) | upper(f, 6, 3)) * numbers(q + 96) + (nibbles(b, 12) | upper(f, 14, 3)) * numbers(q + 104), signed_lane(s >> 48));
                }
            }
        }
        // A weight is 32 less than its six bits say.
        i16x8 even = numbers(block->sums16), odd = numbers(block->sums16 + 8);
        UNROLL for (int r = 0; r < N; r++) {
            u16x8 scales = words(w + r * stride + 192);
            i32x4 less = dot((i16x8)(scales << 8) >> 8, even) + dot((i16x8)scales >> 8, odd);
            acc[r] += splat_f32(half_at(w + r * stride + 208) * block->scale) * to_floats(sum[r] - (less << 5));
        }
    }
    UNROLL for (int r = 0; r < N; r++) {
        put_f32(out + 4 * r, total(acc[r]));
    }
}

PRODUCT(q4_0) {
    f32x4 acc[ROWS] = {};
    const struct z_block *block = (const struct z_block *)vector;
    for (uintptr_t left = columns / 32; left != 0; left--, block++, w += 18) {
        i16x8 q[4];
        UNROLL for (int i = 0; i < 4; i++) {
            q[i] = numbers(block->q + 8 * i);
        }
        UNROLL for (int r = 0; r < N; r++) {
            u16x8 v = words(w + r * stride + 2);
            i32x4 sum = dot(nibbles(v, 0) - 8, q[0]) + dot(nibbles(v, 8) - 8, q[1]) + dot(nibbles(v, 4) - 8, q[2])
                + dot(nibbles(v, 12) - 8, q[3]);
            acc[r] += splat_f32(half_at(w + r * stride) * block->scale) * to_floats(sum);
        }
    }
    UNROLL for (int r = 0; r < N; r++) {
        put_f32(out + 4 * r, total(acc[r]));
    }
}

PRODUCT(q8_0) {
    f32x4 acc[ROWS] = {};
    const struct z_block *block = (const struct z_block *)vector;
    for (uintptr_t left = columns / 32; left != 0; left--, block++, w += 34) {
        i16x8 q[4];
        UNROLL for (int i = 0; i < 4; i++) {
            q[i] = numbers(block->q + 8 * i);
        }
        UNROLL for (int r = 0; r < N; r++) {
            u16x8 v = words(w + r * stride + 2), u = words(w + r * stride + 18);
            i32x4 sum = dot((i16x8)(v << 8) >> 8, q[0]) + dot((i16x8)v >> 8, q[1]) + dot((i16x8)(u << 8) >> 8, q[2])
                + dot((i16x8)u >> 8, q[3]);
            acc[r] += splat_f32(half_at(w + r * stride) * block->scale) * to_floats(sum);
        }
    }
    UNROLL for (int r = 0; r < N; r++) {
        put_f32(out + 4 * r, total(acc[r]));
    }
}

// Weights that are floats take the vector as it is.
PRODUCT(f16) {
    f32x4 acc[ROWS] = {};
    for (uintptr_t i = 0; i < columns; i += 4) {
        f32x4 q = floats(vector + 4 * i);
        UNROLL for (int r = 0; r < N; r++) {
            acc[r] += halves(w + r * stride + 2 * i) * q;
        }
    }
    UNROLL for (int r = 0; r < N; r++) {
        put_f32(out + 4 * r, total(acc[r]));
    }
}

PRODUCT(f32) {
    f32x4 acc[ROWS] = {};
    for (uintptr_t i = 0; i < columns; i += 4) {
        f32x4 q = floats(vector + 4 * i);
        UNROLL for (int r = 0; r < N; r++) {
            acc[r] += floats(w + r * stride + 4 * i) * q;
        }
    }
    UNROLL for (int r = 0; r < N; r++) {
        put_f32(out + 4 * r, total(acc[r]));
    }
}

// Where number i of 16 lies: even ones first.
INLINE uintptr_t place(uintptr_t i) { return (i & ~(uintptr_t)15) + (i & 1) * 8 + (i & 15) / 2; }

// Quantizes n floats for the K types: the one of largest magnitude becomes -127, the others in proportion, nearest even.
static void quantize_k(uintptr_t from, uintptr_t n, uintptr_t to) {
    struct k_block *block = (struct k_block *)to;
    for (uintptr_t left = n / 256; left != 0; left--, block++, from += 1024) {
        float largest = 0, magnitude = 0;
        for (uintptr_t i = 0; i < 256; i++) {
            float v = get_f32(from + 4 * i), m = __builtin_fabsf(v);
            if (m > magnitude) {
                magnitude = m;
                largest = v;
            }
        }
        float inverse = magnitude > 0 ? -127.0f / largest : 0;
        block->scale = magnitude > 0 ? 1 / inverse : 0;
        for (uintptr_t j = 0; j < 16; j++) {
            int32_t sum = 0;
            for (uintptr_t i = 16 * j; i < 16 * j + 16; i++) {
                int32_t q = (int32_t)__builtin_rintf(inverse * get_f32(from + 4 * i));
                q = q > 127 ? 127 : q;
                block->q[place(i)] = (int16_t)q;
                sum += q;
            }
            block->sums16[(j & 1) * 8 + j / 2] = (int16_t)sum;
        }
        for (uintptr_t j = 0; j < 8; j++) {
            block->sums32[j] = (int16_t)(block->sums16[j] + block->sums16[8 + j]);
        }
    }
}

// Quantizes n floats for Q4_0 and Q8_0: the largest magnitude becomes 127.
static void quantize_z(uintptr_t from, uintptr_t n, uintptr_t to) {
    struct z_block *block = (struct z_block *)to;
    for (uintptr_t left = n / 32; left != 0; left--, block++, from += 128) {
        float magnitude = 0;
        for (uintptr_t i = 0; i < 32; i++) {
            float m = __builtin_fabsf(get_f32(from + 4 * i));
            magnitude = m > magnitude ? m : magnitude;
        }
        float inverse = magnitude > 0 ? 127.0f / magnitude : 0;
        block->scale = magnitude / 127.0f;
        for (uintptr_t i = 0; i < 32; i++) {
            block->q[place(i)] = (int16_t)__builtin_rintf(inverse * get_f32(from + 4 * i));
        }
    }
}

// Weight i of a row.
static float weight(uint64_t type, uintptr_t row, uintptr_t i) {
    const uint8_t *b;
    uintptr_t j = i % 256;
    switch (type) {
    case F32:
        return get_f32(row + 4 * i);
    case F16:
        return half_at(row + 2 * i);
    case Q4_0:
        b = (const uint8_t *)(row + i / 32 * 18);
        j = i % 32;
        return half_at((uintptr_t)b) * (float)((b[2 + j % 16] >> j / 16 * 4 & 15) - 8);
    case Q8_0:
        b = (const uint8_t *)(row + i / 32 * 34);
        return half_at((uintptr_t)b) * (float)(int8_t)b[2 + i % 32];
    case Q4_K:
    case Q5_K: {
        b = (const uint8_t *)(row + i / 256 * (type == Q4_K ? 144 : 176));
        struct k_head head = k_head((uintptr_t)b);
        int q = b[(type == Q4_K ? 16 : 48) + j / 64 * 32 + j % 32] >> j / 32 % 2 * 4 & 15;
        if (type == Q5_K) {
            q |= (b[16 + j % 32] >> j / 32 & 1) << 4;
        }
        uintptr_t k = j / 32;
        return head.scale * (float)(head.scales >> 8 * k & 255) * (float)q - head.minimum * (float)(head.minima >> 8 * k & 255);
    }
    case Q6_K: {
        b = (const uint8_t *)(row + i / 256 * 210);
        uintptr_t h = j / 128, l = j % 32, part = j % 128 / 32;
        int q = b[64 * h + part % 2 * 32 + l] >> part / 2 * 4 & 15;
        q |= (b[128 + 32 * h + l] >> 2 * part & 3) << 4;
        return half_at((uintptr_t)b + 208) * (float)(int8_t)b[192 + j / 16] * (float)(q - 32);
    }
    default:
        __builtin_trap();
    }
}

#endif
