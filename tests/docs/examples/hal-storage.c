// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/assert.h>
#include <corten/hal/storage.h>

#include <assert.h>
#include <string.h>

static uint8_t memory[8192];
static enum ct_error take(void *object, uint32_t address, uint8_t *data, uint32_t length) {
    (void)object;
    memcpy(data, memory + address, length);
    return CT_OK;
}
static enum ct_error put(void *object, uint32_t address, const uint8_t *data, uint32_t length) {
    (void)object;
    for (uint32_t n = 0; n < length; n++) memory[address + n] &= data[n];
    return CT_OK;
}
static enum ct_error erase(void *object, uint32_t address, uint32_t length) {
    (void)object;
    memset(memory + address, 0xFF, length);
    return CT_OK;
}
int main(void) {
    static const struct ct_storage_ops ops = {take, put, erase};
    const struct ct_storage flash = {&ops, NULL, sizeof memory, 1, 4, 4096};
    const char text[16] = "fifteen letters";
    char back[16];
    //@ 1-3
    assert(!strcmp(back, text));
    assert(ct_storage_erase(flash, 0, 100) == CT_NOT_ALIGNED && ct_storage_write(flash, 2, text, 4) == CT_NOT_ALIGNED);
    assert(ct_storage_read(flash, 8190, back, 4) == CT_OUT_OF_RANGE && ct_storage_read(flash, 0xFFFFFFFF, back, 2) == CT_OUT_OF_RANGE);
}
