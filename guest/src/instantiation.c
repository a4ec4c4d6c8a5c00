// A guest that does nothing of its own: what MemoryInstantiation creates, and what the assertion probes.
#include "probe.h"
