// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Parts of the HAL of the STM32F4, beside the same written on registers, checks and time-outs
// included.
// function pins "HAL: an output and an input set up"
// function level "HAL: a button copied to a lamp"
// function bus "HAL: four pins written at once"
// function edge "HAL: an edge listened to"
// function clocks "HAL: clocks from the crystal, with all fallbacks"
// function serial "HAL: serial port set up, 8E1"
// function character "HAL: a character taken, its errors told"
// function stream "HAL: a DMA transfer begun"
// function events "HAL: events of a stream taken"
// function copied "HAL: memory copied by DMA, and waited for"
// function erased "HAL: a sector of flash erased"
// function written "HAL: bytes written to flash"
// function dog "HAL: independent watchdog started"
// function summed "HAL: CRC of words"
// function date "HAL: date and time set"
// cores: thumbv7em-hf
// board: olimex-h405
// firmware: FAULTS plain
#include <corten/board.h>
#include <corten/crc.h>
#include <corten/dma.h>
#include <corten/flash.h>
#include <corten/iwdg.h>
#include <corten/pins.h>
#include <corten/rtc.h>
#include <corten/semihosting.h>

#include "hal_by_hand.h"

CT_PIN_OUT(lamp, C, 8, PUSH_PULL, SLOW, LOW);
CT_PIN_IN(button, C, 9, PULL_UP);
CT_PIN_BUS(lanes, E, 0, 1, 2, 3);
CT_EXTI(button_line, 9);
CT_USART(port, USART6);
CT_DMA_STREAM(out, DMA2, 6, USART6_TX);
CT_DMA_COPIER(copier, DMA2, 0);
CT_IWDG(watchdog);
static CT_DMA_BUFFER(uint8_t, 16) line;
static CT_DMA_BUFFER(uint32_t, 16) from, to;

void pins(void);
void pins(void) {
    ct_pin_start(lamp);
    ct_pin_start(button);
}
void level(void);
void level(void) { ct_pin_set(lamp, ct_pin_is_high(button)); }
void bus(uint16_t value);
void bus(uint16_t value) { ct_pin_bus_write(lanes, value); }
void edge(void);
void edge(void) { ct_exti_listen(button.gpio, CT_EXTI_FALLING); }
struct ct_clock_result clocks(void);
struct ct_clock_result clocks(void) { return ct_clocks_start(board); }
void serial(void);
void serial(void) { ct_usart_start_as(port, board_apb2_hz, 115200, CT_USART_EVEN); }
int character(int16_t *kept);
int character(int16_t *kept) { return ct_usart_read(port, 8, kept); }
void stream(uint32_t count);
void stream(uint32_t count) { ct_dma_send(out, line, count, USART6->DR, CT_DMA_COMPLETE); }
unsigned events(void);
unsigned events(void) { return ct_dma_take(out); }
uint32_t *copied(void);
uint32_t *copied(void) {
    ct_dma_copy(copier, to, from, 16, 0);
    while (!(ct_dma_take(copier) & CT_DMA_COMPLETE)) {}
    return CT_DMA_ELEMENTS(to);
}
enum ct_error erased(unsigned sector);
enum ct_error erased(unsigned sector) { return ct_flash_erase(sector); }
enum ct_error written(uint32_t address, const void *data, uint32_t length);
enum ct_error written(uint32_t address, const void *data, uint32_t length) {
    return ct_flash_program(address, data, length);
}
enum ct_error dog(uint32_t microseconds);
enum ct_error dog(uint32_t microseconds) { return ct_iwdg_start(microseconds); }
uint32_t summed(const uint32_t *words, size_t count);
uint32_t summed(const uint32_t *words, size_t count) { return ct_crc_of(words, count); }
enum ct_error date(const struct ct_date_time *now);
enum ct_error date(const struct ct_date_time *now) { return ct_rtc_f4_set_(NULL, now); }

#define KEEP(function) __asm__ volatile("" ::"r"(function), "r"(function##_by_hand))
int main(void) {
    KEEP(pins);
    KEEP(level);
    KEEP(bus);
    KEEP(edge);
    KEEP(clocks);
    KEEP(serial);
    KEEP(character);
    KEEP(stream);
    KEEP(events);
    KEEP(copied);
    KEEP(erased);
    KEEP(written);
    KEEP(dog);
    KEEP(summed);
    KEEP(date);
    ct_semihosting_exit(0);
}
