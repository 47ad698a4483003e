// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// target: rv32
// flags: {device virt}
#include <corten/assert.h>
#include <corten/block.h>
#include <corten/goldfish_rtc.h>

int main(void) {
    //@ 1-5
    return now.second;
}
