/** What the mailslots of Windows carry, in words for people and as JSON for programs. */
@NullMarked
package io.mailslot4j.cli.payloads;

import org.jspecify.annotations.NullMarked;
