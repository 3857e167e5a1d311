/** The {@code mailslot} command: where it starts, which commands there are and who runs them. Only here all are known. */
@NullMarked
package io.mailslot4j.cli;

import org.jspecify.annotations.NullMarked;
