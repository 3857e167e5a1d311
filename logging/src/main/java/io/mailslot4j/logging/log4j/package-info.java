/** Logs to a mailslot by Log4j 2. */
@NullMarked
package io.mailslot4j.logging.log4j;

import org.jspecify.annotations.NullMarked;
