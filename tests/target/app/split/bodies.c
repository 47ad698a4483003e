// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "application.h"

void counts(struct counts_task self) {
    CT_LOCK(self, total, t) {
        ct_port_pend(GPIOD_IRQn); // waits for the end of the lock, here as in one file
        CHECK_EQUAL(*t, 100);
        *t += 1;
    }
    *CT_LOCK_FREE_OF(self, of_one_priority) += 1;
    CT_MUST(adds_spawn_after(CT_MS(3), 20, true));
}

static void add(struct total_key key, uint32_t by) { CT_LOCK(key, total, t) *t += by; }

void adds(struct adds_task self, uint32_t by, bool last) {
    add(CT_KEY(self, total), by * *CT_READ_ONLY_OF(self, factor));
    CT_LOCK(self, table, t) t->a[1] = (uint8_t)(t->a[1] + by);
    if (last) {
        CHECK_EQUAL(values_try_send((struct values_sender){}, by), CT_OK);
        values_close();
    }
}

#if EXTRA
void extra(struct extra_task self) { CT_LOCK(self, total, t) *t += 1000; }
#endif
