/** Mailslots between the processes of one host: a folder, files with locks, and Unix-domain sockets. */
@NullMarked
package io.mailslot4j.local;

import org.jspecify.annotations.NullMarked;
