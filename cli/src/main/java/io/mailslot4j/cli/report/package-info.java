/** {@code mailslot report}: a page about captures. */
@NullMarked
package io.mailslot4j.cli.report;

import org.jspecify.annotations.NullMarked;
