// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: app
#include <corten/app.h>
#include <corten/assert.h>
#include <corten/hal/spi_shared.h>
#include <corten/semihosting.h>

#include <assert.h>

static unsigned moved, lows, highs;
static uint32_t hz;
static enum ct_error transfer(void *bus, const uint8_t *write, uint8_t *read, size_t length) {
    (void)bus, (void)write, (void)read;
    moved += (unsigned)length;
    return CT_OK;
}
static enum ct_error configure(void *bus, struct ct_spi_config config) {
    (void)bus;
    hz = config.hz;
    return CT_OK;
}
static enum ct_error high(void *pin) { return (void)pin, highs++, CT_OK; }
static enum ct_error low(void *pin) { return (void)pin, lows++, CT_OK; }
static const struct ct_spi_bus_ops bus_ops = {.transfer = transfer, .configure = configure};
static const struct ct_output_ops pin_ops = {.set_high = high, .set_low = low};
#define BUS          ((struct ct_spi_bus){&bus_ops, NULL})
#define FLASH_SELECT ((struct ct_output_pin){&pin_ops, NULL})
#define CARD_SELECT  FLASH_SELECT
#define OLED_SELECT  FLASH_SELECT
#define DELAY        ((struct ct_delay){0})
static const struct ct_spi_config fast = {10000000, CT_SPI_MODE_0}, slow = {400000, CT_SPI_MODE_0};
static uint8_t data[4];

CT_TASK(draw, 1);
CT_TASK(store, 2);
//@ 1
static void without_tasks(void) {
    //@ 2-5
    assert(!e && moved == 8 && lows == 2 && highs == 2 && hz == 10000000);
}
//@ 6-8
CT_APP(DISPATCHERS(EXTI0, EXTI1), TASKS(draw, store));

void init(struct init_task self) {
    (void)self;
    without_tasks();
    CT_MUST(draw_spawn());
}
void draw(struct draw_task self) {
    //@ 9
    assert(moved == 12 && hz == 10000000);
    CT_MUST(store_spawn());
}
void store(struct store_task self) {
    CT_MUST(ct_spi_write(card(self), data, 4));
    assert(moved == 16 && hz == 400000);
    ct_semihosting_exit(0);
}
