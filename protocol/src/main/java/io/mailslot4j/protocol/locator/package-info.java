/** The RPC locator (MS-RPCL). */
@NullMarked
package io.mailslot4j.protocol.locator;

import org.jspecify.annotations.NullMarked;
