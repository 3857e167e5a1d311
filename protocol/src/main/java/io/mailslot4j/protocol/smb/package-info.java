/** The SMB message header (MS-CIFS section 2.2.3.1). */
@NullMarked
package io.mailslot4j.protocol.smb;

import org.jspecify.annotations.NullMarked;
