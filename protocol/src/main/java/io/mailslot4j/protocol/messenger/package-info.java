/** The messenger service (MS-MSRP). */
@NullMarked
package io.mailslot4j.protocol.messenger;

import org.jspecify.annotations.NullMarked;
