/** What a command takes, how what was typed is read, and the help that tells. */
@NullMarked
package io.mailslot4j.cli.arguments;

import org.jspecify.annotations.NullMarked;
