// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: board
#include <corten/assert.h>
#include <corten/hal/soft_spi.h>
#include <corten/hal/spi_shared.h>

#include <assert.h>

static unsigned edges;
static enum ct_error set(void *pin) { return (void)pin, edges++, CT_OK; }
static int level(void *pin) { return (void)pin, 1; }
static void ns(void *object, uint32_t ns) { (void)object, assert(ns == 5000); }
static const struct ct_output_ops output_ops = {.set_high = set, .set_low = set};
static const struct ct_input_ops input_ops = {level};
static const struct ct_delay_ops delay_ops = {.ns = ns};
#define CLOCK_PIN ((struct ct_output_pin){&output_ops, NULL})
#define OUT_PIN   CLOCK_PIN
#define SELECT    CLOCK_PIN
#define IN_PIN    ((struct ct_input_pin){&input_ops, NULL})
#define DELAY     ((struct ct_delay){&delay_ops, NULL})
//@ 1
//@ 4
int main(void) {
    uint8_t data[4] = {0};
    //@ 2-3
    assert(edges == 1 + 4 * 8 * 3);
    CT_MUST(ct_spi_read(chip, data, 1));
    assert(data[0] == 0xFF);
}
