/** Mailslot names, the SMB mailslot write, and how large one may be (MS-MAIL). */
@NullMarked
package io.mailslot4j.protocol.mailslot;

import org.jspecify.annotations.NullMarked;
