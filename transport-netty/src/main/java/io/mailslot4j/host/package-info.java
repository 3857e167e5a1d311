/** What this host has: a name, interfaces, and sockets of one kind or another. */
@NullMarked
package io.mailslot4j.host;

import org.jspecify.annotations.NullMarked;
