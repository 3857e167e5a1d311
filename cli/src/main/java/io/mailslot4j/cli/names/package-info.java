/** {@code mailslot lookup}, {@code status} and {@code names}: who has which name. */
@NullMarked
package io.mailslot4j.cli.names;

import org.jspecify.annotations.NullMarked;
