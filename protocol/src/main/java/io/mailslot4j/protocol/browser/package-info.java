/** The browser service: who is there, and who keeps the list (MS-BRWS, and the announcements of LAN Manager before it). */
@NullMarked
package io.mailslot4j.protocol.browser;

import org.jspecify.annotations.NullMarked;
