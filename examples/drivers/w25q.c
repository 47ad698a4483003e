// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A sector is erased, written and read back, by code that takes any storage.
#include "tray.h"

#include <corten/drivers/w25q.h>

CT_W25Q_DEFINE(flash, .spi = TRAY_FLASH, .delay = TRAY_DELAY)

static enum ct_error note(struct ct_storage storage, const char *text, char *back) {
    enum ct_error e = ct_storage_erase(storage, 0, storage.erase_unit);
    if (!e) e = ct_storage_write(storage, 100, text, 8);
    return e ? e : ct_storage_read(storage, 100, back, 8);
}

void w25q_example(void);
void w25q_example(void) {
    char back[8] = "";
    enum ct_error e = flash_start();
    if (!e) e = note(flash_storage(), "cor-ten", back);
    tray_say("w25q", e ? (int)e : back[0]);
}
