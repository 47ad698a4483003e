// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Types into the emulated serial port at exact virtual times, and looks at the machine there.
///
///     tick=A              the instruction at A is executed once a tick: the handler of SysTick
///     script=FILE         lines "TICK type BYTE" (numbers, ticks ascend, the first tick is 1):
///                         the byte goes to the serial port in that tick;
///                         "TICK print TEXT": a line of the findings; "TICK end": ends the emulator
///     input=FIFO          what the serial port's character device reads from
///     qtest=SOCKET        QEMU's -qtest socket; required
///     console=FILE        where the serial port's output goes; its length at the time is then the
///                         last word of every watch and print line
///     watch=NAME:A:BIT    every tick reads the bit BIT of the word at address A, as seen on
///                         the bus; a change is the line "watch TICK NAME VALUE LENGTH"; up to 8 times
///
/// How it becomes reproducible. Bytes that arrive from outside are handled by QEMU's main loop, at
/// whatever instruction the CPU happens to be. Here the CPU is held at one instruction (this code
/// runs in its thread, within the instruction) until the main loop has finished with the byte:
///
///     CPU     …tick ──── write byte ── FIFO empty? ── qtest "readl" ───── answer ── goes on
///     main loop                     └ reads it, sets the port's interrupt ┘ └ next request
///
/// An empty FIFO says that the main loop has taken the byte; the next answer says that it has come
/// round again, so the device has raised its interrupt. With -icount the time is exact too.
#include "typist.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { MAX_WATCHES = 8 };

static uint64_t tick_address;
static const char *script_path, *input_path, *qtest_path, *console_path;
static FILE *findings, *script;
static int input = -1, qtest = -1;
static uint64_t tick; // how many so far
static struct {
    uint64_t tick;
    char verb[8];
    char text[256];
    bool there;
} next;

static struct watch {
    char *name;
    uint64_t address;
    unsigned bit;
    int seen; // -1: not yet
} watches[MAX_WATCHES];
static size_t watch_count;

static void fail(const char *what) {
    fprintf(stderr, "corten plugin: %s: %s\n", what, strerror(errno));
    fflush(findings);
    _exit(120);
}

static void read_next(void) {
    char line[320];
    next.there = false;
    if (!script || !fgets(line, sizeof line, script)) return;
    next.text[0] = '\0';
    if (sscanf(line, "%" SCNu64 " %7s %255[^\n]", &next.tick, next.verb, next.text) < 2) {
        errno = EINVAL;
        fail(script_path);
    }
    next.there = true;
}

// Sends a request to the main loop and waits for its answer, of which the value is returned.
static uint64_t ask(const char *request) {
    char answer[128];
    size_t have = 0;
    if (write(qtest, request, strlen(request)) < 0) fail("qtest");
    do {
        const ssize_t got = read(qtest, answer + have, sizeof answer - 1 - have);
        if (got <= 0) fail("qtest");
        have += (size_t)got;
    } while (answer[have - 1] != '\n' && have < sizeof answer - 1);
    answer[have] = '\0';
    if (strncmp(answer, "OK", 2) != 0) {
        fprintf(stderr, "corten plugin: %s answers %s", request, answer);
        _exit(120);
    }
    return strtoull(answer + 2, NULL, 0);
}

static uint64_t read_word(uint64_t address) {
    char request[64];
    snprintf(request, sizeof request, "readl 0x%" PRIx64 "\n", address);
    return ask(request);
}

static void nap(void) {
    const struct timespec little = {.tv_nsec = 20000};
    nanosleep(&little, NULL);
}

static int waiting_bytes(void) {
    int count = 0;
    if (ioctl(input, FIONREAD, &count) != 0) fail(input_path);
    return count;
}

static void type_byte(unsigned char byte) {
    if (write(input, &byte, 1) != 1) fail(input_path);
    // Each request also wakes the main loop, which then asks the port anew whether it has room:
    // some models do not say so by themselves. A receiver that stays full leaves the byte waiting,
    // and nothing after that would be reproducible.
    for (int naps = 0; ask("readl 0x0\n"), waiting_bytes() > 0; naps++) {
        if (naps > 20000) {
            fprintf(findings, "lost %" PRIu64 " the serial port does not take the byte\n", tick);
            fputs("corten plugin: the serial port does not take what is typed\n", stderr);
            fflush(findings);
            _exit(121);
        }
        nap();
    }
    ask("readl 0x0\n"); // the byte was taken in this round, or before; now that round is over
}

static long long printed(void) {
    struct stat file;
    return console_path && stat(console_path, &file) == 0 ? (long long)file.st_size : 0;
}

static void look(void) {
    for (size_t i = 0; i < watch_count; i++) {
        struct watch *watch = &watches[i];
        const int now = (int)(read_word(watch->address) >> watch->bit & 1u);
        if (now != watch->seen) {
            fprintf(findings, "watch %" PRIu64 " %s %d %lld\n", tick, watch->name, now, printed());
            fflush(findings);
        }
        watch->seen = now;
    }
}

static void connect_qtest(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, qtest_path, sizeof address.sun_path - 1);
    qtest = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (qtest < 0 || connect(qtest, (struct sockaddr *)&address, sizeof address) != 0)
        fail(qtest_path);
}

static void ticked(unsigned vcpu, void *data) {
    (void)vcpu, (void)data;
    tick++;
    if (qtest < 0) connect_qtest(); // the socket exists only since the machine runs
    look();
    while (next.there && next.tick <= tick) {
        if (strcmp(next.verb, "type") == 0) {
            type_byte((unsigned char)atoi(next.text));
        } else if (strcmp(next.verb, "print") == 0) {
            fprintf(findings, "print %" PRIu64 " %s %lld\n", tick, next.text, printed());
            fflush(findings);
        } else if (strcmp(next.verb, "end") == 0) {
            fprintf(findings, "end %" PRIu64 "\n", tick);
            fflush(findings);
            _exit(0);
        } else {
            errno = EINVAL;
            fail(script_path);
        }
        read_next();
    }
}

bool typist_take(const char *key, char *value) {
    if (strcmp(key, "tick") == 0) return (tick_address = strtoull(value, NULL, 0)) != 0;
    if (strcmp(key, "script") == 0) return (script_path = value) != NULL;
    if (strcmp(key, "input") == 0) return (input_path = value) != NULL;
    if (strcmp(key, "console") == 0) return (console_path = value) != NULL;
    if (strcmp(key, "qtest") == 0) return (qtest_path = value) != NULL;
    if (strcmp(key, "watch") == 0) {
        struct watch *watch = &watches[watch_count];
        char *address = strchr(value, ':');
        char *bit = address ? strchr(address + 1, ':') : NULL;
        if (watch_count == MAX_WATCHES || !bit) return false;
        *address++ = '\0';
        *bit++ = '\0';
        *watch = (struct watch){.name = value, .address = strtoull(address, NULL, 0),
                                .bit = (unsigned)strtoul(bit, NULL, 0) & 31u, .seen = -1};
        watch_count++;
        return true;
    }
    return false;
}

bool typist_begin(FILE *out) {
    findings = out;
    if (!tick_address) {
        if (script_path || input_path || qtest_path || watch_count) {
            fputs("corten plugin: tick= is missing\n", stderr);
            return false;
        }
        return true;
    }
    if (!qtest_path) {
        fputs("corten plugin: qtest= is missing\n", stderr);
        return false;
    }
    if (input_path && (input = open(input_path, O_RDWR | O_CLOEXEC)) < 0) {
        perror(input_path);
        return false;
    }
    if (script_path && !(script = fopen(script_path, "r"))) {
        perror(script_path);
        return false;
    }
    read_next();
    return true;
}

void typist_translated(struct qemu_plugin_insn *insn, uint64_t address) {
    if (tick_address && address == (tick_address & ~UINT64_C(1)))
        qemu_plugin_register_vcpu_insn_exec_cb(insn, ticked, QEMU_PLUGIN_CB_NO_REGS, NULL);
}
