// Parses JSON (RFC 8259, whole numbers, no \u) to a tree: each operation reads a document of a text and walks what became of it.
#include "program.h"

// So many values a document has at most.
#define VALUES 64
// The arena holds the trees of one document of so many.
#define DOCUMENTS_OF_ARENA 8

typedef enum { NOTHING, TRUTH, FALSEHOOD, NUMBER, STRING, ARRAY, OBJECT } kind;

typedef struct value {
    struct value *next; // the one that follows it in its array or object
    const char *name;   // of a member, with its quotes' content as it stands
    union {
        struct value *first; // of an array or object
        const char *text;    // of a string
        int64_t number;
    };
    uint32_t name_length, length;
    kind kind;
} value;

typedef struct {
    progress progress;
    const char *text, *at;
    value *arena, *free;
    size_t documents; // whose trees the arena holds at a time
} parser;

static const char *spaces(const char *at) {
    while (*at == ' ' || *at == '\n') {
        at++;
    }
    return at;
}

// Where a string's content ends.
static const char *string_end(const char *at) {
    while (*at != '"') {
        at += *at == '\\' ? 2 : 1;
    }
    return at;
}

static value *parse(parser *all);

static void parse_items(parser *all, value *parent, char close) {
    value **link = &parent->first;
    parent->length = 0;
    all->at = spaces(all->at + 1);
    while (*all->at != close) {
        const char *name = NULL;
        uint32_t length = 0;
        if (close == '}') {
            name = all->at + 1;
            const char *end = string_end(name);
            length = (uint32_t)(end - name);
            all->at = spaces(end + 1) + 1; // and the colon
        }
        value *item = parse(all);
        item->name = name;
        item->name_length = length;
        *link = item;
        link = &item->next;
        parent->length++;
        all->at = spaces(all->at);
        if (*all->at == ',') {
            all->at = spaces(all->at + 1);
        }
    }
    *link = NULL;
    all->at++;
}

static void parse_number(parser *all, value *v) {
    const char *at = all->at;
    int64_t sign = 1, number = 0;
    if (*at == '-') {
        sign = -1;
        at++;
    }
    while (*at >= '0' && *at <= '9') {
        number = number * 10 + (*at++ - '0');
    }
    v->number = sign * number;
    all->at = at;
}

static value *parse(parser *all) {
    value *v = all->free++;
    v->name = NULL;
    v->name_length = 0;
    all->at = spaces(all->at);
    switch (*all->at) {
    case '{':
        v->kind = OBJECT;
        parse_items(all, v, '}');
        break;
    case '[':
        v->kind = ARRAY;
        parse_items(all, v, ']');
        break;
    case '"': {
        v->kind = STRING;
        v->text = all->at + 1;
        const char *end = string_end(v->text);
        v->length = (uint32_t)(end - v->text);
        all->at = end + 1;
        break;
    }
    case 't':
        v->kind = TRUTH;
        all->at += 4;
        break;
    case 'f':
        v->kind = FALSEHOOD;
        all->at += 5;
        break;
    case 'n':
        v->kind = NOTHING;
        all->at += 4;
        break;
    default:
        v->kind = NUMBER;
        parse_number(all, v);
    }
    return v;
}

// Characters without what escapes them.
static uint64_t characters(const char *text, uint32_t length) {
    uint64_t count = 0;
    for (const char *end = text + length; text < end; text++, count++) {
        text += *text == '\\';
    }
    return count;
}

// The sum over all values of a tree: a number itself; of a string and a name the characters; of true, false and null 1, 2 and 3; of
// an array and an object 100 times how many they hold.
static uint64_t total(const value *v) {
    uint64_t sum = v->name ? characters(v->name, v->name_length) : 0;
    switch (v->kind) {
    case NUMBER:
        return sum + (uint64_t)v->number;
    case STRING:
        return sum + characters(v->text, v->length);
    case TRUTH:
        return sum + 1;
    case FALSEHOOD:
        return sum + 2;
    case NOTHING:
        return sum + 3;
    default:
        sum += 100 * (uint64_t)v->length;
        for (const value *item = v->first; item; item = item->next) {
            sum += total(item);
        }
        return sum;
    }
}

// Writes a literal of at most 32 characters as four words, of which the next thing overwrites the rest: a literal that is copied
// would be data, and lie where the host expects nothing.
#define CHARACTER(literal, i) ((uint64_t)(uint8_t)((i) < sizeof(literal) ? (literal)[(i) < sizeof(literal) ? (i) : 0] : 0) << (i) % 8 * 8)
#define WORD(literal, i)                                                                                               \
    (CHARACTER(literal, i) | CHARACTER(literal, i + 1) | CHARACTER(literal, i + 2) | CHARACTER(literal, i + 3)         \
        | CHARACTER(literal, i + 4) | CHARACTER(literal, i + 5) | CHARACTER(literal, i + 6) | CHARACTER(literal, i + 7))
#define WRITE(at, literal)                                                                                             \
    do {                                                                                                               \
        _Static_assert(sizeof(literal) <= 33, "more than 32 characters");                                             \
        ((word64 *)(at))[0] = WORD(literal, 0);                                                                        \
        ((word64 *)(at))[1] = WORD(literal, 8);                                                                        \
        ((word64 *)(at))[2] = WORD(literal, 16);                                                                       \
        ((word64 *)(at))[3] = WORD(literal, 24);                                                                       \
        at += sizeof(literal) - 1;                                                                                     \
    } while (0)

static char *write_number(char *at, uint64_t number) {
    char *end = at;
    for (uint64_t left = number; end == at || left != 0; left /= 10) {
        end++;
    }
    for (char *digit = end; digit > at; number /= 10) {
        *--digit = (char)('0' + number % 10);
    }
    return end;
}

// Letters, and here and there a character that is escaped; 24 at most.
static char *write_string(char *at, uint64_t random) {
    *at++ = '"';
    for (uint64_t left = 1 + random % 24; left != 0; left--, random = pattern(random)) {
        if (random >> 60 == 0) {
            WRITE(at, "\\\"");
        } else {
            *at++ = (char)('a' + (random >> 32) % 26);
        }
    }
    *at++ = '"';
    return at;
}

// A document: an object with a number, strings, the three words, and arrays of numbers and of objects.
static char *write_document(char *at, uint64_t i) {
    uint64_t random = pattern(i);
    WRITE(at, "{\"id\": ");
    at = write_number(at, i);
    WRITE(at, ", \"name\": ");
    at = write_string(at, random);
    WRITE(at, ", \"balance\": -");
    at = write_number(at, random >> 40);
    WRITE(at, ", \"active\": ");
    if (random & 1) {
        WRITE(at, "true");
    } else {
        WRITE(at, "false");
    }
    WRITE(at, ", \"parent\": null, \"scores\": [");
    for (uint64_t k = 0, count = random >> 8 & 15; k < count; k++) {
        if (k != 0) {
            WRITE(at, ", ");
        }
        at = write_number(at, pattern(random + k) >> 50);
    }
    WRITE(at, "], \"friends\": [");
    for (uint64_t k = 0, count = random >> 16 & 7; k < count; k++) {
        if (k != 0) {
            WRITE(at, ", ");
        }
        WRITE(at, "{\"name\": ");
        at = write_string(at, pattern(random - k));
        WRITE(at, ", \"years\": [");
        at = write_number(at, random >> 24 & 31);
        WRITE(at, "]}");
    }
    WRITE(at, "]}\n");
    return at;
}

// size documents, with an arena for an eighth of their trees; the text first.
static uintptr_t lay_out(parser *all, size_t size, uintptr_t end) {
    char *text = (char *)end;
    all->text = all->at = text;
    for (size_t i = 0; i < size; i++) {
        text = write_document(text, i);
    }
    end = ((uintptr_t)text + 15) & ~(uintptr_t)15;
    all->documents = size > DOCUMENTS_OF_ARENA ? size / DOCUMENTS_OF_ARENA : 1;
    all->arena = all->free = take(&end, all->documents * VALUES * sizeof(value));
    // Written before it is used: else the first documents would pay for its pages.
    for (size_t i = 0; i < all->documents * VALUES; i++) {
        all->arena[i].next = NULL;
    }
    return end;
}

static uint64_t operate(parser *all, uint64_t i) {
    if (i % all->progress.size == 0) {
        all->at = all->text;
    }
    if (i % all->documents == 0) {
        all->free = all->arena;
    }
    const value *tree = parse(all);
    all->at++; // the end of the line
    return total(tree);
}

PROGRAM(parser)
