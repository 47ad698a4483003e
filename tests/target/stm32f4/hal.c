// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Every part of the HAL of the STM32F4, for the chip: that it compiles, links and claims what it
// uses. What the emulator models runs: clocks (their flags are preset), a serial port polled and by
// interrupt. The rest runs on the models of the native build (devices/stm32f4/tests).

#include "../check.h"

#include <corten/board.h>
#include <corten/chip_id.h>
#include <corten/crc.h>
#include <corten/cycles.h>
#include <corten/flash.h>
#include <corten/itm.h>
#include <corten/iwdg.h>
#include <corten/pin_alternate.h>
#include <corten/port.h>
#include <corten/rtc.h>
#include <corten/usart_dma.h>
#include <corten/wwdg.h>

CT_PIN_OUT(lamp, C, 8, PUSH_PULL, SLOW, HIGH);
CT_PIN_IN(button, C, 9, PULL_UP);
CT_PIN_OPEN_DRAIN(wire, C, 7, PULL_UP, FAST);
CT_PIN_ANALOG(sensor, A, 4);
CT_PIN_BUS(lanes, E, 0, 1, 2, 3);
CT_EXTI(button_line, 9);
CT_PIN_ALTERNATE(port_tx, C, 6, USART6_TX, PUSH_PULL, PULL_UP, FAST);
CT_USART(port, USART6);
CT_DMA_STREAM(port_out, DMA2, 6, USART6_TX);
CT_DMA_STREAM(port_in, DMA2, 1, USART6_RX);
CT_USART_DMA(port, USART6, port_out, port_in, 128);
static CT_DMA_BUFFER(uint8_t, 16) line;
CT_DMA_COPIER(copier, DMA2, 0);
static CT_DMA_BUFFER(uint32_t, 16) from, to;
CT_FLASH_STORAGE(settings, 7, 1);
CT_IWDG(dog);
CT_WWDG(window, board_apb1_hz, 1000, 4000);
CT_CRC(sums);
CT_RTC(wall);
static const struct ct_cycle_delay pause = {BOARD_CORE_HZ / 1000000};

static volatile uint32_t sink;

static void use_pins(void) {
    ct_pin_start(lamp);
    ct_pin_start(button);
    ct_pin_start(wire);
    ct_pin_start(sensor);
    ct_pin_bus_start(lanes, FAST);
    ct_pin_bus_write(lanes, 5);
    CT_MUST(ct_output_toggle(CT_PIN_AS_OUTPUT(lamp)));
    CT_MUST(ct_bidirectional_drive(CT_PIN_AS_BIDIRECTIONAL(wire), false));
    CT_MUST(ct_edge_listen(CT_PIN_AS_EDGES(button), CT_EDGE_BOTH));
    CT_MUST(ct_gpio_lock(lamp.gpio, 1u << 8));
}
static void use_dma(void) {
    ct_dma_init(copier);
    ct_dma_copy(copier, to, from, 16, CT_DMA_COMPLETE);
    sink = CT_DMA_ELEMENTS(to)[3];
    CT_IGNORE(ct_dma_stop(copier));
}
static void use_usart_dma(void) {
    uint8_t got[8];
    ct_usart_dma_start(port);
    CT_IGNORE(ct_usart_dma_send(port, line, 16));
    sink = (uint32_t)ct_usart_dma_read(port, got, sizeof got) + ct_usart_dma_interrupt(port);
    CT_IGNORE(ct_usart_dma_flush(port));
}
static void use_flash(void) {
    CT_MUST(ct_storage_erase(settings, 0, settings.erase_unit));
    CT_MUST(ct_storage_write(settings, 3, "hello", 5));
}
static void use_watchdogs(void) {
    CT_MUST(ct_watchdog_start(CT_IWDG_AS_WATCHDOG(dog), 100000));
    ct_wwdg_start(window);
    ct_wwdg_feed(window);
    sink = ct_wwdg_take_warning();
}
static void use_small_parts(void) {
    uint32_t id[3];
    ct_chip_unique_id(id);
    ct_crc_start();
    sink = ct_crc_of(id, 3) + ct_chip_flash_kib();
    if (ct_cycles_start() == CT_OK) ct_delay_us(CT_CYCLE_DELAY(pause), 3);
    ct_itm_start(0);
    CT_IGNORE(ct_itm_put(0, 'x'));
    ct_clocks_watch();
    sink = ct_clocks_rescue(board).core_hz;
}
static void use_backup_domain(void) {
    struct ct_date_time now;
    sink = ct_reset_causes() + ct_pwr_take_standby();
    CT_MUST(ct_rtc_start(CT_RTC_CRYSTAL));
    CT_MUST(ct_rtc_set(CT_RTC_AS_RTC(wall), &(struct ct_date_time){2026, 11, 22, 13, 0, 0}));
    CT_MUST(ct_rtc_get(CT_RTC_AS_RTC(wall), &now));
    CT_MUST(ct_rtc_set_alarm(CT_RTC_AS_RTC(wall), &now));
    CT_MUST(ct_rtc_repeat_alarm(&now, CT_RTC_ANY_DAY));
    CT_MUST(ct_rtc_wake_every(60));
    ct_rtc_stamp_edges(true);
    sink = (uint32_t)ct_rtc_take_stamp(&now) + ct_rtc_backup_read(3);
    ct_pwr_stop(CT_PWR_LOW_POWER);
    ct_pwr_standby();
}

static void (*const volatile parts[])(void) = {use_pins,  use_dma,       use_usart_dma,
                                               use_flash, use_watchdogs, use_small_parts,
                                               use_backup_domain};

static volatile unsigned room;
void USART6_Handler(void);
void USART6_Handler(void) {
    room++;
    CT_IGNORE(ct_usart_put(port, 'i'));
    if (room == 3) ct_usart_ignore(port, CT_USART_TRANSMIT);
}

int main(void) {
    const struct ct_clock_result clocks = board_start_clocks();
    CHECK_EQUAL(clocks.error, CT_OK);
    CHECK_EQUAL(clocks.core_hz, BOARD_CORE_HZ);
    CHECK_EQUAL(CT_COUNT(parts), 7);
    CHECK(parts[0] == use_pins); // they are in the image
    ct_pin_start(port_tx);
    ct_usart_start_as(port, board_apb2_hz, 115200, CT_USART_EVEN);
    for (unsigned sent = 0; sent < 5;) sent += ct_usart_write(port, 'p') == CT_OK;
    while (ct_usart_flush(port)) {}
    CHECK_EQUAL(room, 0);
    ct_port_enable(USART6_IRQn, 2);
    ct_usart_listen(port, CT_USART_TRANSMIT);
    for (unsigned tries = 1000000; room < 3 && tries; tries--) CT_IGNORE(ct_usart_flush(port));
    CHECK_EQUAL(room, 3);
    DONE();
}
