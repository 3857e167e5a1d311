package io.mailslot4j.protocol.browser;

import java.util.EnumSet;
import java.util.Set;

/** What a host says it is, one bit each (MS-RAP section 2.5.5.2.1). */
public enum ServerRole {
    /** Every host. */
    WORKSTATION(0x0000_0001),
    /** Has a file or print server. */
    SERVER(0x0000_0002),
    /** Has an SQL server. */
    SQL_SERVER(0x0000_0004),
    /** The primary domain controller. */
    DOMAIN_CONTROLLER(0x0000_0008),
    /** A backup domain controller. */
    BACKUP_DOMAIN_CONTROLLER(0x0000_0010),
    /** Tells the time. */
    TIME_SOURCE(0x0000_0020),
    /** An Apple file server. */
    AFP_SERVER(0x0000_0040),
    /** A NetWare server. */
    NOVELL_SERVER(0x0000_0080),
    /** A LAN Manager 2.x domain member. */
    DOMAIN_MEMBER(0x0000_0100),
    /** Shares printers. */
    PRINT_QUEUE_SERVER(0x0000_0200),
    /** A dial-in server. */
    DIALIN_SERVER(0x0000_0400),
    /** Xenix, Unix or Linux. */
    UNIX_SERVER(0x0000_0800),
    /** Windows NT and later, workstation or server. */
    NT(0x0000_1000),
    /** Windows for Workgroups. */
    WINDOWS_FOR_WORKGROUPS(0x0000_2000),
    /** File and print services for NetWare. */
    FILE_AND_PRINT_FOR_NETWARE(0x0000_4000),
    /** Windows NT Server and later that is no domain controller. */
    NT_SERVER(0x0000_8000),
    /** May run the browser service. */
    POTENTIAL_BROWSER(0x0001_0000),
    /** A backup browser. */
    BACKUP_BROWSER(0x0002_0000),
    /** The master browser. */
    MASTER_BROWSER(0x0004_0000),
    /** The domain master browser. */
    DOMAIN_MASTER_BROWSER(0x0008_0000),
    /** OSF. */
    OSF(0x0010_0000),
    /** VMS. */
    VMS(0x0020_0000),
    /** Windows 95 and later of that line. */
    WINDOWS_9X(0x0040_0000),
    /** The root of a distributed file system. */
    DFS(0x0080_0000),
    /** A cluster of NT servers. */
    NT_CLUSTER(0x0100_0000),
    /** A terminal server. */
    TERMINAL_SERVER(0x0200_0000),
    /** A virtual server of a cluster. */
    VIRTUAL_CLUSTER_SERVER(0x0400_0000),
    /** Has DCE. */
    DCE(0x1000_0000),
    /** Announced by another transport. */
    ALTERNATE_TRANSPORT(0x2000_0000),
    /** Asks for what the local list has only. */
    LOCAL_LIST_ONLY(0x4000_0000),
    /** A domain, not a host. */
    DOMAIN_ENUM(0x8000_0000);

    private final int bit;

    ServerRole(int bit) {
        this.bit = bit;
    }

    /** The bit of this role. */
    public int bit() {
        return bit;
    }

    static Set<ServerRole> in(int bits) {
        Set<ServerRole> roles = EnumSet.noneOf(ServerRole.class);
        for (ServerRole role : values()) {
            if ((bits & role.bit) != 0) {
                roles.add(role);
            }
        }
        return roles;
    }
}
