// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#define CT_APP_MAIN
#include "application.h"

void init(struct init_task self) {
    CT_LOCK(self, total, t) CHECK_EQUAL(*t, 100);
    CHECK_EQUAL(*CT_LOCAL_OF(self, idle_local), 7);
    CT_SET(self, factor, 1);
    CT_MUST(collects_spawn(1000));
    CT_MUST(counts_spawn());
}

void edge(struct edge_task self) {
    CT_LOCK(self, total, t) *t += 1;
    CT_MUST(adds_spawn(10, false));
}
