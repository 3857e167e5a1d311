/** Sockets, interfaces, and where a target is. */
@NullMarked
package io.mailslot4j.net;

import org.jspecify.annotations.NullMarked;
