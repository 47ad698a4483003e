// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Serial ports: formats, errors, one wire, and DMA with the idle line.
#include "f4_test.h"

#include <corten/assert.h>
#include <corten/gpio.h>
#include <corten/hal/serial_buffered.h>
#include <corten/pin_alternate.h>
#include <corten/usart_dma.h>

#include <stdlib.h>

CT_GPIO(console_out, B, 6);
CT_GPIO(console_in, B, 7);
CT_USART(console, USART1);
static struct ct_usart_port console_port = CT_USART_PORT(console, 8);

CT_SERIAL_BUFFERED(link, CT_USART_SERIAL(&console_port), 32, 32, ct_usart_interrupt_when(console, has_room));

CT_PIN_ALTERNATE(third_tx, C, 6, USART6_TX, PUSH_PULL, PULL_UP, FAST);
CT_PIN_ALTERNATE(third_rx, C, 7, USART6_RX, PUSH_PULL, PULL_UP, FAST);
CT_USART_PINS(USART6, third_tx, third_rx);
CT_USART_PINS(USART6, third_tx);
CT_USART(third, USART6);

CT_GPIO(modem_tx, A, 2);
CT_GPIO(modem_rx, A, 3);
CT_USART(modem, USART2);
CT_DMA_STREAM(modem_out, DMA1, 6, USART2_TX);
CT_DMA_STREAM(modem_in, DMA1, 5, USART2_RX);
CT_USART_DMA(modem, USART2, modem_out, modem_in, 64);

static struct ct_model_terminal terminal;
static unsigned wakes;
static void handle(void) { wakes += ct_usart_dma_interrupt(modem); }
void USART2_Handler(void);
void USART2_Handler(void) { handle(); }
void DMA1_Stream5_Handler(void);
void DMA1_Stream5_Handler(void) { handle(); }

enum { HZ = 16000000, BAUD = 115200, CHARACTER_US = 87 };

static int open(void **state) {
    f4_open(state);
    wakes = 0;
    memset(&modem_dma, 0, sizeof modem_dma);
    memset(&modem_circle_, 0, sizeof modem_circle_);
    console_port.kept = -1;
    ct_gpio_make_alternate(console_out, 7, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
    ct_gpio_make_alternate(console_in, 7, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
    ct_gpio_make_alternate(modem_tx, 7, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
    ct_gpio_make_alternate(modem_rx, 7, CT_GPIO_PUSH_PULL, CT_GPIO_PULL_UP);
    return 0;
}

static void bytes_go_both_ways(void **state) {
    (void)state;
    struct ct_serial port = CT_USART_SERIAL(&console_port);
    ct_model_terminal_attach(&terminal, 1, BAUD);
    ct_usart_start(console, HZ, BAUD);
    const uint64_t began = ct_host_now();
    for (const char *c = "hello"; *c;)
        if (ct_serial_write(port, (uint8_t)*c) == CT_OK) c++;
    while (ct_serial_flush(port) == CT_WOULD_BLOCK) {}
    assert_string_equal(terminal.text, "hello");
    assert_in_range(ct_host_now() - began, 5 * 86000, 5 * 88000); // 10 bits each
    ct_model_terminal_type(&terminal, "ok");
    assert_int_equal(ct_serial_read(port), CT_WOULD_BLOCK);
    int byte;
    while ((byte = ct_serial_read(port)) == CT_WOULD_BLOCK) {}
    assert_int_equal(byte, 'o');
    while ((byte = ct_serial_read(port)) == CT_WOULD_BLOCK) {}
    assert_int_equal(byte, 'k');
}

static void overrun_loses_nothing_that_was_in_time(void **state) {
    (void)state;
    struct ct_serial port = CT_USART_SERIAL(&console_port);
    ct_model_terminal_attach(&terminal, 1, BAUD);
    ct_usart_start(console, HZ, BAUD);
    ct_model_terminal_type(&terminal, "abc");
    f4_pass_us(4 * CHARACTER_US);
    assert_int_equal(ct_serial_read(port), CT_OVERRUN);
    assert_int_equal(ct_serial_read(port), 'a');
    assert_int_equal(ct_serial_read(port), CT_WOULD_BLOCK);
    ct_model_terminal_type(&terminal, "d");
    f4_pass_us(2 * CHARACTER_US);
    assert_int_equal(ct_serial_read(port), 'd');
}

static void damaged_characters_have_their_error(void **state) {
    (void)state;
    struct ct_serial port = CT_USART_SERIAL(&console_port);
    ct_model_terminal_attach(&terminal, 1, BAUD);
    ct_usart_start(console, HZ, BAUD);
    struct ct_model_frame frame = {.bits = 'x', .count = 8, .baud = BAUD, .is_broken = true};
    ct_model_serial_put(&terminal.end, frame);
    f4_pass_us(2 * CHARACTER_US);
    assert_int_equal(ct_serial_read(port), CT_FRAMING);
    frame.is_broken = false;
    frame.is_noisy = true;
    ct_model_serial_put(&terminal.end, frame);
    f4_pass_us(2 * CHARACTER_US);
    assert_int_equal(ct_serial_read(port), CT_NOISE);
    frame.is_noisy = false;
    frame.baud = BAUD * 2; // another rate
    ct_model_serial_put(&terminal.end, frame);
    f4_pass_us(2 * CHARACTER_US);
    assert_int_equal(ct_serial_read(port), CT_FRAMING);
    frame.baud = BAUD * 103 / 100;
    ct_model_serial_put(&terminal.end, frame);
    f4_pass_us(2 * CHARACTER_US);
    assert_int_equal(ct_serial_read(port), 'x');
    assert_int_equal(ct_serial_read(port), CT_WOULD_BLOCK);
}

static struct ct_model_frame heard;
static unsigned heard_count;
static void hear(struct ct_model_serial *end, const struct ct_model_frame *frame) {
    (void)end;
    heard = *frame;
    heard_count++;
}
static void send(uint16_t character) {
    while (ct_usart_write(console, character)) {}
    while (ct_usart_flush(console)) {}
}

static void formats_are_on_the_wire(void **state) {
    (void)state;
    static struct ct_model_serial end;
    end.received = hear;
    ct_model_serial_attach(&end, 1);
    int16_t kept = -1;
    ct_usart_start_as(console, HZ, 9600, CT_USART_EVEN); // 8E1
    send(0x7);
    assert_int_equal(heard.count, 9);
    assert_int_equal(heard.bits, 0x107);
    assert_in_range(heard.baud, 9500, 9700);
    ct_model_serial_put(&end, (struct ct_model_frame){.bits = 0x107, .count = 9, .baud = 9600});
    f4_pass_us(2500);
    assert_int_equal(ct_usart_read(console, 8, &kept), 7);
    ct_model_serial_put(&end, (struct ct_model_frame){.bits = 0x007, .count = 9, .baud = 9600});
    f4_pass_us(2500);
    assert_int_equal(ct_usart_read(console, 8, &kept), CT_PARITY);
    struct ct_serial_errors errors = {0};
    ct_model_serial_put(&end, (struct ct_model_frame){.bits = 0x007, .count = 9, .baud = 9600});
    f4_pass_us(2500);
    assert_int_equal(ct_usart_take(console, &errors), CT_WOULD_BLOCK);
    ct_model_serial_put(&end, (struct ct_model_frame){.bits = 0x107, .count = 9, .baud = 9600});
    f4_pass_us(2500);
    assert_int_equal(ct_usart_take(console, &errors), 7);
    assert_int_equal(errors.parity, 1);
    ct_usart_start_as(console, HZ, 9600, CT_USART_7_BITS | CT_USART_ODD | CT_USART_2_STOPS); // 7O2
    send(0x3);
    assert_int_equal(heard.count, 8);
    assert_int_equal(heard.bits, 0x83);
    const uint64_t began = ct_host_now();
    send(0x3);
    assert_in_range(ct_host_now() - began, 11 * 104000, 11 * 105500); // start, 8, two stops
    ct_usart_start_as(console, HZ, 9600, CT_USART_9_BITS);
    send(0x1AB);
    assert_int_equal(heard.bits, 0x1AB);
    ct_model_serial_put(&end, (struct ct_model_frame){.bits = 0x155, .count = 9, .baud = 9600});
    f4_pass_us(2500);
    assert_int_equal(ct_usart_read(console, 9, &kept), 0x155);
    ct_usart_start_as(console, HZ, 2000000, CT_USART_BY_8); // half of what 16 samples could not
    send('f');
    assert_int_equal(heard.baud, 2000000);
    ct_usart_stop(console);
}

static void one_wire_hears_itself(void **state) {
    (void)state;
    static struct ct_model_serial end;
    end.received = hear;
    heard_count = 0;
    ct_model_serial_attach(&end, 1);
    int16_t kept = -1;
    ct_usart_start_as(console, HZ, BAUD, CT_USART_ONE_WIRE);
    send('a');
    assert_int_equal(ct_usart_read(console, 8, &kept), 'a');
    ct_usart_hear(console, false);
    send('b');
    ct_usart_hear(console, true);
    assert_int_equal(ct_usart_read(console, 8, &kept), CT_WOULD_BLOCK);
    assert_int_equal(heard_count, 2);
    ct_model_serial_put(&end, (struct ct_model_frame){.bits = 'c', .count = 8, .baud = BAUD});
    f4_pass_us(2 * CHARACTER_US);
    assert_int_equal(ct_usart_read(console, 8, &kept), 'c');
}

static void a_pin_that_is_not_set_is_reported(void **state) {
    (void)state;
    ct_model_terminal_attach(&terminal, 1, BAUD);
    ct_gpio_make_input(console_out, CT_GPIO_FLOATING);
    ct_usart_start(console, HZ, BAUD);
    EXPECT_REPORT("USART1 sends, but no pin is set to it", send('x'));
    EXPECT_REPORT("DR is written while TXE is 0", reg_write(USART1->DR, USART_DR_DR(1));
                  reg_write(USART1->DR, USART_DR_DR(2)); reg_write(USART1->DR, USART_DR_DR(3)));
}

/* ---- by interrupt */

static unsigned arrivals;
void USART1_Handler(void);
void USART1_Handler(void) { arrivals += link_interrupt(); }

static void queues_are_moved_by_the_interrupt(void **state) {
    (void)state;
    ct_model_terminal_attach(&terminal, 1, BAUD);
    ct_usart_start(console, HZ, BAUD);
    ct_port_enable(USART1_IRQn, 2);
    link_start();
    const char text[] = "a line that is longer than the queue has room for, sent without a pause";
    const uint64_t began = ct_host_now();
    for (const char *c = text; *c;) {
        if (ct_serial_write(link, (uint8_t)*c) == CT_OK) {
            c++;
        } else {
            f4_pass_us(1);
        }
    }
    while (ct_serial_flush(link) == CT_WOULD_BLOCK) f4_pass_us(1);
    assert_string_equal(terminal.text, text);
    assert_in_range((ct_host_now() - began) / 1000, sizeof text * 86 - 200, sizeof text * 87 + 100); // no gap
    ct_model_terminal_type(&terminal, "typed while nobody looks");
    f4_pass_us(30 * CHARACTER_US);
    assert_true(arrivals > 0);
    char got[32] = "";
    for (int n = 0, byte; (byte = ct_serial_read(link)) >= 0;) got[n++] = (char)byte;
    assert_string_equal(got, "typed while nobody looks");
    ct_model_serial_put(&terminal.end, (struct ct_model_frame){.bits = 'x', .count = 8, .baud = BAUD, .is_noisy = true});
    ct_model_terminal_type(&terminal, "y");
    f4_pass_us(4 * CHARACTER_US);
    assert_int_equal(ct_serial_read(link), CT_NOISE);
    assert_int_equal(ct_serial_read(link), 'y');
}

static void another_port_on_its_pins(void **state) {
    (void)state;
    ct_model_terminal_attach(&terminal, 6, 9600);
    ct_pin_start(third_tx);
    ct_pin_start(third_rx);
    ct_usart_start(third, HZ, 9600);
    CT_MUST(ct_usart_put(third, '6'));
    while (ct_usart_flush(third)) {}
    assert_string_equal(terminal.text, "6");
    ct_usart_stop(third);
}

/* ---- DMA */

static void start_modem(void) {
    ct_model_terminal_attach(&terminal, 2, BAUD);
    ct_usart_start(modem, HZ, BAUD);
    ct_usart_dma_start(modem);
    ct_port_enable(USART2_IRQn, 2);
    ct_port_enable(DMA1_Stream5_IRQn, 2);
}

static void a_buffer_is_sent(void **state) {
    (void)state;
    static CT_DMA_BUFFER(uint8_t, 16) line;
    start_modem();
    memcpy(CT_DMA_ELEMENTS(line), "by DMA", 6);
    assert_int_equal(ct_usart_dma_send(modem, line, 6), CT_OK);
    assert_int_equal(ct_usart_dma_send(modem, line, 6), CT_BUSY);
    EXPECT_STOP("a buffer is touched", (void)CT_DMA_ELEMENTS(line));
    assert_int_equal(ct_usart_dma_flush(modem), CT_WOULD_BLOCK);
    while (ct_usart_dma_flush(modem) == CT_WOULD_BLOCK) {}
    assert_string_equal(terminal.text, "by DMA");
    // the stream is done two characters before the wire is
    assert_int_equal(ct_usart_dma_send(modem, line, 2), CT_OK);
    f4_pass_us(CHARACTER_US / 2);
    assert_false(ct_dma_is_running(modem_out));
    assert_int_equal(ct_usart_dma_flush(modem), CT_WOULD_BLOCK);
    while (ct_usart_dma_flush(modem) == CT_WOULD_BLOCK) {}
    terminal.count = 0;
    memcpy(terminal.text, "", 1);
    // a bus error in the middle: reported, and the port is usable again
    assert_int_equal(ct_usart_dma_send(modem, line, 6), CT_OK);
    ct_model_dma_fail(1, 6, 3);
    enum ct_error e;
    while ((e = ct_usart_dma_flush(modem)) == CT_WOULD_BLOCK) {}
    assert_int_equal(e, CT_TRANSFER);
    assert_int_equal(ct_usart_dma_send(modem, line, 6), CT_OK);
    while (ct_usart_dma_flush(modem) == CT_WOULD_BLOCK) {}
    assert_string_equal(terminal.text, "byby DMA");
}

static void the_idle_line_tells_of_a_short_message(void **state) {
    (void)state;
    char got[64];
    start_modem();
    assert_int_equal(ct_usart_dma_read(modem, got, sizeof got), CT_WOULD_BLOCK);
    ct_model_terminal_type(&terminal, "ping\n");
    f4_pass_us(5 * CHARACTER_US + 10);
    assert_int_equal(wakes, 0);
    f4_pass_us(2 * CHARACTER_US);
    assert_int_equal(wakes, 1);
    assert_int_equal(ct_usart_dma_read(modem, got, sizeof got), 5);
    assert_memory_equal(got, "ping\n", 5);
    assert_int_equal(ct_usart_dma_read(modem, got, sizeof got), CT_WOULD_BLOCK);
    f4_pass_us(1000);
    assert_int_equal(wakes, 1); // idle once
}

static void all_that_comes_arrives_in_order(void **state) {
    (void)state;
    start_modem();
    srand(7);
    uint8_t sent = 0, expected = 0;
    for (unsigned round = 0; round < 300; round++) {
        for (unsigned i = (unsigned)rand() % 40; i; i--)
            ct_model_serial_put(&terminal.end, (struct ct_model_frame){.bits = sent++, .count = 8, .baud = BAUD});
        uint8_t got[32];
        for (bool more = true; more;) {
            more = terminal.end.free_at > ct_host_now();
            if (more) f4_pass_us((unsigned)rand() % (20 * CHARACTER_US));
            int n;
            while ((n = ct_usart_dma_read(modem, got, 1 + (unsigned)rand() % 32)) > 0)
                for (int i = 0; i < n; i++) assert_int_equal(got[i], expected++);
            assert_int_equal(n, CT_WOULD_BLOCK);
        }
    }
    assert_int_equal(expected, sent);
    assert_int_equal(modem_dma.errors.overruns, 0);
}

static void a_reader_that_is_too_slow_is_told(void **state) {
    (void)state;
    char got[64];
    start_modem();
    for (int i = 0; i < 70; i++)
        ct_model_serial_put(&terminal.end, (struct ct_model_frame){.bits = (uint16_t)i, .count = 8, .baud = BAUD});
    f4_pass_us(75 * CHARACTER_US);
    assert_int_equal(ct_usart_dma_read(modem, got, sizeof got), CT_OVERRUN);
    ct_model_terminal_type(&terminal, "again");
    f4_pass_us(10 * CHARACTER_US);
    assert_int_equal(ct_usart_dma_read(modem, got, sizeof got), 5);
    assert_memory_equal(got, "again", 5);
}

static void errors_of_characters_are_counted(void **state) {
    (void)state;
    char got[8];
    start_modem();
    struct ct_model_frame frame = {.bits = 'x', .count = 8, .baud = BAUD, .is_broken = true};
    ct_model_serial_put(&terminal.end, frame);
    f4_pass_us(4 * CHARACTER_US);
    assert_int_equal(modem_dma.errors.framing, 1);
    ct_model_terminal_type(&terminal, "y");
    f4_pass_us(4 * CHARACTER_US);
    assert_int_equal(ct_usart_dma_read(modem, got, sizeof got), 2);
    assert_int_equal(got[1], 'y');
}

static void a_bus_error_is_told_and_reception_begins_anew(void **state) {
    (void)state;
    char got[8];
    start_modem();
    ct_model_dma_fail(1, 5, 2);
    ct_model_terminal_type(&terminal, "abcd");
    f4_pass_us(8 * CHARACTER_US);
    assert_true(wakes > 0);
    assert_int_equal(ct_usart_dma_read(modem, got, sizeof got), CT_TRANSFER);
    ct_usart_dma_start(modem);
    ct_model_terminal_type(&terminal, "ef");
    f4_pass_us(8 * CHARACTER_US);
    assert_int_equal(ct_usart_dma_read(modem, got, sizeof got), 2);
    assert_memory_equal(got, "ef", 2);
}

#define TEST(name) cmocka_unit_test_setup(name, open)
int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(bytes_go_both_ways), TEST(overrun_loses_nothing_that_was_in_time),
        TEST(damaged_characters_have_their_error), TEST(formats_are_on_the_wire), TEST(one_wire_hears_itself),
        TEST(a_pin_that_is_not_set_is_reported),
        TEST(queues_are_moved_by_the_interrupt), TEST(another_port_on_its_pins), TEST(a_buffer_is_sent),
        TEST(the_idle_line_tells_of_a_short_message), TEST(all_that_comes_arrives_in_order),
        TEST(a_reader_that_is_too_slow_is_told), TEST(errors_of_characters_are_counted),
        TEST(a_bus_error_is_told_and_reception_begins_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
