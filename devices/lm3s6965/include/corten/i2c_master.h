// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// I2C of the LM3S6965 as a bus of hal/.
///
///     CT_I2C_MASTER(sensors, I2C0, 50000000);                  // claims I2C0; core clock in Hz
///
///     ct_i2c_master_start(sensors, 400000);                    // its pins are the caller's
///     uint8_t id;
///     CT_MUST(ct_i2c_read(CT_I2C_MASTER_BUS(sensors), CT_I2C_7(0x76), &id, 1));
///
/// Addresses of 7 bits. It cannot send an address without a byte behind it, so a write of nothing,
/// which asks whether a device is there, reads a byte and drops it. Every wait ends with CT_TIMEOUT after 2.5 million cycles or more (a
/// byte takes 225 us at 40 kHz, and a device may stretch it); the bus is given up then, and it can be
/// used again. One context at a time. Data sheet DS-LM3S6965-12746.2515, 15.
#ifndef CORTEN_I2C_MASTER_H
#define CORTEN_I2C_MASTER_H

#include <corten/claim.h>
#include <corten/hal/i2c.h>
#include <corten/registers.h>

/// An I2C. Made by CT_I2C_MASTER; a constant, so that nothing of it is left in the machine code.
struct ct_i2c_master {
    struct I2C_regs *registers;
    uint8_t enable_bit; ///< of RCGC1
};

/// At file scope: claims I2C0 or I2C1 under a name. Refused: one that is claimed already.
/// `clock_hz`: the core's.
#define CT_I2C_MASTER(name, instance, clock_hz)                                                    \
    CT_CLAIM_(instance);                                                                           \
    CT_I2C_MASTER_CLAIMED(name, instance, clock_hz)
/// The same without the claim, for headers whose source file has it.
#define CT_I2C_MASTER_CLAIMED(name, instance, clock_hz)                                            \
    enum { name##_clock_hz_ = (clock_hz) };                                                        \
    CT_I2C_MASTER_CLAIMED_(name, CT_I2C_OF_##instance);                                            \
    static CT_NOINLINE __attribute__((unused)) enum ct_error name##_transaction_(                  \
        void *object, struct ct_i2c_address address, const struct ct_i2c_operation *operations,    \
        size_t count) {                                                                            \
        (void)object;                                                                              \
        return ct_i2c_master_transaction(name, address, operations, count);                        \
    }                                                                                              \
    static const __attribute__((unused)) struct ct_i2c_ops name##_i2c_ops_ = {name##_transaction_, NULL}
#define CT_I2C_MASTER_CLAIMED_(name, which)                                                        \
    static const __attribute__((unused)) struct ct_i2c_master name = CT_I2C_MASTER_MAKE_ which
#define CT_I2C_MASTER_MAKE_(address, bit) {CT_REG_AT(I2C_regs, address), bit}

// (address, bit of RCGC1): data sheet, table 2-8 and register 22 of chapter 5
#define CT_I2C_OF_I2C0 (0x40020000u, 12)
#define CT_I2C_OF_I2C1 (0x40021000u, 14)

/// A claimed I2C as a bus of hal/.
#define CT_I2C_MASTER_BUS(name) ((struct ct_i2c){&name##_i2c_ops_, NULL})

/// The rate is clock / (20 * (1 + TPR)) (15.2.1.1): TPR for the highest one that is not above `hz`.
#define CT_I2C_TPR(clock_hz, hz) (((clock_hz) + 20u * (hz)-1u) / (20u * (hz)) - 1u)

/// `subject: this I2C speed ...`, at compile time.
#define CT_I2C_CHECK_SPEED(subject, clock_hz, hz)                                                  \
    _Static_assert((hz) > 0 && (hz) <= 400000, subject ": this I2C speed is above 400 kHz");       \
    _Static_assert(CT_I2C_TPR((uint32_t)(clock_hz), hz) <= 127u &&                                 \
                       (clock_hz) / (20u * (CT_I2C_TPR((uint32_t)(clock_hz), hz) + 1u)) * 3u >= (hz)*2u, \
                   subject ": this I2C speed is more than a third away from what this clock can make")

/// Turns an I2C on as a master, at the highest rate that is not above `hz`, a constant. Init.
#define ct_i2c_master_start(name, hz)                                                              \
    do {                                                                                           \
        CT_I2C_CHECK_SPEED(#name, name##_clock_hz_, hz);                                           \
        ct_i2c_master_start_divided((name), CT_I2C_TPR((uint32_t)name##_clock_hz_, hz));           \
    } while (0)

/// The same with a divisor that somebody has checked.
ct_inline void ct_i2c_master_start_divided(struct ct_i2c_master i2c, uint32_t tpr) {
    reg_write_raw(SYSCTL->RCGC1, reg_raw(SYSCTL->RCGC1) | 1u << i2c.enable_bit);
    (void)reg_raw(SYSCTL->RCGC1); // three cycles until it answers
    (void)reg_raw(SYSCTL->RCGC1);
    reg_write(i2c.registers->MCR, I2C_MCR_MFE(1));
    reg_write(i2c.registers->MTPR, I2C_MTPR_TPR(tpr));
}

enum {
    CT_I2C_TRIES = 500000, ///< looks at BUSY, 5 cycles each or more
    // of MCC
    CT_I2C_RUN_ = 1, CT_I2C_START_ = 2, CT_I2C_STOP_ = 4, CT_I2C_ACK_ = 8,
};

// Says what is to be done and waits for the end of it. After an error the bus is free.
ct_inline enum ct_error ct_i2c_master_step_(struct ct_i2c_master i2c, uint32_t what) {
    struct I2C_regs *registers = i2c.registers;
    reg_write_raw(registers->MCC, what);
    uint32_t tries = CT_I2C_TRIES;
    while (reg_get(registers->MCS, I2C_MCS_BUSY)) {
        if (--tries) continue;
        reg_write(registers->MCR, I2C_MCR_MFE(0)); // lets go of the lines
        reg_write(registers->MCR, I2C_MCR_MFE(1));
        return CT_TIMEOUT;
    }
    reg_snapshot(status, registers->MCS);
    if (!reg_get(status, I2C_MCS_ERROR)) return CT_OK;
    if (reg_get(status, I2C_MCS_ARBLST)) return CT_ARBITRATION; // the bus is another's
    if (!(what & CT_I2C_STOP_)) {
        reg_write_raw(registers->MCC, CT_I2C_STOP_);
        for (tries = CT_I2C_TRIES; tries && reg_get(registers->MCS, I2C_MCS_BUSY); tries--) {}
    }
    return reg_get(status, I2C_MCS_ADRACK)   ? CT_NO_ACKNOWLEDGE_ADDRESS
           : reg_get(status, I2C_MCS_DATACK) ? CT_NO_ACKNOWLEDGE_DATA
                                             : CT_BUS;
}

/// What ct_i2c_transaction() does.
ct_inline enum ct_error ct_i2c_master_transaction(struct ct_i2c_master i2c,
                                                  struct ct_i2c_address address,
                                                  const struct ct_i2c_operation *operations,
                                                  size_t count) {
    if (address.is_ten) return CT_UNSUPPORTED;
    size_t bytes = 0;
    for (size_t n = 0; n < count; n++) {
        if (operations[n].read && operations[n].length == 0) return CT_INVALID;
        bytes += operations[n].length;
    }
    if (count == 0) return CT_OK;
    if (bytes == 0) {
        reg_write(i2c.registers->MSA, I2C_MSA_SA(address.bits), I2C_MSA_RS_Receive);
        return ct_i2c_master_step_(i2c, CT_I2C_RUN_ | CT_I2C_START_ | CT_I2C_STOP_);
    }
    int direction = -1; // 1: receives
    for (size_t n = 0; n < count; n++) {
        const struct ct_i2c_operation *one = &operations[n];
        const bool receives = one->read;
        for (size_t at = 0; at < one->length; at++) {
            bytes--;
            uint32_t what = CT_I2C_RUN_ | (bytes == 0 ? (uint32_t)CT_I2C_STOP_ : 0u);
            if (direction != receives) {
                direction = receives;
                reg_write(i2c.registers->MSA, I2C_MSA_SA(address.bits), I2C_MSA_RS(receives));
                what |= CT_I2C_START_;
            }
            if (receives) {
                // acknowledged, unless it is the last before a change of direction or the end
                size_t next = n;
                bool more = at + 1 < one->length;
                while (!more && ++next < count) {
                    if (operations[next].length == 0) continue;
                    if (!operations[next].read) break;
                    more = true;
                }
                if (more) what |= CT_I2C_ACK_;
            } else {
                reg_write(i2c.registers->MDR, I2C_MDR_DATA(one->write[at]));
            }
            const enum ct_error e = ct_i2c_master_step_(i2c, what);
            if (e) return e;
            if (receives) one->read[at] = (uint8_t)reg_get(i2c.registers->MDR, I2C_MDR_DATA);
        }
    }
    return CT_OK;
}

#endif
