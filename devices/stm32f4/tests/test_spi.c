// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// SPI on the model, with a flash memory on the bus. The clocks are the 16 MHz of a chip after reset.
#include "f4_test.h"

#include <corten/gpio.h>
#include <corten/spi_port.h>

enum { CLOCK = 16000000 };

CT_SPI_PORT(port, SPI1);
CT_SPI_PORT_BUS(bus, port, CLOCK);
CT_SPI_PORT(peer, SPI2);
CT_GPIO(sck, A, 5);
CT_GPIO(miso, A, 6);
CT_GPIO(mosi, A, 7);
CT_GPIO(nss, A, 4);
CT_GPIO(cs, B, 0);
CT_GPIO(peer_sck, B, 13);

static uint8_t memory[1 << 18];
static struct ct_model_w25q flash = {.memory = memory, .bytes = sizeof memory};
static struct ct_model_spi_place flash_place, echo_place;

static uint16_t echo(struct ct_model_spi_thing *thing, uint16_t frame, unsigned bits) {
    (void)thing, (void)bits;
    return frame; // MOSI is wired to MISO
}
static struct ct_model_spi_thing wire = {.exchange = echo};

static int open(void **state) {
    f4_open(state);
    ct_model_w25q_open(&flash);
    wire.is_selected = false;
    ct_gpio_enable(cs);
    ct_gpio_set_high(cs);
    ct_gpio_make_output(cs, CT_GPIO_PUSH_PULL, CT_GPIO_FAST);
    ct_gpio_make_alternate(sck, 5, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    ct_gpio_make_alternate(miso, 5, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
    ct_gpio_make_alternate(mosi, 5, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    return 0;
}
static void with_flash(void) {
    ct_model_spi_attach(1, &flash_place, &flash.thing, CT_MODEL_PIN('B', 0));
    ct_spi_port_start(port, CLOCK, 8000000);
}
static void with_wire(void) { ct_model_spi_attach(1, &echo_place, &wire, CT_MODEL_PIN_NONE); }

/// A transaction with the flash by hal/'s bus.
static enum ct_error talk(const uint8_t *out, size_t outs, uint8_t *in, size_t ins) {
    const struct ct_spi_bus b = CT_SPI_PORT_AS_BUS(bus);
    ct_gpio_set_low(cs);
    enum ct_error e = ct_spi_bus_write(b, out, outs);
    if (!e) e = ct_spi_bus_read(b, in, ins);
    if (!e) e = ct_spi_bus_flush(b);
    ct_gpio_set_high(cs);
    return e;
}
#define TALK(in, ins, ...)                                                                         \
    assert_int_equal(talk((const uint8_t[]){__VA_ARGS__}, sizeof((const uint8_t[]){__VA_ARGS__}), in, ins), CT_OK)

static void a_flash_is_read_erased_and_programmed(void **state) {
    (void)state;
    uint8_t id[3] = {0}, status = 0, page[8] = {0};
    with_flash();
    TALK(id, 3, 0x9F);
    assert_memory_equal(id, ((uint8_t[]){0xEF, 0x40, 18}), 3);
    TALK(NULL, 0, 0x06);
    TALK(&status, 1, 0x05);
    assert_int_equal(status, 2);
    TALK(NULL, 0, 0x02, 0, 0x12, 0xFE, 'c', 'o', 'r', 't'); // wraps in its page
    TALK(&status, 1, 0x05);
    assert_int_equal(status, 1);
    f4_pass_us(800);
    TALK(&status, 1, 0x05);
    assert_int_equal(status, 0);
    TALK(page, 4, 0x03, 0, 0x12, 0xFE);
    assert_memory_equal(page, "co\xFF\xFF", 4);
    TALK(page, 2, 0x0B, 0, 0x12, 0x00, 0);
    assert_memory_equal(page, "rt", 2);
    TALK(NULL, 0, 0x20, 0, 0x12, 0); // without 06
    assert_int_equal(flash.ignored, 1);
    TALK(NULL, 0, 0x06);
    TALK(NULL, 0, 0x20, 0, 0x12, 0);
    f4_pass_us(50000);
    TALK(page, 2, 0x03, 0, 0x12, 0xFE);
    assert_memory_equal(page, "\xFF\xFF", 2);
}

static void a_frame_takes_its_time(void **state) {
    (void)state;
    with_wire();
    for (unsigned divider = 0; divider < 8; divider++) {
        const uint32_t hz = CLOCK >> (divider + 1);
        ct_spi_port_start(port, CLOCK, 8000000);
        assert_int_equal(ct_spi_bus_configure(CT_SPI_PORT_AS_BUS(bus), (struct ct_spi_config){hz, CT_SPI_MODE_3}), CT_OK);
        const uint64_t begin = ct_host_now();
        for (unsigned n = 0; n < 10; n++) assert_int_equal(ct_spi_port_exchange(port, (uint16_t)(n * 7)), n * 7);
        const uint64_t took = ct_host_now() - begin, wanted = 80 * UINT64_C(1000000000) / hz;
        assert_in_range(took, wanted, wanted + 10 * 400);
        assert_true(reg_is(SPI1->CR1, SPI_CR1_CPHA(1), SPI_CR1_CPOL(1)));
    }
    assert_int_equal(ct_spi_bus_configure(CT_SPI_PORT_AS_BUS(bus), (struct ct_spi_config){62500, 0}), CT_OK);
    assert_int_equal(ct_spi_bus_configure(CT_SPI_PORT_AS_BUS(bus), (struct ct_spi_config){62499, 0}), CT_OUT_OF_RANGE);
    ct_spi_port_start_below(port, CLOCK, 3999999);
    assert_int_equal(CT_SPI_PORT_RATE(CLOCK, 3999999), 2000000);
    assert_true(reg_is(SPI1->CR1, SPI_CR1_BR_Div8));
}

static void frames_of_16_bits(void **state) {
    (void)state;
    with_wire();
    ct_spi_port_start(port, CLOCK, 4000000, .bits = 16, .is_lsb_first = true);
    assert_int_equal(ct_spi_port_exchange(port, 0xBEEF), 0xBEEF);
    ct_spi_port_start(port, CLOCK, 4000000);
    assert_int_equal(ct_spi_port_exchange(port, 0xBEEF), 0xEF);
}

static void the_crc_is_sent_and_checked(void **state) {
    (void)state;
    with_wire();
    ct_spi_port_start(port, CLOCK, 4000000, .crc_polynomial = 7);
    for (unsigned round = 0; round < 3; round++) { // CRC-8/SMBus of "123456789" is F4
        for (const char *c = "12345678"; *c; c++) assert_int_equal(ct_spi_port_exchange(port, (uint8_t)*c), *c);
        reg_snapshot(before, SPI1->TXCRCR);
        assert_int_equal(ct_spi_port_exchange_last(port, '9'), '9');
        assert_true(reg_get(before, SPI_TXCRCR_TXCRC) != 0 && !reg_raw(SPI1->TXCRCR));
    }
    ct_model_spi_faults[1].flips_after = 2;
    assert_int_equal(ct_spi_port_exchange(port, 1), 1);
    assert_int_equal(ct_spi_port_exchange(port, 2), 3);
    assert_int_equal(ct_spi_port_exchange_last(port, 3), CT_CORRUPT);
    assert_int_equal(ct_spi_port_exchange(port, 1), 1); // begins anew
    assert_int_equal(ct_spi_port_exchange_last(port, 3), 3);
    ct_spi_port_start(port, CLOCK, 4000000, .bits = 16, .crc_polynomial = 0x1021);
    assert_int_equal(ct_spi_port_exchange(port, 0x3132), 0x3132);
    assert_int_equal(ct_spi_port_exchange_last(port, 0x3334), 0x3334);
}

static void the_crc_is_the_known_one(void **state) {
    (void)state;
    with_wire();
    ct_spi_port_start(port, CLOCK, 4000000, .crc_polynomial = 7);
    for (const char *c = "123456789"; *c; c++) assert_int_equal(ct_spi_port_exchange(port, (uint8_t)*c), *c);
    assert_int_equal(reg_raw(SPI1->TXCRCR), 0xF4);
    assert_int_equal(reg_raw(SPI1->RXCRCR), 0xF4);
}

void TIM3_Handler(void);
void TIM3_Handler(void) { f4_pass_us(20); } // longer than frames
static void disturb(void *none) {
    (void)none;
    ct_port_pend(TIM3_IRQn);
}
static void an_interrupt_at_any_access_does_no_harm(void **state) {
    (void)state;
    static struct ct_host_event event;
    unsigned overruns = 0;
    with_wire();
    ct_port_enable(TIM3_IRQn, 1);
    ct_spi_port_start(port, CLOCK, 8000000, .crc_polynomial = 7);
    for (unsigned at = 0; at < 6000; at += 100) {
        ct_model_after(&event, at, disturb, NULL);
        assert_int_equal(ct_spi_port_exchange(port, 1), 1);
        const int came = ct_spi_port_exchange_last(port, 2);
        overruns += came == CT_OVERRUN; // the CRC came while the handler ran: that is said
        if (came != 2 && came != CT_OVERRUN) fail_msg("%d at %u", came, at);
        ct_host_cancel(&event);
    }
    assert_in_range(overruns, 1, 15);
}

/* ---- faults: the documented error, and the next transfer works */

static void works(void) {
    uint8_t id[3] = {0};
    TALK(id, 3, 0x9F);
    assert_memory_equal(id, ((uint8_t[]){0xEF, 0x40, 18}), 3);
}

static void an_overrun_is_said_and_over(void **state) {
    (void)state;
    uint8_t id[3];
    with_flash();
    ct_model_spi_faults[1].overruns_after = 2;
    assert_int_equal(talk((const uint8_t[]){0x9F}, 1, id, 3), CT_OVERRUN);
    works();
    // two frames on their way, nobody takes the first
    ct_spi_port_start(peer, CLOCK, 8000000);
    assert_int_equal(ct_spi_port_put(peer, 1), CT_OK);
    assert_int_equal(ct_spi_port_put(peer, 2), CT_OK);
    f4_pass_us(10);
    assert_int_equal(ct_spi_port_take(peer), CT_OVERRUN);
    assert_int_equal(ct_spi_port_take(peer), CT_WOULD_BLOCK);
    assert_int_equal(ct_spi_port_exchange(peer, 3), 0xFF);
}

static void a_clock_that_stands_still_times_out(void **state) {
    (void)state;
    uint8_t id[3];
    with_flash();
    ct_model_spi_faults[1].is_stuck = true;
    assert_int_equal(talk((const uint8_t[]){0x9F}, 1, id, 3), CT_TIMEOUT);
    assert_int_equal(ct_spi_port_flush(port), CT_OK);
    assert_int_equal(ct_spi_port_put(port, 0), CT_OK);
    assert_int_equal(ct_spi_port_flush(port), CT_TIMEOUT);
    assert_int_equal(ct_spi_port_put(port, 0), CT_OK);
    ct_spi_port_start(port, CLOCK, 8000000, .crc_polynomial = 7); // in the middle of it
    assert_int_equal(ct_spi_port_exchange_last(port, 1), CT_TIMEOUT);
    ct_model_spi_faults[1].is_stuck = false;
    ct_gpio_set_low(cs);
    assert_int_equal(ct_spi_port_exchange(port, 0x9F), 0xFF);
    assert_int_equal(ct_spi_port_exchange(port, 0), 0xEF);
    ct_gpio_set_high(cs);
}

static void without_its_clock_it_is_said(void **state) {
    (void)state;
    with_flash();
    ct_apb_disable(2, 12);
    ct_model_keep_reports("SPI1");
    assert_int_equal(ct_spi_port_exchange(port, 0x9F), CT_TIMEOUT);
    assert_true(ct_model_reports() > 0);
    ct_model_keep_reports(NULL);
    ct_spi_port_start(port, CLOCK, 8000000);
    works();
    assert_int_equal(ct_spi_port_put(port, 0), CT_OK);
    ct_spi_port_start(port, CLOCK, 8000000); // in the middle of a frame
    works();
    assert_int_equal(ct_spi_port_put(port, 0), CT_OK);
    f4_pass_us(10);
    ct_spi_port_start(port, CLOCK, 8000000); // with one that nobody took
    works();
}

static void a_second_master_is_noticed(void **state) {
    (void)state;
    static struct ct_model_drive other;
    with_flash();
    ct_gpio_make_alternate(nss, 5, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
    ct_model_attach(&other, CT_MODEL_PIN('A', 4));
    ct_spi_port_start(port, CLOCK, 8000000, .has_select = true);
    works();
    ct_model_drive(&other, CT_MODEL_LOW);
    assert_int_equal(ct_spi_port_take(port), CT_MODE_FAULT);
    ct_model_drive(&other, CT_MODEL_HIGH);
    ct_spi_port_start(port, CLOCK, 8000000, .has_select = true);
    works();
    ct_model_drive(&other, CT_MODEL_LOW); // and gone again before anybody looks
    ct_model_drive(&other, CT_MODEL_HIGH);
    assert_int_equal(ct_spi_port_take(port), CT_MODE_FAULT);
    works();
}

static void without_pins_nobody_hears(void **state) {
    (void)state;
    uint8_t id[3] = {0};
    with_flash();
    ct_gpio_make_input(sck, CT_GPIO_FLOATING);
    TALK(id, 3, 0x9F);
    assert_memory_equal(id, "\xFF\xFF\xFF", 3);
    ct_gpio_make_alternate(sck, 5, CT_GPIO_PUSH_PULL, CT_GPIO_FLOATING);
    works();
}

/* ---- one wire: a device of 16 registers, whose first byte is an address, with bit 7 to read */

static uint8_t cells[16];
static unsigned asked, place;
static uint16_t on_one_wire(struct ct_model_spi_thing *thing, uint16_t frame, unsigned bits) {
    (void)thing, (void)bits;
    if (asked++ == 0) {
        place = frame;
        return 0xFF;
    }
    if (!(place & 0x80)) cells[place & 15] = (uint8_t)frame;
    return cells[place++ & 15];
}
static struct ct_model_spi_thing three_wire = {.exchange = on_one_wire};

static void one_wire_carries_both_directions(void **state) {
    (void)state;
    static struct ct_model_spi_place at;
    static struct ct_host_event event;
    uint8_t out[8], in[8];
    ct_model_spi_attach(1, &at, &three_wire, CT_MODEL_PIN_NONE);
    ct_gpio_make_input(miso, CT_GPIO_FLOATING); // not needed
    ct_port_enable(TIM3_IRQn, 1);
    for (unsigned n = 0; n < 64; n++) {
        if (n % 8 == 0) ct_spi_port_start_one_wire(port, CLOCK, 8000000, CT_SPI_MODE_3, false);
        ct_model_after(&event, 50 * n, disturb, NULL); // an interrupt longer than a byte
        if (n % 4 == 0) ct_spi_port_change(port, CT_SPI_MODE_0, n / 4 % 8);
        const uint8_t length = (uint8_t)(1 + n % 7);
        out[0] = (uint8_t)(n % 5);
        for (unsigned i = 1; i <= length; i++) out[i] = (uint8_t)(n * 31 + i * 7);
        asked = 0;
        assert_int_equal(ct_spi_port_write_one_wire(port, out, length + 1u), CT_OK);
        assert_int_equal(asked, length + 1);
        asked = 0;
        out[0] |= 0x80;
        assert_int_equal(ct_spi_port_write_one_wire(port, out, 1), CT_OK);
        assert_int_equal(ct_spi_port_read_one_wire(port, in, length), CT_OK);
        f4_pass_us(300); // no clocks after the last byte
        assert_int_equal(asked, length + 1);
        assert_memory_equal(in, out + 1, length);
        ct_host_cancel(&event);
    }
    ct_model_spi_faults[1].is_stuck = true;
    assert_int_equal(ct_spi_port_read_one_wire(port, in, 2), CT_TIMEOUT);
    assert_int_equal(ct_spi_port_write_one_wire(port, out, 3), CT_TIMEOUT);
    ct_model_spi_faults[1].is_stuck = false;
    asked = 0;
    assert_int_equal(ct_spi_port_write_one_wire(port, out, 1), CT_OK);
    assert_int_equal(ct_spi_port_read_one_wire(port, in, 1), CT_OK);
    assert_int_equal(in[0], out[1]);
    EXPECT_REPORT("within a bit", reg_write_raw(SPI1->CR1, 0x833C & ~64); reg_write_raw(SPI1->CR1, 0x837C); reg_write_raw(SPI1->CR1, 0x833C));
}

/* ---- slave, interrupts */

static uint16_t heard[8];
static unsigned heard_count;
void SPI2_Handler(void);
void SPI2_Handler(void) {
    const int frame = ct_spi_port_take(peer);
    if (frame >= 0) heard[heard_count++] = (uint16_t)frame;
    CT_IGNORE(ct_spi_port_put(peer, (uint16_t)(0x40 + heard_count)));
}

static void a_slave_answers(void **state) {
    (void)state;
    heard_count = 0;
    ct_port_enable(SPI2_IRQn, 1);
    assert_int_equal(ct_model_spi_clock(2, 1), -1);
    ct_spi_port_start_slave(peer, .mode = CT_SPI_MODE_1);
    ct_spi_port_listen(peer, CT_SPI_PORT_RECEIVE);
    assert_int_equal(ct_spi_port_put(peer, 0x40), CT_OK);
    assert_int_equal(ct_spi_port_put(peer, 0x41), CT_WOULD_BLOCK);
    for (uint16_t n = 0; n < 5; n++) {
        assert_int_equal(ct_model_spi_clock(2, (uint16_t)(n * 3)), 0x40 + n);
        f4_pass_us(1);
    }
    assert_int_equal(heard_count, 5);
    for (unsigned n = 0; n < 5; n++) assert_int_equal(heard[n], n * 3);
    ct_spi_port_ignore(peer, CT_SPI_PORT_RECEIVE);
    ct_model_spi_clock(2, 1);
    ct_model_spi_clock(2, 2); // nobody took the first
    assert_int_equal(ct_spi_port_take(peer), CT_OVERRUN);
    ct_model_spi_clock(2, 7);
    assert_int_equal(ct_spi_port_take(peer), 7);
    ct_spi_port_stop(peer);
    EXPECT_REPORT("SPI2.SR is read while its peripheral has no clock", CT_IGNORE(ct_spi_port_take(peer)));
}

static void misuse_is_reported(void **state) {
    (void)state;
    ct_spi_port_start(port, CLOCK, 8000000);
    EXPECT_REPORT("SPI1.CR1: settings (0x38) change while the SPI is on", reg_modify(SPI1->CR1, SPI_CR1_BR(7)));
    EXPECT_REPORT("in the middle of a frame", CT_IGNORE(ct_spi_port_put(port, 1)); reg_clear(SPI1->CR1, SPI_CR1_SPE));
    EXPECT_REPORT("while the SPI is off", reg_write(SPI1->DR, SPI_DR_DR(1)));
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_flash_is_read_erased_and_programmed),
        TEST(a_frame_takes_its_time),
        TEST(frames_of_16_bits),
        TEST(the_crc_is_sent_and_checked),
        TEST(the_crc_is_the_known_one),
        TEST(an_interrupt_at_any_access_does_no_harm),
        TEST(an_overrun_is_said_and_over),
        TEST(a_clock_that_stands_still_times_out),
        TEST(without_its_clock_it_is_said),
        TEST(a_second_master_is_noticed),
        TEST(without_pins_nobody_hears),
        TEST(one_wire_carries_both_directions),
        TEST(a_slave_answers),
        TEST(misuse_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
