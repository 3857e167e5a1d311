"""What Python programs do with the datagram: Samba's own code for it (ndr), or scapy.

Speaks as reference.c does. The answer to "run N" is nanoseconds for decoding and for encoding N times.
"""

import sys
import time


def samba():
    from samba.dcerpc import nbt
    from samba.ndr import ndr_pack, ndr_unpack

    return (lambda packet: ndr_unpack(nbt.dgram_packet, packet)), ndr_pack


def scapy():
    from scapy.layers.netbios import NBTDatagram

    def build(datagram):
        datagram.clear_cache()  # or else it would give back the octets it was made of
        return bytes(datagram)

    return NBTDatagram, build


def nanos(action, value, times):
    start = time.process_time_ns()
    for _ in range(times):
        action(value)
    return time.process_time_ns() - start


decode, encode = {"ndr": samba, "scapy": scapy}[sys.argv[1]]()
packet = bytes.fromhex(sys.stdin.readline())
print("ready", flush=True)
for line in sys.stdin:
    times = int(line.split()[1])
    print("done 0", nanos(decode, packet, times), nanos(encode, decode(packet), times), flush=True)
    print("ready", flush=True)
