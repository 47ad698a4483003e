// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// Memory that two contexts share, read and written without a lock: single loads and stores, in
/// order. The concurrent containers touch what they share through this header alone, and with
/// CT_MODEL defined every access becomes a step of the explorer in containers/tests/model.
///
///     uint32_t tail = ct_shared_load(&queue->tail, sizeof queue->tail);
///
/// On a microcontroller's one core an interrupt sees the memory in program order, so a compiler
/// barrier is all the ordering there is to do (ARMv6-M, v7-M, v8-M and RV32 with one hart). On
/// the host the contexts are threads: acquire and release.
#ifndef CORTEN_SHARED_H
#define CORTEN_SHARED_H

#include <corten/compiler.h>

#ifdef CT_MODEL
uint32_t ct_model_load(const void *at, uint32_t width);
void ct_model_store(void *at, uint32_t width, uint32_t value);
void ct_model_write(void *shared, const void *from, size_t size);
void ct_model_read(void *to, const void *shared, size_t size);
#    define ct_shared_load  ct_model_load
#    define ct_shared_own   ct_model_load
#    define ct_shared_store ct_model_store
#    define ct_shared_copy_  ct_model_write
#    define ct_shared_fetch_ ct_model_read
#else

#    if (defined __ARM_ARCH_PROFILE && __ARM_ARCH_PROFILE == 'M') ||                               \
        (defined __riscv && !defined __linux__)
// A plain access of 1, 2 or 4 aligned bytes is one instruction, and the empty assembly pins it:
// what was loaded is in a register from here on. (GCC extends the result of an atomic or volatile
// load once more than necessary.)
#        define CT_LOAD_(type, at)         (*(const type *)(at))
#        define CT_STORE_(type, at, value) (*(type *)(at) = (type)(value))
#        define CT_LOADED_(value)          __asm__ volatile("" : "+r"(value) : : "memory")
#        define CT_BEFORE_STORE_()         CT_COMPILER_BARRIER()
#        define CT_AFTER_STORE_()          CT_COMPILER_BARRIER()
#    else
#        define CT_LOAD_(type, at)         __atomic_load_n((const type *)(at), __ATOMIC_ACQUIRE)
#        define CT_STORE_(type, at, value)                                                         \
            __atomic_store_n((type *)(at), (type)(value), __ATOMIC_RELEASE)
#        define CT_LOADED_(value)  ((void)(value))
#        define CT_BEFORE_STORE_() ((void)0)
#        define CT_AFTER_STORE_()  ((void)0)
#    endif

/// A number that the other side writes: nothing later is done before it is read.
/// width: 1, 2 or 4 bytes. Any context.
ct_inline uint32_t ct_shared_load(const void *at, uint32_t width) {
    uint32_t value;
    switch (width) {
    case 1: value = CT_LOAD_(uint8_t, at); break;
    case 2: value = CT_LOAD_(uint16_t, at); break;
    default: value = CT_LOAD_(uint32_t, at); break;
    }
    CT_LOADED_(value);
    return value;
}

/// A number that only the caller's side writes.
ct_inline uint32_t ct_shared_own(const void *at, uint32_t width) {
    switch (width) {
    case 1: return *(const uint8_t *)at;
    case 2: return *(const uint16_t *)at;
    default: return *(const uint32_t *)at;
    }
}

/// Publishes a number: everything earlier is done before it is written.
ct_inline void ct_shared_store(void *at, uint32_t width, uint32_t value) {
    CT_BEFORE_STORE_();
    switch (width) {
    case 1: CT_STORE_(uint8_t, at, value); break;
    case 2: CT_STORE_(uint16_t, at, value); break;
    default: CT_STORE_(uint32_t, at, value); break;
    }
    CT_AFTER_STORE_();
}
#endif

// Bytes into and out of shared slots.
#ifndef CT_MODEL
#    define ct_shared_copy_  __builtin_memcpy
#    define ct_shared_fetch_ __builtin_memcpy
#endif

// An element into and out of a shared slot. The index that guards the slot orders it.
#ifdef CT_MODEL
#    define ct_shared_set_(slot, value)                                                            \
        do {                                                                                       \
            __typeof__(*(slot)) ct_copy_;                                                          \
            ct_set_(&ct_copy_, value);                                                             \
            ct_model_write((slot), &ct_copy_, sizeof ct_copy_);                                    \
        } while (0)
#    define ct_shared_take_(into, slot)                                                            \
        do {                                                                                       \
            __typeof__(*(slot)) *ct_into_ = (into);                                                \
            ct_check_fits_(ct_into_, into);                                                        \
            ct_model_read(ct_into_, (slot), sizeof *(slot));                         \
        } while (0)
#else
#    define ct_shared_set_(slot, value)  ct_set_(slot, value)
#    define ct_shared_take_(into, slot) ct_take_(into, slot)
#endif

#endif
