// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Program 2 with arrays and counters, without checks that a block is given back once.
#include <corten/assert.h>
#include <corten/error.h>
#include <corten/semihosting.h>

#include <string.h>

static uint8_t packet[32], packet_length;
static char line[65];
static uint8_t line_length;
static uint8_t blocks[16][64];
static uint16_t taken;

static CT_NOINLINE enum ct_error push(uint8_t byte) {
    if (packet_length == sizeof packet) return CT_FULL;
    packet[packet_length++] = byte;
    return CT_OK;
}
static CT_NOINLINE enum ct_error put(const char *text) {
    const size_t length = strlen(text);
    if (length > sizeof line - 1 - line_length) return CT_FULL;
    memcpy(line + line_length, text, length + 1);
    line_length = (uint8_t)(line_length + length);
    return CT_OK;
}
static CT_NOINLINE uint8_t *take(void) {
    if (taken == 0xFFFF) return NULL;
    const unsigned n = (unsigned)__builtin_ctz(~(unsigned)taken);
    taken = (uint16_t)(taken | 1u << n);
    return blocks[n];
}
static CT_NOINLINE void give(const uint8_t *block) {
    taken = (uint16_t)(taken & ~(1u << (unsigned)((block - blocks[0]) / 64)));
}
static void say(const char *what, enum ct_error result) {
    ct_semihosting_print(what);
    ct_semihosting_print(ct_error_name(result));
    ct_semihosting_print("\n");
}
static enum ct_error borrow(uint8_t content) {
    uint8_t *block = take();
    if (!block) return CT_FULL;
    block[0] = content;
    give(block);
    return CT_OK;
}

int main(void) {
    for (uint8_t byte = 0; byte < 32; byte++) CT_MUST(push(byte));
    say("push number 33: ", push(32));
    CT_MUST(put("Sensor reading: "));
    CT_MUST(put("21.5"));
    ct_semihosting_print(line);
    ct_semihosting_print("\n");
    while (line_length < 64) CT_MUST(put("."));
    say("character number 65: ", put("."));
    for (unsigned turn = 0; turn < 100; turn++) CT_MUST(borrow((uint8_t)turn));
    for (unsigned n = 0; n < 16; n++)
        if (!take()) CT_PANIC("a block was lost");
    say("block number 17: ", borrow(0));
    ct_semihosting_exit(0);
}
