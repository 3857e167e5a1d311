/** {@code mailslot replay}: the datagrams of a capture are sent again. */
@NullMarked
package io.mailslot4j.cli.replay;

import org.jspecify.annotations.NullMarked;
