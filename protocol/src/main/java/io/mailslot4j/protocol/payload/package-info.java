/** From the name of a mailslot to the codec of what it carries. */
@NullMarked
package io.mailslot4j.protocol.payload;

import org.jspecify.annotations.NullMarked;
