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
typedef uint16_t any_u16 __attribute__((aligned(1), may_alias));
typedef float any_f32 __attribute__((aligned(1), may_alias));

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")
#define ROWS 4

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

// What a block of K types begins with: two floats of 16 bits, and eight scales and eight minima of six bits, packed.
struct k_head {
    float scale, minimum;
    i16x8 scales, minima;
};

INLINE struct k_head k_head(uintptr_t a) {
    u32x4 v = *(const any_u32x4 *)a;
    u32x4 low = __builtin_shufflevector(v, v, 1, 2, 1, 2);
    u32x4 high = __builtin_shufflevector(v, v, 3, 3, 3, 3);
    u32x4 first = low & 0x3f3f3f3f;
    u32x4 rest = ((low >> 2) & 0x30303030)
        | __builtin_shufflevector(high & 0x0f0f0f0f, (high >> 4) & 0x0f0f0f0f, 0, 5, 0, 5);
    u8x16 all = (u8x16)__builtin_shufflevector(first, rest, 0, 4, 1, 5);
    struct k_head head = {
        half(v[0] & 0xffff),
        half(v[0] >> 16),
        __builtin_convertvector(__builtin_shufflevector(all, all, 0, 1, 2, 3, 4, 5, 6, 7), i16x8),
        __builtin_convertvector(__builtin_shufflevector(all, all, 8, 9, 10, 11, 12, 13, 14, 15), i16x8),
    };
    return head;
}

// A lane, everywhere; i is constant once the loop around it is unrolled.
INLINE i16x8 lane(i16x8 v, int i) {
    return (i16x8){v[i], v[i], v[i], v[i], v[i], v[i], v[i], v[i]};
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
        i32x4 sum[ROWS] = {};
        UNROLL for (int r = 0; r < N; r++) {
            head[r] = k_head(w + r * stride);
        }
        UNROLL for (int g = 0; g < 4; g++) {
            i16x8 q[8];
            UNROLL for (int i = 0; i < 8; i++) {
                q[i] = numbers(block->q + 64 * g + 8 * i);
            }
            UNROLL for (int r = 0; r < N; r++) {
                u16x8 v = words(w + r * stride + 16 + 32 * g), u = words(w + r * stride + 32 + 32 * g);
                i16x8 low = nibbles(v, 0) * q[0] + nibbles(v, 8) * q[1] + nibbles(u, 0) * q[2] + nibbles(u, 8) * q[3];
                i16x8 high = nibbles(v, 4) * q[4] + nibbles(v, 12) * q[5] + nibbles(u, 4) * q[6] + nibbles(u, 12) * q[7];
                sum[r] += dot(low, lane(head[r].scales, 2 * g)) + dot(high, lane(head[r].scales, 2 * g + 1));
            }
        }
        i16x8 sums = numbers(block->sums32);
        UNROLL for (int r = 0; r < N; r++) {
            ADD_K_BLOCK(acc[r], head[r], block, sum[r], dot(head[r].minima, sums));
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
        u16x8 fifth[ROWS][2];
        i32x4 sum[ROWS] = {};
        UNROLL for (int r = 0; r < N; r++) {
            head[r] = k_head(w + r * stride);
            fifth[r][0] = words(w + r * stride + 16);
            fifth[r][1] = words(w + r * stride + 32);
        }
        UNROLL for (int g = 0; g < 4; g++) {
            i16x8 q[8];
            UNROLL for (int i = 0; i < 8; i++) {
                q[i] = numbers(block->q + 64 * g + 8 * i);
            }
            UNROLL for (int r = 0; r < N; r++) {
                u16x8 v = words(w + r * stride + 48 + 32 * g), u = words(w + r * stride + 64 + 32 * g);
                u16x8 f = fifth[r][0], e = fifth[r][1];
                i16x8 low = (nibbles(v, 0) | upper(f, 2 * g, 1)) * q[0] + (nibbles(v, 8) | upper(f, 8 + 2 * g, 1)) * q[1]
                    + (nibbles(u, 0) | upper(e, 2 * g, 1)) * q[2] + (nibbles(u, 8) | upper(e, 8 + 2 * g, 1)) * q[3];
                i16x8 high = (nibbles(v, 4) | upper(f, 1 + 2 * g, 1)) * q[4] + (nibbles(v, 12) | upper(f, 9 + 2 * g, 1)) * q[5]
                    + (nibbles(u, 4) | upper(e, 1 + 2 * g, 1)) * q[6] + (nibbles(u, 12) | upper(e, 9 + 2 * g, 1)) * q[7];
                sum[r] += dot(low, lane(head[r].scales, 2 * g)) + dot(high, lane(head[r].scales, 2 * g + 1));
            }
        }
        i16x8 sums = numbers(block->sums32);
        UNROLL for (int r = 0; r < N; r++) {
            ADD_K_BLOCK(acc[r], head[r], block, sum[r], dot(head[r].minima, sums));
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
        i16x8 scales[ROWS][2];
        i32x4 sum[ROWS] = {};
        UNROLL for (int r = 0; r < N; r++) {
            u16x8 packed = words(w + r * stride + 192);
            // Signed bytes: in the order of the vector, even ones and odd ones.
            scales[r][0] = (i16x8)(packed << 8) >> 8;
            scales[r][1] = (i16x8)packed >> 8;
        }
        UNROLL for (int h = 0; h < 2; h++) {
            UNROLL for (int p = 0; p < 2; p++) {
                i16x8 q[8];
                UNROLL for (int i = 0; i < 8; i++) {
                    q[i] = numbers(block->q + 128 * h + 16 * p + 32 * (i / 2) + 8 * (i % 2));
                }
                UNROLL for (int r = 0; r < N; r++) {
                    uintptr_t at = w + r * stride + 16 * p;
                    u16x8 a = words(at + 64 * h), b = words(at + 64 * h + 32), f = words(at + 128 + 32 * h);
                    i16x8 s = scales[r][p];
                    sum[r] += dot((nibbles(a, 0) | upper(f, 0, 3)) * q[0] + (nibbles(a, 8) | upper(f, 8, 3)) * q[1], lane(s, 4 * h))
                        + dot((nibbles(b, 0) | upper(f, 2, 3)) * q[2] + (nibbles(b, 8) | upper(f, 10, 3)) * q[3], lane(s, 4 * h + 1))
                        + dot((nibbles(a, 4) | upper(f, 4, 3)) * q[4] + (nibbles(a, 12) | upper(f, 12, 3)) * q[5], lane(s, 4 * h + 2))
                        + dot((nibbles(b, 4) | upper(f, 6, 3)) * q[6] + (nibbles(b, 12) | upper(f, 14, 3)) * q[7], lane(s, 4 * h + 3));
                }
            }
        }
        // A weight is 32 less than its six bits say.
        i16x8 even = numbers(block->sums16), odd = numbers(block->sums16 + 8);
        UNROLL for (int r = 0; r < N; r++) {
            i32x4 less = dot(scales[r][0], even) + dot(scales[r][1], odd);
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
        const uint8_t *s = b + 4;
        uintptr_t k = j / 32;
        int scale = k < 4 ? s[k] & 63 : (s[k + 4] & 15) | s[k - 4] >> 6 << 4;
        int minimum = k < 4 ? s[k + 4] & 63 : s[k + 4] >> 4 | s[k] >> 6 << 4;
        return head.scale * (float)scale * (float)q - head.minimum * (float)minimum;
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
