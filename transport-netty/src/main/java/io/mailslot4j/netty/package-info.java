/** Netty codecs for the NetBIOS datagram service and the mailslot writes in it. */
@NullMarked
package io.mailslot4j.netty;

import org.jspecify.annotations.NullMarked;
