"""Reads packets with Samba's own code, one a line: "datagram" or "name", and the packet in hexadecimal. Answers each
with one line: "read", what Samba writes for it, and its fields in the order of DatagramField or NamePacketField; or
"refused" and why."""
import re
import sys

from samba.dcerpc import nbt
from samba.ndr import ndr_pack, ndr_unpack


def name(n):
    """Samba takes the suffix for a signed octet."""
    return "%s<%02x>%s" % (n.name, n.type & 0xFF, "." + n.scope if n.scope else "")


def data(trans):
    """As Samba's own dgram_mailslot_data(): what it calls data starts right behind the name."""
    padding = trans.data_offset - (70 + len(trans.mailslot_name))
    return trans.data[padding:]


def fields(packet):
    message = packet.data
    smb = message.body
    trans = smb.body
    return [
        packet.msg_type, packet.flags, packet.dgram_id, packet.src_addr, packet.src_port,
        message.length, message.offset, name(message.source_name), name(message.dest_name),
        smb.smb_command, smb.flags, smb.flags2, smb.tid, smb.pid, smb.vuid, smb.mid,
        trans.wct, trans.total_param_count, trans.total_data_count, trans.max_param_count, trans.max_data_count,
        trans.max_setup_count, trans.trans_flags, trans.timeout, trans.param_count, trans.param_offset,
        trans.data_count, trans.data_offset, trans.setup_count, trans.opcode, trans.priority, getattr(trans, "_class"),
        trans.byte_count, trans.mailslot_name, data(trans).hex(),
    ]


def shown(text):
    return re.sub("[\0-\x1f]", lambda c: "<%02x>" % ord(c[0]), text)


def name_fields(packet):
    """Of all questions and records. Samba takes the suffix for a signed octet here too."""
    records = packet.answers + packet.nsrecs + packet.additional
    owners = [a for r in records if r.rr_type == nbt.NBT_QTYPE_NETBIOS for a in r.rdata.addresses]
    statuses = [r.rdata for r in records if r.rr_type == nbt.NBT_QTYPE_STATUS]
    nodes = [n for s in statuses for n in s.names]
    rows = [
        [shown(name(x.name)) for x in packet.questions + records],
        [q.question_type for q in packet.questions] + [r.rr_type for r in records],
        [q.question_class for q in packet.questions] + [r.rr_class for r in records],
        [r.ttl for r in records],
        [r.rdata.length for r in records],
        [a.nb_flags for a in owners],
        [a.ipaddr for a in owners],
        [s.num_names for s in statuses],
        [shown(n.name).rstrip() for n in nodes],
        [n.nb_flags for n in nodes],
        [":".join("%02x" % o for o in s.statistics.unit_id) for s in statuses],
    ]
    return [
        packet.name_trn_id, packet.operation, packet.qdcount, packet.ancount, packet.nscount, packet.arcount,
    ] + ["|".join(str(value) for value in row) for row in rows]


def attributes(structure):
    """Every attribute and its value, those of inner structures too, texts as they are and UUIDs in text form."""
    found = []
    for attribute in sorted(a for a in dir(structure) if not a.startswith("_")):
        value = getattr(structure, attribute)
        plain = isinstance(value, (int, str)) or type(value).__name__ in ("GUID", "dom_sid")
        if plain:
            found.append("%s=%s" % (attribute, value))
        elif value is not None and not callable(value):
            found += attributes(value)
    return found


PAYLOADS = {
    "browse_packet": nbt.browse_packet,
    "netlogon_packet": nbt.netlogon_packet,
    "netlogon_response2": nbt.netlogon_response2,
    "netlogon_response_from_pdc": nbt.netlogon_response_from_pdc,
    "NETLOGON_SAM_LOGON_RESPONSE_NT40": nbt.NETLOGON_SAM_LOGON_RESPONSE_NT40,
    "NETLOGON_SAM_LOGON_RESPONSE": nbt.NETLOGON_SAM_LOGON_RESPONSE,
}

KINDS = {"datagram": (nbt.dgram_packet, fields), "name": (nbt.name_packet, name_fields)}

KINDS.update((kind, (structure, attributes)) for kind, structure in PAYLOADS.items())


def answer(kind, octets):
    structure, fields_of = KINDS[kind]
    try:
        packet = ndr_unpack(structure, octets)
        return ["read", ndr_pack(packet).hex()] + fields_of(packet)
    except Exception as trouble:
        return ["refused", repr(trouble)]


for line in sys.stdin:
    kind, octets = line.split()
    print(*answer(kind, bytes.fromhex(octets)), sep="\t", flush=True)
