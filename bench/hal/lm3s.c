// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Pins, SPI, I2C and the serial port of the LM3S6965 through hal/, beside the same over the registers.
// What a device costs more than its bus by hand is the list of its operations. By hand a transfer keeps eight bytes on their way as well, and every wait has its bound.
// row toggle "hal: a pin toggled": aim 4
// row exchange "hal: a byte over SPI": aim 8
// row block "hal: 64 bytes over SPI"
// function spi_block "hal: SPI, many bytes, received too"
// row ask "hal: SPI device, 1 byte sent, 3 received"
// function spi_ask "hal: SPI device, a caller of its transaction"
// function i2c_sense "hal: I2C, a caller that reads a register of 2 bytes"
// row put "hal: a byte to the serial port": aim 6
#include <corten/board.h>
#include <corten/hal/spi_shared.h>
#include <corten/i2c_master.h>
#include <corten/semihosting.h>

#include "../bench.h"

CT_I2C_MASTER(wires, I2C1, BOARD_CORE_HZ);
CT_SPI_DEVICE(card, BOARD_SPI, BOARD_CARD_SELECT, CT_NO_DELAY);

CT_UART_CLAIMED_(port, CT_UART_OF_UART0);

static uint8_t memory[64];

// a function of its own, not changed for its one caller
#ifdef __clang__
#    define ALONE static __attribute__((noinline, used))
#else
#    define ALONE static __attribute__((noinline, noclone, used))
#endif

/* ---- through hal/ */

ALONE enum ct_error spi_block(const uint8_t *write, uint8_t *read, size_t length) {
    return ct_ssi_transfer(board_spi, write, read, length);
}
ALONE enum ct_error spi_ask(uint8_t command, uint8_t *answer) {
    return ct_spi_write_read(card, &command, 1, answer, 3);
}
ALONE enum ct_error i2c_sense(uint8_t number, uint8_t *content) {
    return ct_i2c_write_read(CT_I2C_MASTER_BUS(wires), CT_I2C_7(0x50), &number, 1, content, 2);
}

/* ---- by hand */

struct ssi {
    volatile uint32_t CR0, CR1, DR, SR, CPSR;
};
#define SSI ((struct ssi *)0x40008000u)
#define PD0 (*(volatile uint32_t *)0x40007004u)
#define PF0 (*(volatile uint32_t *)0x40025004u)
struct i2c {
    volatile uint32_t MSA, MCS, MDR, MTPR, MIMR, MRIS, MMIS, MICR, MCR;
};
#define I2C ((struct i2c *)0x40021000u)
struct uart {
    volatile uint32_t DR, RSR, reserved_[4], FR;
};
#define UART ((struct uart *)0x4000C000u)

ALONE enum ct_error spi_block_by_hand(const uint8_t *write, uint8_t *read, size_t length) {
    uint32_t tries = CT_SSI_TRIES;
    for (size_t sent = 0, received = 0; received < length;) {
        if (sent < length && sent - received < 8u) {
            SSI->DR = write ? write[sent] : 0xFFu;
            sent++;
        }
        if (SSI->SR & 1u << 2) {
            const uint8_t byte = (uint8_t)SSI->DR;
            if (read) read[received] = byte;
            received++;
            tries = CT_SSI_TRIES;
        } else if (--tries == 0) {
            SSI->CR1 &= ~2u;
            while (SSI->SR & 1u << 2) (void)SSI->DR;
            SSI->CR1 |= 2u;
            return CT_TIMEOUT;
        }
    }
    return CT_OK;
}

ALONE enum ct_error spi_ask_by_hand(uint8_t command, uint8_t *answer) {
    PD0 = 0;
    enum ct_error e = spi_block_by_hand(&command, NULL, 1);
    if (!e) e = spi_block_by_hand(NULL, answer, 3);
    enum ct_error flushed = CT_TIMEOUT;
    for (uint32_t tries = CT_SSI_TRIES; tries && flushed; tries--)
        if (!(SSI->SR & 1u << 4)) flushed = CT_OK;
    PD0 = 0xFF;
    return e ? e : flushed;
}

ALONE enum ct_error i2c_step_by_hand(uint32_t what) {
    I2C->MCS = what;
    for (uint32_t tries = CT_I2C_TRIES; I2C->MCS & 1u;) {
        if (--tries) continue;
        I2C->MCR = 0;
        I2C->MCR = 0x10;
        return CT_TIMEOUT;
    }
    const uint32_t status = I2C->MCS;
    if (!(status & 2u)) return CT_OK;
    if (status & 0x10u) return CT_ARBITRATION;
    if (!(what & 4u)) I2C->MCS = 4;
    return status & 4u ? CT_NO_ACKNOWLEDGE_ADDRESS : status & 8u ? CT_NO_ACKNOWLEDGE_DATA : CT_BUS;
}
ALONE enum ct_error i2c_sense_by_hand(uint8_t number, uint8_t *content) {
    I2C->MSA = 0x50 << 1;
    I2C->MDR = number;
    enum ct_error e = i2c_step_by_hand(3);
    if (e) return e;
    I2C->MSA = 0x50 << 1 | 1;
    e = i2c_step_by_hand(0xB);
    if (e) return e;
    content[0] = (uint8_t)I2C->MDR;
    e = i2c_step_by_hand(5);
    content[1] = (uint8_t)I2C->MDR;
    return e;
}

int main(void) {
    CT_IGNORE(board_start_clocks().error);
    board_console_start(115200);
    board_spi_start();
    ct_i2c_master_start(wires, 400000);
    reg_modify(SSI0->CR1, SSI_CR1_SSE(1), SSI_CR1_LBM(1));

    BENCH_START(toggle);
    CT_IGNORE(ct_output_toggle(BOARD_LED));
    BENCH_STOP(toggle);
    BENCH_START(toggle_by_hand);
    PF0 = ~PF0;
    BENCH_STOP(toggle_by_hand);

    uint8_t byte = 7;
    BENCH_HIDE(byte);
    BENCH_START(exchange);
    int came = ct_ssi_exchange(board_spi, byte);
    BENCH_STOP(exchange);
    BENCH_KEEP(came);
    BENCH_START(exchange_by_hand);
    SSI->DR = byte;
    came = CT_TIMEOUT;
    for (uint32_t tries = CT_SSI_TRIES; tries; tries--)
        if (SSI->SR & 1u << 2) {
            came = (int)(SSI->DR & 0xFFu);
            break;
        }
    BENCH_STOP(exchange_by_hand);
    BENCH_KEEP(came);

    BENCH_START(block);
    CT_IGNORE(spi_block(memory, memory, sizeof memory));
    BENCH_STOP(block);
    BENCH_START(block_by_hand);
    CT_IGNORE(spi_block_by_hand(memory, memory, sizeof memory));
    BENCH_STOP(block_by_hand);

    BENCH_START(ask);
    CT_IGNORE(spi_ask(0x9F, memory));
    BENCH_STOP(ask);
    BENCH_START(ask_by_hand);
    CT_IGNORE(spi_ask_by_hand(0x9F, memory));
    BENCH_STOP(ask_by_hand);

    CT_IGNORE(i2c_sense(7, memory));
    CT_IGNORE(i2c_sense_by_hand(7, memory));

    BENCH_START(put);
    CT_IGNORE(ct_serial_write(CT_UART_SERIAL(port), byte));
    BENCH_STOP(put);
    BENCH_START(put_by_hand);
    if (!(UART->FR & 1u << 5)) UART->DR = byte;
    BENCH_STOP(put_by_hand);
    ct_semihosting_exit(0);
}
