#!/bin/sh
# Writes NAME.expected.tsv beside each NAME.pcap of this folder: what tshark sees in it, one line a frame.
# The tables in the repository were written by tshark 4.0.17; another version may word some columns differently.
set -eu
cd "$(dirname "$0")"

# The columns, in the order of the layers.
FIELDS="
frame.number frame.time_epoch frame.len frame.cap_len frame.protocols
ip.src ip.dst ip.ttl
udp.srcport udp.dstport udp.length
nbdgm.type nbdgm.flags nbdgm.next nbdgm.first nbdgm.node_type nbdgm.dgram_id nbdgm.src.ip nbdgm.src.port
nbdgm.dgram_len nbdgm.pkt_offset nbdgm.error_code nbdgm.source_name nbdgm.destination_name
smb.cmd smb.flags smb.flags2 smb.wct smb.tpc smb.tdc smb.transaction.flags smb.timeout smb.pc smb.dc
smb.data_offset smb.sc smb.bcc smb.trans_name
mailslot.opcode mailslot.priority mailslot.class mailslot.size mailslot.name
browser.command browser.update_count browser.period browser.server browser.mb_server browser.os_major
browser.os_minor browser.windows_version browser.server_type browser.proto_major browser.proto_minor
browser.sig browser.comment browser.unused browser.response_computer_name browser.election.version
browser.election.criteria browser.election.desire browser.election.os browser.uptime browser.backup.count
browser.backup.token browser.backup.server browser.browser_to_promote browser.reset_cmd
smb_netlogon.command smb_netlogon.request_count smb_netlogon.computer_name smb_netlogon.unicode_computer_name
smb_netlogon.user_name smb_netlogon.mailslot_name smb_netlogon.flags smb_netlogon.domain_sid_size
smb_netlogon.server_name smb_netlogon.domain_name smb_netlogon.pdc_name smb_netlogon.unicode_pdc_name
smb_netlogon.script_name smb_netlogon.domain.guid smb_netlogon.domain_dns_name smb_netlogon.forest_dns_name
smb_netlogon.server_dns_name smb_netlogon.server_site_name smb_netlogon.client_site_name
smb_netlogon.server_ip smb_netlogon.nt_version smb_netlogon.lmnt_token smb_netlogon.lm_token
nbns.id nbns.flags nbns.flags.response nbns.flags.opcode nbns.flags.rcode nbns.count.queries
nbns.count.answers nbns.count.auth_rr nbns.count.add_rr nbns.name nbns.type nbns.class nbns.ttl
nbns.data_length nbns.nb_flags nbns.addr nbns.number_of_names nbns.netbios_name nbns.name_flags nbns.unit_id
data.data
_ws.malformed _ws.expert.message
udp.payload
"

# An empty configuration folder gives tshark its default preferences, whoever runs this.
WIRESHARK_CONFIG_DIR=$(mktemp -d)
export WIRESHARK_CONFIG_DIR
trap 'rm -r "$WIRESHARK_CONFIG_DIR"' EXIT

columns=""
for field in $FIELDS; do
  columns="$columns -e $field"
done

for capture in *.pcap; do
  # shellcheck disable=SC2086 # $columns is a list of words
  tshark -n -r "$capture" -T fields -E header=y -E separator=/t -E occurrence=a -E 'aggregator=|' $columns \
    > "${capture%.pcap}.expected.tsv"
done
