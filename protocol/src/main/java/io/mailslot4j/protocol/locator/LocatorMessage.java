package io.mailslot4j.protocol.locator;

import io.mailslot4j.protocol.Payload;

/** A message of the RPC locator, which finds RPC servers and the master of their list (MS-RPCL section 2.2.4). */
public sealed interface LocatorMessage extends Payload permits LookupQuery, LookupReply, MasterQuery, MasterReply {}
