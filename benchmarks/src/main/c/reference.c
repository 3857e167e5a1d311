/* What C does with the same datagrams: the measure for everything else.
 *
 *   reference receive PORT          recvmmsg, 32 at once, and nothing else
 *   reference send PORT             sendto, to somebody who does not read
 *   reference flood PORT [ADDRESS]  GSO, 16 datagrams at once, for a quarter of a second; N is how many a second, 0 for all it can
 *   reference latency PORT          sendto, a thread with recvfrom, a queue with a condition variable
 *   reference decode | encode       the fields of the datagram and of the mailslot write in it
 *
 * The datagram comes as one line of hexadecimal digits first; then each line "run N" is done,
 * and answered with "done 0 RESULT...": 0 octets of heap, and nanoseconds, or for flood how many were sent.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/udp.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define BATCH 32
#define BURST 16
#define MAX_PACKET 2048

static unsigned char packet[MAX_PACKET];
static int packet_size;

__attribute__((noreturn)) static void fail(const char *what) {
    perror(what);
    exit(1);
}

static long nanos(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return t.tv_sec * 1000000000L + t.tv_nsec;
}

static struct sockaddr_in loopback(int port) {
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    return a;
}

static int bound_socket(int port) {
    int s = socket(AF_INET, SOCK_DGRAM, 0), size = 4 << 20;
    struct sockaddr_in a = loopback(port);
    setsockopt(s, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
    if (bind(s, (struct sockaddr *)&a, sizeof a) < 0) fail("bind");
    return s;
}

/* The next N of the line "run N", or the end. */
static long next_run(void) {
    long n;
    puts("ready");
    fflush(stdout);
    if (scanf(" run %ld", &n) != 1) exit(0);
    return n;
}

static void receive(int port) {
    static unsigned char buffers[BATCH][MAX_PACKET];
    struct mmsghdr messages[BATCH];
    struct iovec parts[BATCH];
    struct sockaddr_in senders[BATCH];
    int s = bound_socket(port);
    memset(messages, 0, sizeof messages);
    for (int i = 0; i < BATCH; i++) {
        parts[i] = (struct iovec){buffers[i], MAX_PACKET};
        messages[i].msg_hdr.msg_iov = &parts[i];
        messages[i].msg_hdr.msg_iovlen = 1;
        messages[i].msg_hdr.msg_name = &senders[i];
    }
    for (;;) {
        long left = next_run();
        puts("running");
        fflush(stdout);
        while (left > 0) {
            for (int i = 0; i < BATCH; i++) messages[i].msg_hdr.msg_namelen = sizeof senders[i];
            int n = recvmmsg(s, messages, BATCH, MSG_WAITFORONE, NULL);
            if (n < 0) fail("recvmmsg");
            left -= n;
        }
        puts("done 0");
    }
}

static void send_all(int port) {
    struct sockaddr_in to = loopback(port);
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    for (;;) {
        long n = next_run();
        for (long i = 0; i < n; i++)
            if (sendto(s, packet, packet_size, 0, (struct sockaddr *)&to, sizeof to) < 0) fail("sendto");
        puts("done 0");
    }
}

static void flood(int port, const char *address) {
    static unsigned char burst[BURST * MAX_PACKET];
    struct sockaddr_in to = loopback(port);
    int s = socket(AF_INET, SOCK_DGRAM, 0), size = packet_size;
    if (address) to.sin_addr.s_addr = inet_addr(address);
    if (setsockopt(s, IPPROTO_UDP, UDP_SEGMENT, &size, sizeof size) < 0) fail("UDP_SEGMENT");
    for (int i = 0; i < BURST; i++) memcpy(burst + i * packet_size, packet, packet_size);
    for (;;) {
        long rate = next_run(), sent = 0, start = nanos(CLOCK_MONOTONIC), now = start;
        while (now - start < 250000000L) {
            if (rate == 0 || sent <= (now - start) / 1000 * rate / 1000000) {
                if (sendto(s, burst, BURST * packet_size, 0, (struct sockaddr *)&to, sizeof to) < 0) fail("sendto");
                sent += BURST;
            }
            now = nanos(CLOCK_MONOTONIC);
        }
        printf("done 0 %ld\n", sent);
    }
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static long arrived;

static void *receive_one_by_one(void *socket) {
    unsigned char buffer[MAX_PACKET];
    struct sockaddr_in from;
    for (;;) {
        socklen_t size = sizeof from;
        if (recvfrom(*(int *)socket, buffer, sizeof buffer, 0, (struct sockaddr *)&from, &size) < 0) fail("recvfrom");
        pthread_mutex_lock(&lock);
        arrived++;
        pthread_cond_signal(&changed);
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

static int ascending(const void *a, const void *b) {
    long x = *(const long *)a, y = *(const long *)b;
    return x < y ? -1 : x > y;
}

static void latency(int port) {
    struct sockaddr_in to = loopback(port);
    int in = bound_socket(port), out = socket(AF_INET, SOCK_DGRAM, 0);
    pthread_t receiver;
    pthread_create(&receiver, NULL, receive_one_by_one, &in);
    for (;;) {
        long n = next_run();
        long *times = malloc(n * sizeof *times);
        for (long i = 0; i < n; i++) {
            long start = nanos(CLOCK_MONOTONIC);
            if (sendto(out, packet, packet_size, 0, (struct sockaddr *)&to, sizeof to) < 0) fail("sendto");
            pthread_mutex_lock(&lock);
            while (arrived == 0) pthread_cond_wait(&changed, &lock);
            arrived--;
            pthread_mutex_unlock(&lock);
            times[i] = nanos(CLOCK_MONOTONIC) - start;
        }
        qsort(times, n, sizeof *times, ascending);
        printf("done 0 %ld %ld %ld\n", times[n / 2], times[n / 100 * 99], times[n / 1000 * 999]);
        free(times);
    }
}

/* Every field that the product keeps, checked as the product checks. */
struct message {
    unsigned type, flags, id, address, port, length, offset;
    unsigned char source[16], destination[16];
    unsigned command, status, smb_flags, flags2, pid_high, reserved, tid, pid_low, uid, mid;
    uint64_t security;
    unsigned words[14], timeout;
    const unsigned char *slot, *data;
    int slot_size, data_size;
};

static unsigned be16(const unsigned char *p) { return p[0] << 8 | p[1]; }
static unsigned le16(const unsigned char *p) { return p[0] | p[1] << 8; }
static unsigned le32(const unsigned char *p) { return le16(p) | le16(p + 2) << 16; }

static int name_of(const unsigned char *p, unsigned char *name) {
    if (p[0] != 32 || p[33] != 0) return 0;
    for (int i = 0; i < 16; i++) {
        unsigned high = p[1 + 2 * i] - 'A', low = p[2 + 2 * i] - 'A';
        if (high > 15 || low > 15) return 0;
        name[i] = high << 4 | low;
    }
    return 1;
}

__attribute__((noinline)) static int decode(const unsigned char *p, int size, struct message *m) {
    if (size < 82 + 70 || p[0] < 0x10 || p[0] > 0x12) return 0;
    m->type = p[0], m->flags = p[1], m->id = be16(p + 2);
    m->address = be16(p + 4) << 16 | be16(p + 6), m->port = be16(p + 8);
    m->length = be16(p + 10), m->offset = be16(p + 12);
    if (!name_of(p + 14, m->source) || !name_of(p + 48, m->destination)) return 0;
    const unsigned char *s = p + 82;
    if (memcmp(s, "\377SMB", 4) || s[4] != 0x25 || s[32] != 17) return 0;
    m->command = s[4], m->status = le32(s + 5), m->smb_flags = s[9], m->flags2 = le16(s + 10);
    m->pid_high = le16(s + 12), m->security = le32(s + 14) | (uint64_t)le32(s + 18) << 32;
    m->reserved = le16(s + 22), m->tid = le16(s + 24), m->pid_low = le16(s + 26), m->uid = le16(s + 28);
    m->mid = le16(s + 30);
    for (int i = 0; i < 14; i++) m->words[i] = le16(s + 33 + 2 * i);
    m->timeout = le32(s + 45);
    unsigned count = le16(s + 55), at = le16(s + 57), smb_size = size - 82;
    if (s[59] != 3 || le16(s + 61) != 1 || at <= 69 || at + count > smb_size) return 0;
    const unsigned char *end = memchr(s + 69, 0, at - 69);
    if (!end || end - s < 69 + 11 || strncasecmp((const char *)s + 69, "\\MAILSLOT\\", 10)) return 0;
    m->slot = s + 69, m->slot_size = end - m->slot;
    m->data = s + at, m->data_size = count;
    return 1;
}

__attribute__((noinline)) static int encode(const struct message *m, unsigned char *p) {
    static const unsigned char smb[69] = {0xFF, 'S', 'M', 'B', 0x25, [9] = 0x18, [10] = 4, [26] = 0xFF, [27] = 0xFE,
        [32] = 17, [37] = 2, [59] = 3, [61] = 1, [65] = 2};
    p[0] = m->type, p[1] = m->flags, p[2] = m->id >> 8, p[3] = m->id;
    p[4] = m->address >> 24, p[5] = m->address >> 16, p[6] = m->address >> 8, p[7] = m->address;
    p[8] = m->port >> 8, p[9] = m->port, p[10] = m->length >> 8, p[11] = m->length, p[12] = p[13] = 0;
    const unsigned char *names[] = {m->source, m->destination};
    for (int n = 0; n < 2; n++) {
        unsigned char *to = p + 14 + 34 * n;
        to[0] = 32, to[33] = 0;
        for (int i = 0; i < 16; i++) to[1 + 2 * i] = 'A' + (names[n][i] >> 4), to[2 + 2 * i] = 'A' + (names[n][i] & 15);
    }
    unsigned char *s = p + 82;
    memcpy(s, smb, sizeof smb);
    int at = (69 + m->slot_size + 1 + 3) & ~3, bytes = at - 69 + m->data_size;
    s[35] = s[55] = m->data_size, s[36] = s[56] = m->data_size >> 8;
    s[53] = s[57] = at, s[54] = s[58] = at >> 8;
    s[67] = bytes, s[68] = bytes >> 8;
    memcpy(s + 69, m->slot, m->slot_size);
    memset(s + 69 + m->slot_size, 0, at - 69 - m->slot_size);
    memcpy(s + at, m->data, m->data_size);
    return 82 + at + m->data_size;
}

static void codec(int encoding) {
    struct message m;
    unsigned char out[MAX_PACKET];
    if (!decode(packet, packet_size, &m)) fail("not our datagram");
    if (encode(&m, out) != packet_size || memcmp(out, packet, packet_size)) fail("not written back the same");
    for (;;) {
        long n = next_run(), start = nanos(CLOCK_THREAD_CPUTIME_ID);
        for (long i = 0; i < n; i++) {
            if (encoding ? !encode(&m, out) : !decode(packet, packet_size, &m)) fail("codec");
            __asm__ volatile("" : : "r"(&m), "r"(out) : "memory");
        }
        printf("done 0 %ld\n", nanos(CLOCK_THREAD_CPUTIME_ID) - start);
    }
}

int main(int count, char **arguments) {
    const char *what = count > 1 ? arguments[1] : "";
    int port = count > 2 ? atoi(arguments[2]) : 0;
    unsigned octet;
    while (packet_size < MAX_PACKET && scanf("%2x", &octet) == 1) {
        packet[packet_size++] = octet;
        int next = getchar();
        if (next == '\n') break;
        ungetc(next, stdin);
    }
    if (!strcmp(what, "receive")) receive(port);
    if (!strcmp(what, "send")) send_all(port);
    if (!strcmp(what, "flood")) flood(port, count > 3 ? arguments[3] : NULL);
    if (!strcmp(what, "latency")) latency(port);
    if (!strcmp(what, "decode")) codec(0);
    if (!strcmp(what, "encode")) codec(1);
    fprintf(stderr, "usage: reference receive|send|flood|latency PORT, reference decode|encode\n");
    return 2;
}
