// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Marks what `./dev bench` measures in a benchmark firmware.
///
///     // row enqueue: aim 11
///     BENCH_START(enqueue);
///     bool done = ct_spsc_enqueue(&samples, 7);
///     BENCH_STOP(enqueue);
///     BENCH_KEEP(done);
///
/// A marker is a label: no instruction, so nothing has to be subtracted. Every instruction that
/// is executed between the two counts once, in interrupt handlers too. The compiler may not move
/// memory accesses or other assembly over a marker; what it can compute in registers alone it may
/// compute outside, so keep the inputs out of its sight (BENCH_HIDE) and use the results
/// (BENCH_KEEP). A marker stands at one place of the image: in a function that is inlined twice,
/// or in a loop that is unrolled, the assembler says that the symbol is defined twice.
#ifndef CORTEN_BENCH_H
#define CORTEN_BENCH_H

#define BENCH_START(name) BENCH_LABEL_("bench_start_" #name)
#define BENCH_STOP(name)  BENCH_LABEL_("bench_stop_" #name)
// GCC takes every line for an instruction: with the blank ones the label looks too long to be
// copied into several paths, which would define the symbol twice.
#define BENCH_LABEL_(label)                                                                        \
    __asm__ volatile(".globl " label "\n" label ":\n\n\n\n\n\n\n\n\n\n" ::: "memory")

/// The compiler forgets what it knows of the variable's value.
#define BENCH_HIDE(variable) __asm__ volatile("" : "+r"(variable))
/// The value is needed, says this, at no instruction.
#define BENCH_KEEP(value) __asm__ volatile("" ::"r"(value))

#endif
