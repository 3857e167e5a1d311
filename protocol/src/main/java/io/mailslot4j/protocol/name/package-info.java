/** NetBIOS names and their two levels of encoding (RFC 1001 section 14, RFC 1002 section 4.1). */
@NullMarked
package io.mailslot4j.protocol.name;

import org.jspecify.annotations.NullMarked;
