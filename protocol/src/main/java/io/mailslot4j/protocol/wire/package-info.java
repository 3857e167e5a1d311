/** The bounds-checked cursor that every message is read with, and its counterpart for writing. */
@NullMarked
package io.mailslot4j.protocol.wire;

import org.jspecify.annotations.NullMarked;
