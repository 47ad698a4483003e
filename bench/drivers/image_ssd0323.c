// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The display is set up and shows a canvas, over the SSI of the LM3S6965.
// size "image: SSD0323 set up, and a canvas shown": aim 1170, by hand ssd0323_by_hand
// firmware: FAULTS plain LINK_LIBRARIES corten::drivers
#include <corten/board.h>
#include <corten/drivers/ssd0323.h>
#include <corten/hal/spi_shared.h>

#define NO_DELAY ((struct ct_delay){NULL, NULL})
CT_SPI_DEVICE(oled_device, BOARD_SPI, BOARD_OLED_SELECT, NO_DELAY);
CT_SSD0323_DEFINE(oled, .spi = oled_device, .dc = BOARD_OLED_DC);
CT_CANVAS_GREY(screen, 128, 64);

int main(void) {
    board_spi_start();
    enum ct_error e = oled_start();
    if (!e) e = oled_show(&screen);
    return e;
}
