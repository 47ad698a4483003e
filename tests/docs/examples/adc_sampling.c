// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// target: m3
// flags: {device lm3s6965}
#include <corten/adc_sampling.h>
#include <corten/assert.h>
#include <corten/block.h>

//@ 1
int main(void) {
    //@ 2-5
    return n;
}
