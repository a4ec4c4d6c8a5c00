// A token of a model of the llama architecture: what it costs to use weights where they lie.
//
// embed, then layer for each of them, then output: the host calls them in turn, so that a layer can be timed alone. Where
// everything lies, the host has written into the two structures below; all scratch and both caches are its choice too.
// With BRIDGE the weights lie in memory of the host, and the rows of a matrix are fetched in tiles.
//
// The computation is llama.cpp's (src/models/llama.cpp, ggml-cpu/ops.cpp, commit 5b4ebc5) with floats for keys and values and
// without flash attention; where it leaves an order of additions open, the one written here holds for every implementation.
#include "quants.h"

// A matrix, or a vector (one row). at is an address of this memory; with BRIDGE it is an offset in the host's.
struct tensor {
    uint64_t at, type, columns, rows, row_bytes;
};

struct layer {
    struct tensor attention_norm, query, key, value, attention_output, ffn_norm, gate, up, down;
    uint64_t keys, values; // floats, [key-value head][position][head size]
};

// Vectors of floats but for the two quantized ones. ropes has cosine and sine for each position and pair of a head.
struct model {
    struct tensor embedding, output_norm, output;
    uint64_t width, ffn_width, heads, kv_heads, head_size, context;
    uint64_t epsilon, ropes, tile, tile_bytes;
    uint64_t state, normed, query, key, value, attended, gate, up, scores, logits, quantized_k, quantized_z;
};

#ifdef BRIDGE
__attribute__((import_module("env"), import_name("fetch"))) uint64_t fetch(uint64_t source, uint64_t target, uint64_t bytes);

static uintptr_t rows_at(const struct model *m, uint64_t source, uint64_t bytes) {
    if (fetch(source, m->tile, bytes) != bytes) {
        __builtin_trap();
    }
    return address(m->tile);
}

static uintptr_t rows_of_tile(const struct model *m, const struct tensor *t) { return (uintptr_t)(m->tile_bytes / t->row_bytes); }
#else
static uintptr_t rows_at(const struct model *m, uint64_t source, uint64_t bytes) {
    (void)m, (void)bytes;
    return address(source);
}

static uintptr_t rows_of_tile(const struct model *m, const struct tensor *t) {
    (void)m;
    return (uintptr_t)t->rows;
}
#endif

// e^x by Cephes' polynomial of degree 5 (netlib.org/cephes, expf.c), good to two units in the last place.
static float exponential(float x) {
    x = x < -87.0f ? -87.0f : x > 88.0f ? 88.0f : x;
    float n = __builtin_rintf(x * 1.44269504f);
    float r = x - n * 0.693359375f;
    r = r - n * -2.12194440e-4f;
    float y = 1.9875691500e-4f;
    y = y * r + 1.3981999507e-3f;
    y = y * r + 8.3334519073e-3f;
    y = y * r + 4.1665795894e-2f;
    y = y * r + 1.6666665459e-1f;
    y = y * r + 5.0000001201e-1f;
    y = y * (r * r) + r + 1.0f;
    union { uint32_t bits; float value; } power = {.bits = (uint32_t)((int32_t)n + 127) << 23};
    return y * power.value;
}

#define EACH_ROW(type)                                                                                                 \
    for (; rows >= ROWS; rows -= ROWS, w += ROWS * stride, out += 4 * ROWS) {                                          \
        product_##type(w, stride, vector, columns, out, ROWS);                                                         \
    }                                                                                                                  \
    for (; rows > 0; rows--, w += stride, out += 4) {                                                                  \
        product_##type(w, stride, vector, columns, out, 1);                                                            \
    }                                                                                                                  \
    break

// Rows of a matrix times a vector, which is quantized already where the type wants that.
static void multiply_rows(const struct model *m, const struct tensor *t, uintptr_t w, uintptr_t rows, uintptr_t floats, uintptr_t out) {
    uintptr_t stride = (uintptr_t)t->row_bytes, columns = (uintptr_t)t->columns;
    uintptr_t vector = t->type >= Q4_K ? address(m->quantized_k) : t->type >= Q4_0 ? address(m->quantized_z) : floats;
    switch (t->type) {
    case F32:
        EACH_ROW(f32);
    case F16:
        EACH_ROW(f16);
    case Q4_0:
        EACH_ROW(q4_0);
    case Q8_0:
        EACH_ROW(q8_0);
    case Q4_K:
        EACH_ROW(q4_k);
    case Q5_K:
        EACH_ROW(q5_k);
    case Q6_K:
        EACH_ROW(q6_k);
    default:
        __builtin_trap();
    }
}

static void multiply(const struct model *m, const struct tensor *t, uintptr_t floats, uint64_t result) {
    uintptr_t out = address(result), tile = rows_of_tile(m, t);
    uint64_t source = t->at;
    for (uintptr_t left = (uintptr_t)t->rows; left > 0;) {
        uintptr_t rows = least(left, tile);
        multiply_rows(m, t, rows_at(m, source, rows * t->row_bytes), rows, floats, out);
        left -= rows;
        source += rows * t->row_bytes;
        out += 4 * rows;
    }
}

// Makes a vector ready for the matrices that it will be multiplied with.
static void prepare(const struct model *m, uintptr_t floats, const struct tensor *first, const struct tensor *second, const struct tensor *third) {
    uint64_t k = first->type >= Q4_K || second->type >= Q4_K || third->type >= Q4_K;
    uint64_t z = (first->type >= Q4_0 && first->type < Q4_K) || (second->type >= Q4_0 && second->type < Q4_K)
        || (third->type >= Q4_0 && third->type < Q4_K);
    if (k) {
        quantize_k(floats, (uintptr_t)first->columns, address(m->quantized_k));
    }
    if (z) {
        quantize_z(floats, (uintptr_t)first->columns, address(m->quantized_z));
    }
}

// RMSNorm: squares as floats, their sum as a double.
static void normalize(const struct model *m, const struct tensor *weights, uintptr_t from, uintptr_t to) {
    uintptr_t n = (uintptr_t)m->width, w = rows_at(m, weights->at, weights->row_bytes);
    union { uint32_t bits; float value; } epsilon = {.bits = (uint32_t)m->epsilon};
    double sum = 0;
    for (uintptr_t i = 0; i < n; i++) {
        float v = get_f32(from + 4 * i);
        sum += (double)(v * v);
    }
    float scale = 1.0f / __builtin_sqrtf((float)(sum / (double)n) + epsilon.value);
    for (uintptr_t i = 0; i < n; i++) {
        put_f32(to + 4 * i, get_f32(from + 4 * i) * scale * get_f32(w + 4 * i));
    }
}

static void add(uintptr_t to, uintptr_t from, uintptr_t n) {
    for (uintptr_t i = 0; i < n; i++) {
        put_f32(to + 4 * i, get_f32(to + 4 * i) + get_f32(from + 4 * i));
    }
}

// Turns each pair of numbers side by side by the angle of its position.
static void rotate(const struct model *m, uintptr_t vector, uint64_t heads, uint64_t position) {
    uintptr_t pairs = (uintptr_t)m->head_size / 2, angles = address(m->ropes + position * m->head_size * 4);
    for (uintptr_t h = 0; h < heads; h++) {
        for (uintptr_t i = 0; i < pairs; i++, vector += 8) {
            float cosine = get_f32(angles + 8 * i), sine = get_f32(angles + 8 * i + 4);
            float x = get_f32(vector), y = get_f32(vector + 4);
            put_f32(vector, x * cosine - y * sine);
            put_f32(vector + 4, x * sine + y * cosine);
        }
    }
}

// What a head finds: the values of all positions up to this one, weighted by softmax of its query's products with the keys.
static void attend(const struct model *m, uintptr_t query, uintptr_t keys, uintptr_t values, uintptr_t positions, uintptr_t out) {
    uintptr_t size = (uintptr_t)m->head_size, scores = address(m->scores);
    float scale = 1.0f / __builtin_sqrtf((float)size), largest = -__builtin_inff();
    for (uintptr_t p = 0; p < positions; p++) {
        f32x4 sum = {};
        for (uintptr_t i = 0; i < size; i += 4) {
            sum += floats(query + 4 * i) * floats(keys + 4 * (p * size + i));
        }
        float score = total(sum) * scale;
        put_f32(scores + 4 * p, score);
        largest = score > largest ? score : largest;
    }
    double sum = 0;
    for (uintptr_t p = 0; p < positions; p++) {
        float e = exponential(get_f32(scores + 4 * p) - largest);
        put_f32(scores + 4 * p, e);
        sum += (double)e;
    }
    float share = (float)(1.0 / sum);
    for (uintptr_t i = 0; i < size; i += 4) {
        f32x4 mixed = {};
        for (uintptr_t p = 0; p < positions; p++) {
            mixed += splat_f32(get_f32(scores + 4 * p) * share) * floats(values + 4 * (p * size + i));
        }
        *(any_f32x4 *)(out + 4 * i) = mixed;
    }
}

static void attend_all(const struct model *m, const struct layer *l, uintptr_t position) {
    uintptr_t bytes = 4 * (uintptr_t)m->head_size, cached = (uintptr_t)m->context * bytes;
    uintptr_t keys = address(l->keys), values = address(l->values), query = address(m->query), out = address(m->attended);
    for (uintptr_t h = 0; h < m->kv_heads; h++) {
        __builtin_memcpy((void *)(keys + h * cached + position * bytes), (void *)(address(m->key) + h * bytes), bytes);
        __builtin_memcpy((void *)(values + h * cached + position * bytes), (void *)(address(m->value) + h * bytes), bytes);
    }
    uintptr_t group = (uintptr_t)(m->heads / m->kv_heads);
    for (uintptr_t h = 0; h < m->heads; h++) {
        uintptr_t from = h / group * cached;
        attend(m, query + h * bytes, keys + from, values + from, position + 1, out + h * bytes);
    }
}

static void attention(const struct model *m, const struct layer *l, uint64_t position) {
    uintptr_t state = address(m->state), normed = address(m->normed), attended = address(m->attended);
    normalize(m, &l->attention_norm, state, normed);
    prepare(m, normed, &l->query, &l->key, &l->value);
    multiply(m, &l->query, normed, m->query);
    multiply(m, &l->key, normed, m->key);
    multiply(m, &l->value, normed, m->value);
    rotate(m, address(m->query), m->heads, position);
    rotate(m, address(m->key), m->kv_heads, position);
    attend_all(m, l, (uintptr_t)position);
    prepare(m, attended, &l->attention_output, &l->attention_output, &l->attention_output);
    multiply(m, &l->attention_output, attended, m->normed);
    add(state, normed, (uintptr_t)m->width);
}

static void feed_forward(const struct model *m, const struct layer *l) {
    uintptr_t state = address(m->state), normed = address(m->normed), gate = address(m->gate), up = address(m->up);
    normalize(m, &l->ffn_norm, state, normed);
    prepare(m, normed, &l->gate, &l->up, &l->up);
    multiply(m, &l->gate, normed, m->gate);
    multiply(m, &l->up, normed, m->up);
    for (uintptr_t i = 0; i < m->ffn_width; i++) {
        float g = get_f32(gate + 4 * i);
        put_f32(gate + 4 * i, g / (1.0f + exponential(-g)) * get_f32(up + 4 * i));
    }
    prepare(m, gate, &l->down, &l->down, &l->down);
    multiply(m, &l->down, gate, m->normed);
    add(state, normed, (uintptr_t)m->width);
}

// Reads a byte every step bytes, from address a on; returns their sum.
EXPORT(touch)(uint64_t a, uint64_t bytes, uint64_t step) {
    uint64_t sum = 0;
    for (uint64_t at = a; at < a + bytes; at += step) {
        sum += get8(at);
    }
    return sum;
}

// Sets the state to the weights of a token: its row of the embedding. Returns the token.
EXPORT(embed)(uint64_t model, uint64_t token) {
    const struct model *m = (const struct model *)address(model);
    uintptr_t row = rows_at(m, m->embedding.at + token * m->embedding.row_bytes, m->embedding.row_bytes);
    for (uintptr_t i = 0; i < m->width; i++) {
        put_f32(address(m->state) + 4 * i, weight(m->embedding.type, row, i));
    }
    return token;
}

// Sends the state through a layer; position counts from 0 and is less than the context. Returns the position.
EXPORT(layer)(uint64_t model, uint64_t layer, uint64_t position) {
    const struct model *m = (const struct model *)address(model);
    const struct layer *l = (const struct layer *)address(layer);
    attention(m, l, position);
    feed_forward(m, l);
    return position;
}

// Makes logits of the state. Returns the token with the largest, the first of equal ones.
EXPORT(output)(uint64_t model) {
    const struct model *m = (const struct model *)address(model);
    uintptr_t normed = address(m->normed), logits = address(m->logits);
    normalize(m, &m->output_norm, address(m->state), normed);
    prepare(m, normed, &m->output, &m->output, &m->output);
    multiply(m, &m->output, normed, m->logits);
    uint64_t best = 0;
    for (uint64_t i = 1; i < m->output.rows; i++) {
        best = get_f32(logits + 4 * (uintptr_t)i) > get_f32(logits + 4 * (uintptr_t)best) ? i : best;
    }
    return best;
}
