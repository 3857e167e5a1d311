/** What every message is made of: octets, IPv4 addresses, and the one error of decoding. */
@NullMarked
package io.mailslot4j.protocol;

import org.jspecify.annotations.NullMarked;
