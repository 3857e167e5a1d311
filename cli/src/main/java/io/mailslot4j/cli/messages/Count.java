package io.mailslot4j.cli.messages;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of messages. */
final class Count implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new TypeConversionException("'" + text + "' is not a number of 1 or more");
        }
        return Long.valueOf(text);
    }
}
