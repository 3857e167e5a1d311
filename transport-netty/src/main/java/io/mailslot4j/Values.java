package io.mailslot4j;

/**
 * What {@link Serializer#values()} can say, and how many octets that takes. A value is a tag of one octet and what is in
 * the table; {@code n} is a count of octets or elements, which itself takes 1 octet up to 127, 2 up to 16,383, and so on.
 *
 * <table>
 * <caption>Values and their length in octets</caption>
 * <tr><th>given</th><th>comes back as</th><th>tag</th><th>length</th></tr>
 * <tr><td>{@link #NULL}</td><td>{@link #NULL}</td><td>0</td><td>1</td></tr>
 * <tr><td>false, true</td><td>{@link Boolean}</td><td>1, 2</td><td>1</td></tr>
 * <tr><td>{@link Byte} to {@link Long}</td><td>{@link Long}</td><td>3</td><td>2 for -64 to 63, 3 for -8,192 to 8,191, at
 * most 11</td></tr>
 * <tr><td>{@link Float}, {@link Double}</td><td>{@link Double}</td><td>4</td><td>9</td></tr>
 * <tr><td>{@link java.math.BigInteger}</td><td>the same</td><td>5</td><td>1 + n + its octets, at most 1,024</td></tr>
 * <tr><td>{@link String}</td><td>the same</td><td>6</td><td>1 + n + its octets in UTF-8</td></tr>
 * <tr><td>{@code byte[]}</td><td>the same</td><td>7</td><td>1 + n + its octets</td></tr>
 * <tr><td>{@link java.util.List}</td><td>an unmodifiable one</td><td>8</td><td>1 + n + its elements</td></tr>
 * <tr><td>{@link java.util.Set}</td><td>an unmodifiable one</td><td>9</td><td>1 + n + its elements</td></tr>
 * <tr><td>{@link java.util.Map}</td><td>an unmodifiable one</td><td>10</td><td>1 + n + its keys and values</td></tr>
 * </table>
 *
 * <p>Elements of sets and keys of maps are neither {@code byte[]} nor collections. Order is kept. Anything else is refused,
 * {@code null} too: {@link #NULL} stands for it. Messages from strangers cannot do harm: what is decoded has bounds, only
 * these types, and takes memory in proportion to the message.
 */
public final class Values {
    /** No value, as a value. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "NULL";
        }
    };

    /** How deep lists, sets and maps may lie in each other. */
    public static final int MAX_DEPTH = 32;

    /** How many values a message may have, those in others included. */
    public static final int MAX_COUNT = 1 << 20;

    /** How many octets a message of values may have. */
    public static final int MAX_LENGTH = 64 << 20;

    static final int MAX_INTEGER_LENGTH = 1024;

    static final int TAG_NULL = 0;
    static final int TAG_FALSE = 1;
    static final int TAG_TRUE = 2;
    static final int TAG_LONG = 3;
    static final int TAG_DOUBLE = 4;
    static final int TAG_BIG_INTEGER = 5;
    static final int TAG_TEXT = 6;
    static final int TAG_OCTETS = 7;
    static final int TAG_LIST = 8;
    static final int TAG_SET = 9;
    static final int TAG_MAP = 10;

    private Values() {}

    /** Whether a value may be an element of a set or a key of a map. */
    static boolean isSimple(int tag) {
        return tag < TAG_OCTETS;
    }
}
