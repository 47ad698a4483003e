// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// needs: panic
// sources: containers/src/spsc.c
// skip: 5-8
#include <corten/spsc.h>

#include <assert.h>

static unsigned lost, sum;
static void count_lost_sample(void) { lost++; }
static void print(unsigned sample) { sum += sample; }

//@ 1
//@ 9-11
void measure(CT_SPSC_PRODUCER(sample_queue) *out) {
    if (ct_spsc_enqueue(out, 7)) count_lost_sample();
}
void report(CT_SPSC_CONSUMER(sample_queue) *in) {
    uint16_t taken;
    while (!ct_spsc_dequeue(in, &taken)) print(taken);
}

int main(void) {
    //@ 2
    //@ 3-4
    assert(lost == 0 && sum == 512);
    //@ 12
    assert(ct_spsc_used(&queue) == 1);
    report(ct_spsc_consumer(&queue));
    assert(lost == 0 && sum == 512 + 7);
}
