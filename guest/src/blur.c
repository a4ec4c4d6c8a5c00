// A 3 x 3 convolution of an image: each operation computes a row.
#include "program.h"

typedef struct {
    progress progress;
    uint8_t *image;   // size + 2 rows of size + 2 pixels: an edge of one all around
    uint16_t *blurred; // size x size
} picture;

static uintptr_t lay_out(picture *all, size_t size, uintptr_t end) {
    size_t count = (size + 2) * (size + 2);
    all->image = take(&end, count);
    all->blurred = take(&end, size * size * sizeof(uint16_t));
    for (size_t i = 0; i < count; i++) {
        all->image[i] = (uint8_t)pattern(i);
    }
    for (size_t i = 0; i < size * size; i++) {
        all->blurred[i] = 0;
    }
    return end;
}

// The sum of the row. Weights are 1 2 1, 2 4 2, 1 2 1; nothing is divided.
static uint64_t operate(picture *all, uint64_t i) {
    size_t size = (size_t)all->progress.size, width = size + 2;
    size_t row = (size_t)(i % size);
    const uint8_t *above = all->image + row * width, *level = above + width, *below = level + width;
    uint16_t *to = all->blurred + row * size;
    uint64_t sum = 0;
    for (size_t x = 0; x < size; x++) {
        uint32_t pixel = above[x] + 2u * above[x + 1] + above[x + 2] //
            + 2u * level[x] + 4u * level[x + 1] + 2u * level[x + 2] //
            + below[x] + 2u * below[x + 1] + below[x + 2];
        to[x] = (uint16_t)pixel;
        sum += pixel;
    }
    return sum;
}

PROGRAM(picture)
