// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The frame of device models: what a chip does, in a native build, when its registers are accessed.
///
///     static void wrote(struct ct_model_part *p, const struct ct_model_write *w) {
///         if (w->offset == 0) ct_model_put(p, 4, w->now + 1);   // the next register follows
///     }
///     static struct ct_model_part unit = {.name = "RCC", .wrote = wrote};
///     ct_model_open(&device_model);
///     ct_model_add(&unit);                                  // its registers, by their names
///     ct_model_start();                                     // reset; from now on the verbs come here
///
/// Storage, access rights and reset values are the description's (<corten/reg_model.h>); a part adds
/// what a peripheral does. One chip a process. Time is arch/host's virtual time: each access takes
/// ct_model_access_ns of it, so that loops over a flag end, and events and interrupts come between
/// two accesses, as on the chip. What a program does wrong is reported (ct_model_report). How to
/// write a model: devices/model/README.md. For native builds, from one thread.
#ifndef CORTEN_MODEL_H
#define CORTEN_MODEL_H

#include <corten/compiler.h>
#include <corten/host.h>
#include <corten/reg_model.h>

/* ---- parts */

/// A write, after the description's rights and effects have done their part.
struct ct_model_write {
    uint32_t offset; ///< from the part's first register
    uint32_t value;  ///< as written
    uint32_t before; ///< what the register held
    uint32_t now;    ///< what it holds; ct_model_put() changes it
};

/// The model of one peripheral: the first member of a struct with its state. All three functions
/// may be NULL. They use ct_model_get/_put (or _peek/_poke), never the verbs.
struct ct_model_part {
    const char *name; ///< of the peripheral in the description: "USART2"
    /// The peripheral is reset: its registers have their reset values again. Cancel events here.
    void (*reset)(struct ct_model_part *part);
    /// A register is read that holds `value` (before what a read clears was cleared): what the
    /// reader gets.
    uint32_t (*read)(struct ct_model_part *part, uint32_t offset, uint32_t value);
    void (*wrote)(struct ct_model_part *part, const struct ct_model_write *write);
    // filled by ct_model_add
    uint64_t base;
    struct ct_model_part *next;
};

/// Begins a chip anew: no parts, no gates, time 0, reports end the program.
void ct_model_open(const struct ct_reg_model_device *device);
/// Adds a part. True; false, and nothing is added, when the chip has no peripheral of that name.
bool ct_model_add(struct ct_model_part *part);
/// Whether the chip has a peripheral of this name.
bool ct_model_has(const char *name);
/// The peripheral, and those whose names begin with `name` and an underscore, answers only while
/// `bit` of the register at `enable_at` is 1. With `reset_at` (else 0), the same bit there holds it
/// in reset.
void ct_model_gate(const char *name, uint64_t enable_at, unsigned bit, uint64_t reset_at);
/// Resets the chip, and lets the verbs come here.
void ct_model_start(void);
/// The registers of one part to their reset values, then its reset().
void ct_model_reset_part(struct ct_model_part *part);
/// All parts and registers (the time goes on).
void ct_model_reset_chip(void);
/// Whether the peripheral has its clock.
bool ct_model_is_clocked(const struct ct_model_part *part);

/* ---- registers, from the hardware's side: no rights, no effects, no time */

uint32_t ct_model_get(const struct ct_model_part *part, size_t offset);
void ct_model_put(struct ct_model_part *part, size_t offset, uint32_t value);
uint32_t ct_model_at(uint64_t address);
void ct_model_set_at(uint64_t address, uint32_t value);

/// A register by its name: ct_model_peek(RCC->CR), ct_model_poke(RCC->CR, 1).
#define ct_model_peek(register)        ct_model_at((uintptr_t) & (register))
#define ct_model_poke(register, value) ct_model_set_at((uintptr_t) & (register), value)
/// The registers of a part, of type `struct TYPE`: ct_model_peek(CT_MODEL_OF(p, USART_regs)->SR).
#define CT_MODEL_OF(part, type) ((struct type *)(uintptr_t)(part)->base)
/// A field: CT_MODEL_GET(RCC->CR, RCC_CR_HSEON), CT_MODEL_PUT(RCC->CR, RCC_CR_HSERDY, 1).
#define CT_MODEL_GET(register, field) CT_MODEL_IN(ct_model_peek(register), field)
#define CT_MODEL_PUT(register, field, value)                                                       \
    ct_model_poke(register, (ct_model_peek(register) & ~(uint32_t)reg_mask(field)) |               \
                                CT_MODEL_BITS(field, value))
/// A field of a value: CT_MODEL_IN(write->now, RCC_CR_HSEON), and a field's bits for a value.
#define CT_MODEL_IN(word, field) (((word) & (uint32_t)reg_mask(field)) / CT_MODEL_LOWEST_(field))
#define CT_MODEL_BITS(field, value)                                                                \
    (((uint32_t)(value)*CT_MODEL_LOWEST_(field)) & (uint32_t)reg_mask(field))
#define CT_MODEL_LOWEST_(field) ((uint32_t)reg_mask(field) & (0u - (uint32_t)reg_mask(field)))

/// Accesses of another bus master (DMA): with rights, gates and effects, but in no time.
uint32_t ct_model_bus_read(uint32_t address, unsigned size);
void ct_model_bus_write(uint32_t address, unsigned size, uint32_t value);
/// The width of the register at an address, in bytes: what a narrower access of a bus master reaches.
/// 4 where there is none.
unsigned ct_model_width_at(uint32_t address);

/* ---- time and interrupts */

/// Nanoseconds that an access takes. Default 100.
extern unsigned ct_model_access_ns;

/// Happens in so many nanoseconds; moves an event that is queued already.
ct_inline void ct_model_after(struct ct_host_event *event, uint64_t ns, void (*happen)(void *argument),
                              void *argument) {
    ct_host_schedule(event, ct_host_now() + ns, happen, argument);
}

/// The level of an interrupt's wire: flags AND enables, after each change of either. What several
/// peripherals share is the OR of `source`s (0 to 31, any number that the part alone uses).
void ct_model_line_of(int irq, unsigned source, bool high);
#define ct_model_line(irq, high) ct_model_line_of(irq, 0, high)

/* ---- memory that a bus master reaches */

/// The chip's address for an object of the program, for the address register of a DMA. The object
/// can be reached in its `bytes` and no further. A new address for each object; the same for the same.
uint32_t ct_model_address_of(const volatile void *object, size_t bytes);
/// The place at a chip's address, or NULL if these bytes are not inside one object.
void *ct_model_memory(uint32_t address, size_t bytes);
/// Places an object of the program at an address of the chip's own choice: flash, say. The verbs and
/// `read`/`write` of the bus reach it if `wrote` is not NULL: it is told of each write, and may refuse
/// it by returning false.
void ct_model_place(uint32_t address, void *object, size_t bytes,
                    bool (*wrote)(uint32_t address, unsigned size, uint32_t value));

/* ---- what a program does wrong */

/// Reports a mistake of the program: printed with the time to standard error, then abort(); or kept.
void ct_model_report(const char *format, ...) __attribute__((format(printf, 1, 2)));
/// Reports that have "part" in them are counted instead of ending the program. NULL: none is.
void ct_model_keep_reports(const char *part);
/// How many were kept since then.
unsigned ct_model_reports(void);
/// The last that was kept.
const char *ct_model_last_report(void);

/// What a reset of the chip does to the program: called by watchdogs and the like, and does not
/// return (longjmp). NULL: a message and the end of the process.
extern void (*ct_model_on_reset)(const char *cause);
_Noreturn void ct_model_reset_by(const char *cause);

#endif
