// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/layout.h>
#include <corten/panic.h>
#include <corten/panic_port.h>

enum { MAGIC = 0x50414e43 };

static struct ct_panic_record ct_panic_record_ CT_NO_INIT;

/// FNV-1a over all that follows the sum: the garbage of a cold start does not pass for a record.
static uint32_t sum_of(const struct ct_panic_record *record) {
    const unsigned char *byte = (const unsigned char *)record;
    uint32_t sum = 2166136261u;
    for (size_t i = offsetof(struct ct_panic_record, message); i < sizeof *record; i++)
        sum = (sum ^ byte[i]) * 16777619u;
    return sum;
}

const struct ct_panic_record *ct_panic_last(void) {
    const struct ct_panic_record *last = &ct_panic_record_;
    return last->magic_ == MAGIC && last->sum_ == sum_of(last) ? last : NULL;
}

void ct_panic_forget(void) { ct_panic_record_.magic_ = 0; }

_Noreturn void ct_panic_with(const struct ct_panic_record *record) {
    ct_panic_port_mask_interrupts();
    ct_panic_record_ = *record;
    ct_panic_record_.magic_ = MAGIC;
    ct_panic_record_.sum_ = sum_of(&ct_panic_record_);
    ct_panic_end(&ct_panic_record_);
}

_Noreturn void ct_panic(const struct ct_panic_site *site) {
    ct_panic_port_mask_interrupts();
    const struct ct_panic_record record = {
        .message = site->message,
        .file = site->file,
        .line = site->line,
        .exception = ct_panic_port_exception(),
        .task = ct_panic_port_task(),
    };
    ct_panic_with(&record);
}
