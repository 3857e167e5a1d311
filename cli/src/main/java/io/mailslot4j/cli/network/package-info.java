/** The options that say who we are on the network and whom to ask for names, and the capture that is kept of it. */
@NullMarked
package io.mailslot4j.cli.network;

import org.jspecify.annotations.NullMarked;
