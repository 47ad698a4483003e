// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Flash memory: keys, sectors, programming that clears bits only, protection, and that a read waits
// while it is busy. RM0090, 3.5, 3.6 and 3.9; times: DS8626 table 39, typical.
#include <corten/registers.h>
#include <corten/stm32.h>
#include <corten/stm32f4_model.h>

#include <string.h>

enum { AT = 0x08000000, BYTES = CT_STM32_FLASH_SECTORS == 12 ? 0x100000 : 0x80000, PROGRAM_NS = 16000 };

struct ct_model_flash ct_model_flash;
static uint8_t content[BYTES];
static uint32_t identity[8]; // 0x1FFF7A10: the number of the chip, its flash
static uint64_t busy_until;
static unsigned key_step;
static bool is_shut; // a wrong key: until the next reset

static unsigned sector_of(uint32_t offset) {
    return offset < 0x10000 ? offset / 0x4000 : offset < 0x20000 ? 4 : 4 + offset / 0x20000;
}
static uint32_t start_of(unsigned sector) { return sector <= 4 ? sector * 0x4000 : (sector - 4) * 0x20000; }
static uint32_t bytes_of(unsigned sector) { return sector < 4 ? 0x4000 : sector == 4 ? 0x10000 : 0x20000; }
static bool is_protected(unsigned sector) {
    return !(CT_MODEL_GET(FLASH->OPTCR, FLASH_OPTCR_nWRP) >> sector & 1);
}

static void fails(uint32_t flag) { ct_model_poke(FLASH->SR, ct_model_peek(FLASH->SR) | flag); }

static void ready(void *unused) {
    (void)unused;
    if (ct_model_flash.is_stuck) return;
    CT_MODEL_PUT(FLASH->SR, FLASH_SR_BSY, 0);
    if (CT_MODEL_GET(FLASH->CR, FLASH_CR_EOPIE)) fails((uint32_t)reg_mask(FLASH_SR_EOP));
    ct_model_poke(FLASH->CR, ct_model_peek(FLASH->CR) & ~(uint32_t)reg_mask(FLASH_CR_STRT));
    ct_model_line(FLASH_IRQn, CT_MODEL_GET(FLASH->SR, FLASH_SR_EOP));
}
static void busy(uint64_t ns) {
    CT_MODEL_PUT(FLASH->SR, FLASH_SR_BSY, 1);
    busy_until = ct_host_now() + ns;
    ct_model_after(&ct_model_flash.ready, ns, ready, NULL);
}

/// A write to the memory itself. It is refused always: what it does is done here.
static bool program(uint32_t address, unsigned size, uint32_t value) {
    const uint32_t offset = address - AT, cr = ct_model_peek(FLASH->CR);
    if (CT_MODEL_GET(FLASH->SR, FLASH_SR_BSY)) {
        ct_model_report("flash is written at 0x%x while it is busy", address);
    } else if ((cr & reg_mask(FLASH_CR_LOCK)) || !(cr & reg_mask(FLASH_CR_PG))) {
        ct_model_report("flash is written at 0x%x while it is locked, or PG is 0", address);
        fails((uint32_t)reg_mask(FLASH_SR_PGSERR));
    } else if (size != 1u << CT_MODEL_IN(cr, FLASH_CR_PSIZE)) {
        fails((uint32_t)reg_mask(FLASH_SR_PGPERR));
    } else if (address % size) {
        fails((uint32_t)reg_mask(FLASH_SR_PGAERR));
    } else if (is_protected(sector_of(offset))) {
        fails((uint32_t)reg_mask(FLASH_SR_WRPERR));
    } else {
        for (unsigned i = 0; i < size; i++) content[offset + i] &= (uint8_t)(value >> (8 * i));
        busy(PROGRAM_NS);
    }
    return false;
}

static void start_erase(void) {
    const uint32_t cr = ct_model_peek(FLASH->CR), sector = CT_MODEL_IN(cr, FLASH_CR_SNB);
    if (!(cr & reg_mask(FLASH_CR_SER)) || (cr & reg_mask(FLASH_CR_PG)) || sector >= CT_STM32_FLASH_SECTORS) {
        fails((uint32_t)reg_mask(FLASH_SR_PGSERR));
    } else if (is_protected(sector)) {
        fails((uint32_t)reg_mask(FLASH_SR_WRPERR));
    } else {
        memset(content + start_of(sector), 0xFF, bytes_of(sector));
        busy(bytes_of(sector) == 0x4000 ? 250000000 : bytes_of(sector) == 0x10000 ? 550000000 : 1000000000);
        return;
    }
    ct_model_poke(FLASH->CR, cr & ~(uint32_t)reg_mask(FLASH_CR_STRT));
}

static void wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    (void)part;
    static const uint32_t keys[2] = {0x45670123, 0xCDEF89AB};
    switch (w->offset) {
    case offsetof(struct FLASH_regs, KEYR):
        if (is_shut || key_step > 1 || w->value != keys[key_step]) {
            is_shut = true;
            ct_model_report("FLASH.KEYR: the keys are not in their order: locked until the next reset");
        } else if (++key_step == 2) {
            ct_model_poke(FLASH->CR, ct_model_peek(FLASH->CR) & ~(uint32_t)reg_mask(FLASH_CR_LOCK));
        }
        break;
    case offsetof(struct FLASH_regs, CR):
        if (w->before & reg_mask(FLASH_CR_LOCK)) {
            if ((w->value & ~(uint32_t)reg_mask(FLASH_CR_LOCK)) != 0)
                ct_model_report("FLASH.CR is written while it is locked");
            ct_model_poke(FLASH->CR, w->before);
            return;
        }
        if (CT_MODEL_GET(FLASH->SR, FLASH_SR_BSY) && !ct_model_flash.is_stuck) {
            ct_model_report("FLASH.CR is written while the flash is busy");
        } else if (w->now & ~w->before & reg_mask(FLASH_CR_STRT)) {
            start_erase();
        }
        if (w->now & reg_mask(FLASH_CR_LOCK)) key_step = 0;
        break;
    case offsetof(struct FLASH_regs, SR): ct_model_line(FLASH_IRQn, CT_MODEL_GET(FLASH->SR, FLASH_SR_EOP)); break;
    case offsetof(struct FLASH_regs, ACR):
        if ((w->now & reg_mask(FLASH_ACR_DCRST) && w->now & reg_mask(FLASH_ACR_DCEN)) ||
            (w->now & reg_mask(FLASH_ACR_ICRST) && w->now & reg_mask(FLASH_ACR_ICEN)))
            ct_model_report("FLASH.ACR: a cache is reset that is on");
        break;
    }
}

static void reset(struct ct_model_part *part) {
    (void)part;
    ct_host_cancel(&ct_model_flash.ready);
    key_step = 0;
    is_shut = false;
}

void ct_model_flash_protect(unsigned sector) {
    ct_model_poke(FLASH->OPTCR, ct_model_peek(FLASH->OPTCR) & ~(1u << (16 + sector)));
}
uint8_t *ct_model_flash_content(uint32_t address) { return content + (address - AT); }

void ct_model_add_flash(void) {
    memset(content, 0xFF, sizeof content);
    ct_model_flash = (struct ct_model_flash){.part = {.name = "FLASH", .reset = reset, .wrote = wrote}};
    ct_model_add(&ct_model_flash.part);
    ct_model_place(AT, content, sizeof content, program);
    for (unsigned i = 0; i < 3; i++) identity[i] = 0x11111111u * (i + 1);
    identity[4] = (uint32_t)BYTES / 1024 << 16;
    ct_model_place(0x1FFF7A10, identity, sizeof identity, NULL);
}
