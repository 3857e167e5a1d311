"""Reads datagrams with Samba's own code, one a line in hexadecimal, and answers each with one line: "read", what Samba
writes for it, and its fields in the order of DatagramField; or "refused" and why."""
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


def answer(octets):
    try:
        packet = ndr_unpack(nbt.dgram_packet, octets)
        return ["read", ndr_pack(packet).hex()] + fields(packet)
    except Exception as trouble:
        return ["refused", repr(trouble)]


for line in sys.stdin:
    print(*answer(bytes.fromhex(line)), sep="\t", flush=True)
