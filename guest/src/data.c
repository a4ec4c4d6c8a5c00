// A guest whose memory begins with data: what an engine does with it at instantiation, mapping it copy-on-write or copying.
#include "probe.h"

#define DATA_BYTES (256 * 1024)

// From address 0 on, where the linker puts it. Volatile, so that no load is optimised away and the data with it.
static const volatile uint8_t content[DATA_BYTES] = {[0 ... DATA_BYTES - 1] = 0xA5};

// Byte i of the data; i is less than DATA_BYTES.
EXPORT(data)(uint64_t i) { return content[address(i)]; }
