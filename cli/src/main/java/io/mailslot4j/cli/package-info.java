/** The {@code mailslot} command: what a user types, and what a user sees. */
@NullMarked
package io.mailslot4j.cli;

import org.jspecify.annotations.NullMarked;
