// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/compiler.h>

#include <assert.h>

static unsigned levels;
//@ 1-3
ct_inline bool ct_gpio_is_set_high(struct ct_gpio pin) { return levels >> pin.number & 1u; }
ct_inline bool ct_gpio_is_high(struct ct_gpio pin) { return ct_gpio_is_set_high(pin); }
ct_inline void ct_gpio_toggle(struct ct_gpio pin) { levels ^= 1u << pin.number; }
//@ 4
static const struct ct_gpio lamp = {3};
int main(void) {
    //@ 5
    assert(levels == 8 && ct_input_is_high(CT_GPIO_INPUT(lamp)) == 1);
}
