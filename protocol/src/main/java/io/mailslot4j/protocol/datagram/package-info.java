/** The NetBIOS datagram service, UDP 138 (RFC 1001 section 17, RFC 1002 section 4.4). */
@NullMarked
package io.mailslot4j.protocol.datagram;

import org.jspecify.annotations.NullMarked;
