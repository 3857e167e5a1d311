/** Captures are read here: files become decoded frames, of which some are chosen, and a summary. */
@NullMarked
package io.mailslot4j.cli.captures;

import org.jspecify.annotations.NullMarked;
