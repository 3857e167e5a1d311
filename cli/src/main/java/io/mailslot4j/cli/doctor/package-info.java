/** {@code mailslot doctor}: what works on this host, what does not, and what to do. */
@NullMarked
package io.mailslot4j.cli.doctor;

import org.jspecify.annotations.NullMarked;
