// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// No heap: three collections whose capacity is part of their type, and what happens when each is
// full. All of their memory is in .bss under their names; nothing is allocated, ever.

#include <corten/pool.h>
#include <corten/semihosting.h>
#include <corten/text.h>
#include <corten/vec.h>

static CT_VEC(uint8_t, 32) packet;
static CT_TEXT(64) line;
static CT_POOL(struct block { uint8_t bytes[64]; }, 16) blocks;

static void say(const char *what, enum ct_error result) {
    ct_semihosting_print(what);
    ct_semihosting_print(ct_error_name(result));
    ct_semihosting_print("\n");
}

static enum ct_error borrow(uint8_t content) {
    CT_POOL_SCOPED(&blocks, block); // struct block *block, or NULL
    if (!block) return CT_FULL;
    block->bytes[0] = content;
    return CT_OK;
} // given back here, by whichever way the function ends

int main(void) {
    for (uint8_t byte = 0; byte < 32; byte++) CT_MUST(ct_vec_push(&packet, byte));
    say("push number 33: ", ct_vec_push(&packet, 32));

    CT_MUST(ct_text_append(&line, "Sensor reading: "));
    CT_MUST(ct_text_append(&line, "21.5")); // or ct_text_format, which brings the library's printf
    ct_semihosting_print(ct_text_c(&line));
    ct_semihosting_print("\n");
    while (ct_text_length(&line) < 64) CT_MUST(ct_text_push(&line, '.'));
    say("character number 65: ", ct_text_push(&line, '.'));

    for (unsigned turn = 0; turn < 100; turn++) CT_MUST(borrow((uint8_t)turn));
    for (unsigned n = 0; n < 16; n++)
        if (!ct_pool_alloc(&blocks)) CT_PANIC("a block was lost"); // kept for good
    say("block number 17: ", borrow(0));
    ct_semihosting_exit(0);
}
