// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Locks that are wrong in the ways that published kernels were wrong, in the place of the port's:
/// the tests that must find them are worth nothing if they do not.
///
///   BROKEN_WITHOUT_CLOBBER    the compiler may move what is guarded out of the lock (a version
///                             of Rust's cortex-m: every contended update was lost)
///   BROKEN_EMPTY              a core without BASEPRI gets no lock at all (SST on ARMv6-M)
///   BROKEN_ZERO_IS_LOWEST     BASEPRI 0 is taken for the lowest priority, so that the first lock
///                             has no effect (SST)
///   BROKEN_CEILING            one level too low
#ifndef TESTS_BROKEN_LOCK_H
#define TESTS_BROKEN_LOCK_H

#include <corten/port.h>

ct_inline struct ct_port_lock broken_raise(unsigned ceiling, uint32_t sources) {
    (void)sources, (void)ceiling;
    struct ct_port_lock lock = {0};
#if defined BROKEN_EMPTY
    CT_COMPILER_BARRIER();
#elif defined BROKEN_WITHOUT_CLOBBER
    __asm__ volatile("mrs %0, basepri" : "=r"(lock.before));
    __asm__ volatile("msr basepri_max, %0" ::"r"(CT_PORT_PRIORITY_(ceiling)));
#elif defined BROKEN_ZERO_IS_LOWEST
    __asm__ volatile("mrs %0, basepri" : "=r"(lock.before)::"memory");
    if (CT_PORT_PRIORITY_(ceiling) < lock.before)
        __asm__ volatile("msr basepri, %0" ::"r"(CT_PORT_PRIORITY_(ceiling)) : "memory");
#elif defined BROKEN_CEILING
    if (ceiling > 1) {
        __asm__ volatile("mrs %0, basepri" : "=r"(lock.before)::"memory");
        __asm__ volatile("msr basepri_max, %0" ::"r"(CT_PORT_PRIORITY_(ceiling - 1)) : "memory");
    }
#endif
    return lock;
}

ct_inline void broken_lower(struct ct_port_lock lock, unsigned ceiling, uint32_t sources) {
    (void)sources, (void)ceiling, (void)lock;
#ifdef BROKEN_EMPTY
    CT_COMPILER_BARRIER();
#endif
#if CT_PORT_HAS_BASEPRI
#    ifdef BROKEN_WITHOUT_CLOBBER
    __asm__ volatile("msr basepri, %0" ::"r"(lock.before));
#    else
    __asm__ volatile("msr basepri, %0" ::"r"(lock.before) : "memory");
#    endif
#endif
}

#define ct_port_raise broken_raise
#define ct_port_lower broken_lower

#endif
