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

// A quantized vector, in blocks of 32 numbers for Q4_0 and Q8_0; those for the K types are in the files of their products.
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

// Where number i of 16 lies: even ones first.
INLINE uintptr_t place(uintptr_t i) { return (i & ~(uintptr_t)15) + (i & 1) * 8 + (i & 15) / 2; }

#ifdef RELAXED
#include "k_products_relaxed.h"
#else
#include "k_products.h"
#endif

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
