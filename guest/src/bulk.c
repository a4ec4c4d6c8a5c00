// memory.fill and memory.copy, one instruction an operation, with a length that is known when the guest is compiled or
// only when it runs. They are written in assembly, because LLVM makes loads and stores of a copy that is short and constant.
#include "probe.h"

#if defined(__wasm64__)
#define CONST "i64.const "
#else
#define CONST "i32.const "
#endif

// fill(a, bytes, count): clears the bytes bytes from address a on, count times. Returns count.
EXPORT(fill)(uint64_t a, uint64_t bytes, uint64_t count) {
    uintptr_t to = address(a);
    uintptr_t length = address(bytes);
    for (uint64_t left = count; left != 0; left--) {
        __asm__ volatile("local.get %0\n i32.const 0\n local.get %1\n memory.fill 0" : : "r"(to), "r"(length) : "memory");
    }
    return count;
}

// copy(a, bytes, count): copies the bytes bytes from address a on to the bytes that follow them, count times. Returns count.
EXPORT(copy)(uint64_t a, uint64_t bytes, uint64_t count) {
    uintptr_t from = address(a);
    uintptr_t to = address(a + bytes);
    uintptr_t length = address(bytes);
    for (uint64_t left = count; left != 0; left--) {
        __asm__ volatile("local.get %0\n local.get %1\n local.get %2\n memory.copy 0, 0"
                         :
                         : "r"(to), "r"(from), "r"(length)
                         : "memory");
    }
    return count;
}

// fill<length>(a, count) and copy<length>(a, count): the same with a constant length.
#define CONSTANT(length)                                                                                               \
    EXPORT(fill##length)(uint64_t a, uint64_t count) {                                                                 \
        uintptr_t to = address(a);                                                                                     \
        for (uint64_t left = count; left != 0; left--) {                                                               \
            __asm__ volatile("local.get %0\n i32.const 0\n " CONST #length "\n memory.fill 0" : : "r"(to) : "memory"); \
        }                                                                                                              \
        return count;                                                                                                  \
    }                                                                                                                  \
                                                                                                                       \
    EXPORT(copy##length)(uint64_t a, uint64_t count) {                                                                 \
        uintptr_t from = address(a);                                                                                   \
        uintptr_t to = address(a + length);                                                                            \
        for (uint64_t left = count; left != 0; left--) {                                                               \
            __asm__ volatile("local.get %0\n local.get %1\n " CONST #length "\n memory.copy 0, 0"                      \
                             :                                                                                         \
                             : "r"(to), "r"(from)                                                                      \
                             : "memory");                                                                              \
        }                                                                                                              \
        return count;                                                                                                  \
    }

CONSTANT(16)
CONSTANT(64)
CONSTANT(256)
