/**
 * NetBIOS names: find where one is, and own some. Usable without mailslots: {@link io.mailslot4j.nameservice.NameService}
 * is the door.
 *
 * <p>Everything behind the door runs on one thread and sees the world through {@code Timers} and {@code NamePorts}, so
 * that tests run it on a clock and a network of their own.
 */
@NullMarked
package io.mailslot4j.nameservice;

import org.jspecify.annotations.NullMarked;
