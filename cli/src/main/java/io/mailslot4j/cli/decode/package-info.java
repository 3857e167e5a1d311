/** {@code mailslot decode}: the frames of captures as lines, as JSON or field by field. */
@NullMarked
package io.mailslot4j.cli.decode;

import org.jspecify.annotations.NullMarked;
