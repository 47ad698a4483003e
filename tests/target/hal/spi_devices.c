// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// What is on the SPI bus of the LM3S6965 evaluation board: the display, and a memory card whose
// image devices.py looks into. It says what it has done and goes on when a character comes.

#include <corten/assert.h>
#include <corten/board.h>
#include <corten/block.h>
#include <corten/drivers/sdcard.h>
#include <corten/drivers/ssd0323.h>
#include <corten/hal/spi_shared.h>
#include <corten/semihosting.h>

static const struct ct_countdown timer = BOARD_TIMER;
#define DELAY CT_DELAY_BY_COUNTDOWN(&timer)

CT_SPI_DEVICE(oled_device, BOARD_SPI, BOARD_OLED_SELECT, DELAY);
CT_SSD0323_DEFINE(oled, .spi = oled_device, .dc = BOARD_OLED_DC, .delay = DELAY);
CT_CANVAS_GREY(screen, 128, 64);
// Two commands are answered in the emulated card's place, everything else goes through: QEMU 10.0
// refuses CMD9, by which a card tells its size, in the state in which every card is that has started
// (it wants "standby", which there is not on SPI), and answers CMD13, its status, with another register.
static uint8_t csd_answer[1 + 1 + 16 + 2] = {
    0, 0xFE, // response and token; then CSD 1.0: (15 + 1) * 2^(7 + 2) blocks of 2^9 bytes
    0x00, 0x26, 0x00, 0x32, 0x5F, 0x59, 0x80, 0x03, 0xC0, 0x03, 0x80};
static const uint8_t status_answer[2];
static const uint8_t *answer;
static size_t answer_left;
static enum ct_error card_transfer(void *object, const uint8_t *write, uint8_t *read, size_t length) {
    (void)object;
    if (write && !read && length == 7 && write[1] == (0x40 | 9)) {
        const uint16_t sum = ct_crc16(0, csd_answer + 2, 16);
        csd_answer[18] = (uint8_t)(sum >> 8);
        csd_answer[19] = (uint8_t)sum;
        answer = csd_answer;
        answer_left = sizeof csd_answer;
        return CT_OK;
    }
    if (write && !read && length == 7 && write[1] == (0x40 | 13)) {
        answer = status_answer;
        answer_left = sizeof status_answer;
        return CT_OK;
    }
    if (!read || !answer_left) return ct_spi_bus_transfer(BOARD_SPI, write, read, length);
    for (size_t n = 0; n < length && answer_left; n++, answer_left--) read[n] = *answer++;
    return CT_OK;
}
static enum ct_error card_flush(void *object) { return (void)object, ct_spi_bus_flush(BOARD_SPI); }
static enum ct_error card_configure(void *object, struct ct_spi_config config) {
    return (void)object, ct_spi_bus_configure(BOARD_SPI, config);
}
static const struct ct_spi_bus_ops card_bus_ops = {card_transfer, card_flush, card_configure};
#define CARD_BUS ((struct ct_spi_bus){&card_bus_ops, NULL})
CT_SDCARD_DEFINE(card, .bus = CARD_BUS, .select = BOARD_CARD_SELECT, .delay = DELAY);

static void step(const char *said) {
    board_console_print(said);
    board_console_print("\n");
    CT_MUST(CT_BLOCK(board_console_flush()));
    while (board_console_take() < 0) {}
}

static void result(const char *what, enum ct_error e) {
    board_console_print(what);
    board_console_print(": ");
    step(ct_error_name(e));
}

static uint8_t block[2 * CT_SDCARD_BLOCK];

int main(void) {
    CT_MUST(board_start_clocks().error);
    board_console_start(115200);
    board_spi_start();

    ct_canvas_line(&screen, 0, 0, 127, 0, 15);
    ct_canvas_line(&screen, 127, 0, 127, 63, 15);
    ct_canvas_line(&screen, 127, 63, 0, 63, 15);
    ct_canvas_line(&screen, 0, 63, 0, 0, 15);
    ct_canvas_line(&screen, 0, 0, 127, 63, 5);
    ct_canvas_text(&screen, 40, 8, "Corten", 10);
    CT_MUST(oled_start());
    CT_MUST(oled_show(&screen));
    step("drawn");

    result("start", card_start());
    const uint32_t blocks = card_blocks();
    result("read", card_read(3, block, 2));
    for (unsigned n = 0; n < sizeof block; n++) block[n] = (uint8_t)~block[n];
    result("write", blocks ? card_write(blocks - 2, block, 2) : CT_NO_MEDIUM); // inverted, at the end
    for (unsigned n = 0; n < sizeof block; n++) block[n] = 0;
    result("read", blocks ? card_read(blocks - 2, block, 2) : CT_NO_MEDIUM);
    result("write", card_write(1, block, 2)); // a copy
    result("beyond", card_read(blocks, block, 1));
    // devices.py has taken it out. An empty slot of the emulator is not silent (CT_NO_MEDIUM): it
    // answers that every command is illegal.
    result("removed", card_read(0, block, 1));
    result("write removed", card_write(0, block, 1));
    result("start", card_start());
    result("read", card_read(3, block, 1));
    result("start", card_start());
    result("read", card_read(3, block, 1)); // it has been put in again
    CT_MUST(oled_show(&screen)); // and the display did not mind
    step("shown");
    ct_semihosting_exit(0);
}
