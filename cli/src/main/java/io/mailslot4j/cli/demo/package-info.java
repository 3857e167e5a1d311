/** {@code mailslot demo}: a listener and senders, each its own process, on the loopback interface. */
@NullMarked
package io.mailslot4j.cli.demo;

import org.jspecify.annotations.NullMarked;
