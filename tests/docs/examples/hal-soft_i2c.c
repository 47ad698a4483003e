// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/hal/soft_i2c.h>

#include <assert.h>

static bool lines[2] = {true, true};
static unsigned clocks;
static enum ct_error drive(void *line, bool high) {
    if (line == &lines[0] && high && !lines[0]) clocks++;
    *(bool *)line = high;
    return CT_OK;
}
static enum ct_error let_go(void *line) { return drive(line, true); }
// a device that pulls the data line down at the acknowledgements of the three bytes sent
static int level(void *line) {
    if (line == &lines[1] && (clocks == 9 || clocks == 18 || clocks == 28)) return 0;
    return *(bool *)line;
}
static const struct ct_bidirectional_ops line_ops = {drive, let_go, level};
static void ns(void *object, uint32_t ns) { (void)object, (void)ns; }
static const struct ct_delay_ops delay_ops = {.ns = ns};
#define SCL_PIN ((struct ct_bidirectional_pin){&line_ops, &lines[0]})
#define SDA_PIN ((struct ct_bidirectional_pin){&line_ops, &lines[1]})
#define DELAY   ((struct ct_delay){&delay_ops, NULL})
//@ 1
int main(void) {
    //@ 2-5
    assert(id == 0xFF);
}
