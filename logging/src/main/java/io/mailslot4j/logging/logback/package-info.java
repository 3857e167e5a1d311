/** Logs to a mailslot by Logback. */
@NullMarked
package io.mailslot4j.logging.logback;

import org.jspecify.annotations.NullMarked;
