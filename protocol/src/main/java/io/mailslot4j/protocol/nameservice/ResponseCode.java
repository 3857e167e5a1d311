package io.mailslot4j.protocol.nameservice;

/**
 * RCODE, how a request ended (RFC 1002 sections 4.2.6, 4.2.11 and 4.2.14). Unknown ones are kept.
 *
 * @param value 0 to 15
 */
public record ResponseCode(int value) {
    /** 0: it succeeded. */
    public static final ResponseCode SUCCESS = new ResponseCode(0);
    /** 1: the request was invalid. */
    public static final ResponseCode FORMAT_ERROR = new ResponseCode(1);
    /** 2: the server cannot process names. */
    public static final ResponseCode SERVER_FAILURE = new ResponseCode(2);
    /** 3: the name does not exist. */
    public static final ResponseCode NAME_ERROR = new ResponseCode(3);
    /** 4: the request is not supported. */
    public static final ResponseCode NOT_IMPLEMENTED = new ResponseCode(4);
    /** 5: the server does not want to, for this host. */
    public static final ResponseCode REFUSED = new ResponseCode(5);
    /** 6: another node owns the name. */
    public static final ResponseCode ACTIVE = new ResponseCode(6);
    /** 7: several nodes own the unique name. */
    public static final ResponseCode CONFLICT = new ResponseCode(7);

    /** Checks the range. */
    public ResponseCode {
        if (value < 0 || value > 15) {
            throw new IllegalArgumentException("RCODE is " + value + ", but must be 0 to 15");
        }
    }

    /** The name that RFC 1002 gives it, or the number. */
    @Override
    public String toString() {
        return switch (value) {
            case 0 -> "success";
            case 1 -> "FMT_ERR";
            case 2 -> "SRV_ERR";
            case 3 -> "NAM_ERR";
            case 4 -> "IMP_ERR";
            case 5 -> "RFS_ERR";
            case 6 -> "ACT_ERR";
            case 7 -> "CFT_ERR";
            default -> "RCODE " + value;
        };
    }
}
