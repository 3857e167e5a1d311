package io.mailslot4j.cli.decode;

import io.mailslot4j.cli.captures.DecodedFrame;
import io.mailslot4j.cli.output.Json;
import io.mailslot4j.cli.output.WireJson;
import io.mailslot4j.pcaps.UdpEndpoint;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.name.NetBiosName;

/** Decoded frames as JSON objects for programs, as the guide to the command lays down. Not thread-safe. */
final class FrameJson {
    private final Recent<UdpEndpoint, String> endpoints = new Recent<>(UdpEndpoint::toString);
    private final Recent<NetBiosName, Json> names = new Recent<>(WireJson::name);
    private final Json json = new Json();

    /**
     * A frame, until the next one is asked for.
     *
     * @param file which capture it is from, or empty if there is only one
     */
    Json of(DecodedFrame frame, String file) {
        json.clear();
        if (!file.isEmpty()) {
            json.put("file", file);
        }
        json.put("frame", frame.number())
                .putPlain("time", WireJson.time(frame.time()))
                .putPlain("source", endpoints.of(frame.source()))
                .putPlain("destination", endpoints.of(frame.destination()));
        frame.body().putInto(json, names::of);
        frame.body().trouble().ifPresent(this::put);
        return frame.notes().isEmpty() ? json : json.put("notes", frame.notes());
    }

    private void put(MalformedPacketException trouble) {
        json.put("error", String.valueOf(trouble.getMessage()))
                .put("field", trouble.field())
                .put("offset", trouble.offset())
                .put("reason", trouble.reason());
    }
}
