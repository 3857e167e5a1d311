/** Finding a domain controller by mailslot (MS-ADTS section 6.3, MS-NRPC section 2.2.1.5). */
@NullMarked
package io.mailslot4j.protocol.netlogon;

import org.jspecify.annotations.NullMarked;
