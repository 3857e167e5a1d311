/** {@code mailslot put}, {@code get} and {@code listen}: messages go out and come in. */
@NullMarked
package io.mailslot4j.cli.messages;

import org.jspecify.annotations.NullMarked;
