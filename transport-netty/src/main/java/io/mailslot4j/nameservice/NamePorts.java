package io.mailslot4j.nameservice;

/** Opens sockets for questions. Each has a port of its own that nobody can guess. */
interface NamePorts {
    /**
     * A socket on any free port.
     *
     * @throws io.mailslot4j.NetworkException if the system has none
     */
    NamePort open(NamePort.Listener listener);
}
