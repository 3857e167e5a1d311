/** From a datagram to the queue of its reader: whose name, which slot, seen before. */
@NullMarked
package io.mailslot4j.delivery;

import org.jspecify.annotations.NullMarked;
