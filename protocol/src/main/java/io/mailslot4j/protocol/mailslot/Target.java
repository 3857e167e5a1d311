package io.mailslot4j.protocol.mailslot;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.Optional;

/** Whom a mailslot name means: the first part of {@code \\target\mailslot\path}. */
public sealed interface Target permits Target.Local, Target.Everyone, Target.Named, Target.Address {

    /** {@code .}: this machine. The only target that can be read from. */
    record Local() implements Target {
        @Override
        public String toString() {
            return ".";
        }
    }

    /** {@code *}: everyone in the sender's own domain or workgroup. */
    record Everyone() implements Target {
        @Override
        public String toString() {
            return "*";
        }
    }

    /**
     * A computer, domain or workgroup; the name itself does not tell which.
     *
     * @param name the NetBIOS name, with the suffix {@code <00>} unless another was given
     * @param suffixGiven whether the user forced the suffix
     * @param address where it is, from {@code NAME@192.0.2.7}; with an address the name is a computer
     */
    record Named(NetBiosName name, boolean suffixGiven, Optional<Ipv4Address> address) implements Target {
        @Override
        public String toString() {
            return (suffixGiven ? name.toString() : name.text())
                    + address.map(a -> "@" + a).orElse("");
        }
    }

    /** A computer whose name is not known, only its address. */
    record Address(Ipv4Address address) implements Target {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /**
     * Reads {@code .}, {@code *}, {@code NAME}, {@code NAME<1C>}, {@code NAME@192.0.2.7} or {@code 192.0.2.7}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static Target parse(String text) {
        if (text.equals(".")) {
            return new Local();
        }
        if (text.equals("*")) {
            return new Everyone();
        }
        if (Ipv4Address.isDottedQuad(text)) {
            return new Address(Ipv4Address.parse(text));
        }
        int at = text.lastIndexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        Optional<Ipv4Address> address =
                at < 0 ? Optional.empty() : Optional.of(Ipv4Address.parse(text.substring(at + 1)));
        NetBiosName parsed = NetBiosName.parse(name, NameSuffix.WORKSTATION);
        return new Named(parsed, parsed.text().length() < name.length(), address);
    }
}
