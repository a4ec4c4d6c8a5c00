// The K types, with relaxed SIMD: bytes times bytes below 128, added in pairs by one instruction. Weights are below 64 and
// pairs of products fit, so the result is exact whatever the processor does, and the same as that of k_products.h.
#ifndef K_PRODUCTS_RELAXED_H
#define K_PRODUCTS_RELAXED_H

typedef int8_t i8x16 __attribute__((vector_size(16)));
typedef i8x16 any_i8x16 __attribute__((aligned(1), may_alias));

// 256 numbers of a quantized vector.
struct k_block {
    float scale;
    int8_t q[256];
    int16_t sums16[16]; // of each 16 numbers
    int16_t sums32[8];  // of each 32
};

INLINE i16x8 pairs(const int8_t *q, u16x8 weights) {
    return __builtin_wasm_relaxed_dot_i8x16_i7x16_s_i16x8(*(const any_i8x16 *)q, (i8x16)weights);
}

INLINE u16x8 low_nibbles(u16x8 v) { return v & 0x0f0f; }
INLINE u16x8 high_nibbles(u16x8 v) { return v >> 4 & 0x0f0f; }

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
        const int8_t *q = block->q;
        for (uintptr_t at = w + 16, end = at + 128; at != end; at += 32, q += 64) {
            UNROLL for (int r = 0; r < N; r++) {
                u16x8 v = words(at + r * stride), u = words(at + r * stride + 16);
                i16x8 low = pairs(q, low_nibbles(v)) + pairs(q + 16, low_nibbles(u));
                i16x8 high = pairs(q + 32, high_nibbles(v)) + pairs(q + 48, high_nibbles(u));
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
        const int8_t *q = block->q;
        for (uintptr_t at = w + 48, end = at + 128; at != end; at += 32, q += 64) {
            UNROLL for (int r = 0; r < N; r++) {
                u16x8 v = words(at + r * stride), u = words(at + r * stride + 16);
                i16x8 low = pairs(q, low_nibbles(v) | (f[r] << 4 & 0x1010)) + pairs(q + 16, low_nibbles(u) | (e[r] << 4 & 0x1010));
                i16x8 high = pairs(q + 32, high_nibbles(v) | (f[r] << 3 & 0x1010)) + pairs(q + 48, high_nibbles(u) | (e[r] << 3 & 0x1010));
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
        const int8_t *q = block->q;
        for (int half = 0; half < 2; half++, low += 32, q += 96, scale += 6) {
            for (int part = 0; part < 2; part++, low += 16, high += 16, q += 16, scale++) {
                UNROLL for (int r = 0; r < N; r++) {
                    u16x8 a = words(low + r * stride), b = words(low + r * stride + 32), f = words(high + r * stride);
                    uint64_t s = *(const any_u64 *)(scale + r * stride);
                    sum[r] += dot(pairs(q, low_nibbles(a) | (f << 4 & 0x3030)), signed_lane(s))
                        + dot(pairs(q + 32, low_nibbles(b) | (f << 2 & 0x3030)), signed_lane(s >> 16))
                        + dot(pairs(q + 64, high_nibbles(a) | (f & 0x3030)), signed_lane(s >> 32))
                        + dot(pairs(q + 96, high_nibbles(b) | (f >> 2 & 0x3030)), signed_lane(s >> 48));
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
                block->q[i] = (int8_t)q;
                sum += q;
            }
            block->sums16[(j & 1) * 8 + j / 2] = (int16_t)sum;
        }
        for (uintptr_t j = 0; j < 8; j++) {
            block->sums32[j] = (int16_t)(block->sums16[j] + block->sums16[8 + j]);
        }
    }
}

#endif
