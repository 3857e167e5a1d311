package io.mailslot4j.interop.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Properties;
import org.codelibs.jcifs.smb.CIFSContext;
import org.codelibs.jcifs.smb.NameServiceClient;
import org.codelibs.jcifs.smb.NetbiosAddress;
import org.codelibs.jcifs.smb.config.PropertyConfiguration;
import org.codelibs.jcifs.smb.context.BaseContext;

/** The name service of jcifs, another implementation in Java: finds a name by broadcast, and lists the names of its host. */
public final class JcifsMain {
    private JcifsMain() {}

    /**
     * Prints the address of a name, then each name of that host.
     *
     * @param arguments our address, the broadcast address, the name, and its suffix in hexadecimal
     */
    public static void main(String[] arguments) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("jcifs.netbios.laddr", arguments[0]);
        properties.setProperty("jcifs.netbios.baddr", arguments[1]);
        properties.setProperty("jcifs.resolveOrder", "BCAST");
        CIFSContext context = new BaseContext(new PropertyConfiguration(properties));
        NameServiceClient names = context.getNameServiceClient();
        int suffix = Integer.parseInt(arguments[3], 16);
        NetbiosAddress found = names.getNbtByName(arguments[2], suffix, null, InetAddress.getByName(arguments[1]));
        System.out.println("found\t" + found.getHostAddress());
        for (NetbiosAddress each : names.getNodeStatus(found)) {
            System.out.printf(
                    "name\t%s<%02X>\t%s\t%s\t%s%n",
                    each.getName().getName(),
                    each.getNameType(),
                    each.isGroupAddress(context) ? "group" : "unique",
                    each.isActive(context) ? "active" : "not active",
                    each.isInConflict(context) ? "in conflict" : "not in conflict");
        }
        System.out.println("end");
        System.exit(0);
    }
}
