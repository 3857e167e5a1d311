/**
 * Logs to a mailslot, without knowing where its readers are: {@link io.mailslot4j.logging.MailslotHandler} for
 * {@code java.util.logging}, and {@link io.mailslot4j.logging.LogWriter}, which is behind all frameworks.
 */
@NullMarked
package io.mailslot4j.logging;

import org.jspecify.annotations.NullMarked;
