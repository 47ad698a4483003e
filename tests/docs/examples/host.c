// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
#include <corten/host.h>
#include <corten/port.h>

#include <assert.h>

static unsigned conversions;
static void conversion_done(void *argument) { conversions += !argument; }
int main(void) {
    //@ 1-2
    ct_port_relax();
    assert(!conversions);
    ct_port_wait();
    assert(conversions == 1 && ct_host_now() == 2000);
}
