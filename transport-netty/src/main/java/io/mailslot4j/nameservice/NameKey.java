package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.Locale;

/**
 * What all ways to write a name have in common: nmbd and the AD DC answer for names in lower case too, and scopes have no
 * case. Of other letters than those of ASCII nobody knows here which are the same: that depends on the code page.
 */
record NameKey(Octets octets, String scope) {
    static NameKey of(NetBiosName name) {
        byte[] octets = name.octets().toArray();
        for (int i = 0; i < NetBiosName.MAX_TEXT_LENGTH; i++) {
            if (octets[i] >= 'a' && octets[i] <= 'z') {
                octets[i] = (byte) (octets[i] - 'a' + 'A');
            }
        }
        // A scope is shown in ASCII, whatever it has.
        return new NameKey(Octets.wrap(octets), name.scope().toString().toUpperCase(Locale.ROOT));
    }
}
