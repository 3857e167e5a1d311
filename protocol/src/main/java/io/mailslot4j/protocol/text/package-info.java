/** Text as Windows puts it into packets: in an OEM code page or UTF-16, ended by a zero or in a field of fixed size, and as
 * the names of DNS. */
@NullMarked
package io.mailslot4j.protocol.text;

import org.jspecify.annotations.NullMarked;
