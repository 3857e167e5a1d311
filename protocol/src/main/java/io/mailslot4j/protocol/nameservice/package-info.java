/** The NetBIOS name service, UDP 137 (RFC 1001 section 15, RFC 1002 section 4.2, MS-NBTE section 2.2). */
@NullMarked
package io.mailslot4j.protocol.nameservice;

import org.jspecify.annotations.NullMarked;
