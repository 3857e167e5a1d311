/** What every command shares: its streams, the text and the JSON that it writes, and why it ends in failure. */
@NullMarked
package io.mailslot4j.cli.output;

import org.jspecify.annotations.NullMarked;
