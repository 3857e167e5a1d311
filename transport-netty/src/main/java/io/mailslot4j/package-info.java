/** Mailslots as queues: open one, put on one machine, get on another. */
@NullMarked
package io.mailslot4j;

import org.jspecify.annotations.NullMarked;
