// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Ports, and the wires between pins and what is attached to them. RM0090, 8.3 and 8.4.
#include <corten/registers.h>
#include <corten/stm32f4_model.h>

#include <string.h>

enum { PORTS = 9, FUNCTIONS = 16, LOCK_KEY = 1 << 16 };

static struct port {
    struct ct_model_part part;
    uint16_t locked;
    unsigned lock_step; // of the sequence: 0 to 3
} ports[PORTS];

static struct {
    unsigned net;                // the smallest number of the pins that are wired together
    bool high;                   // of the net: kept with that pin
    uint8_t function[FUNCTIONS]; // what each alternate function puts out
    int millivolts;
    int (*ask)(void *context);
    void *context;
} pins[CT_MODEL_PINS];

static struct ct_model_drive *things;
static struct ct_model_watch *watches;
void (*ct_model_pin_changed[8])(unsigned pin, bool high);

static bool is_there(unsigned pin) { return ports[pin / 16].part.base != 0; }
static uint32_t field_of(unsigned pin, size_t offset, unsigned bits) {
    const uint32_t word = ct_model_get(&ports[pin / 16].part, offset);
    return word >> (pin % 16 * bits) & ((1u << bits) - 1);
}
static unsigned function_of(unsigned pin) {
    const uint32_t word =
        ct_model_get(&ports[pin / 16].part, offsetof(struct GPIO_regs, AFR) + pin % 16 / 8 * 4);
    return word >> (pin % 8 * 4) & 15;
}
#define FIELD(pin, reg, bits) field_of(pin, offsetof(struct GPIO_regs, reg), bits)

bool ct_model_pin_is(unsigned pin, unsigned function) {
    return pin < CT_MODEL_PINS && is_there(pin) && FIELD(pin, MODER, 2) == 2 &&
           function_of(pin) == function;
}

/// What the chip does to the pin's wire.
static enum ct_model_level drive_of(unsigned pin) {
    const uint32_t mode = FIELD(pin, MODER, 2);
    if (mode == 1 || mode == 2) {
        const enum ct_model_level level =
            mode == 1 ? (FIELD(pin, ODR, 1) ? CT_MODEL_HIGH : CT_MODEL_LOW)
                      : (enum ct_model_level)pins[pin].function[function_of(pin)];
        if (level == CT_MODEL_LOW || (level == CT_MODEL_HIGH && !FIELD(pin, OTYPER, 1))) return level;
    }
    return CT_MODEL_FLOATS;
}

/// The level of a net from all that is on it.
static void settle(unsigned net) {
    unsigned seen[5] = {0};
    for (unsigned pin = net; pin < CT_MODEL_PINS; pin++)
        if (pins[pin].net == net && is_there(pin)) {
            seen[drive_of(pin)]++;
            const uint32_t pull = FIELD(pin, MODER, 2) == 3 ? 0 : FIELD(pin, PUPDR, 2);
            if (pull == 1) seen[CT_MODEL_PULLS_UP]++;
            if (pull == 2) seen[CT_MODEL_PULLS_DOWN]++;
        }
    for (struct ct_model_drive *thing = things; thing; thing = thing->next)
        if (pins[thing->pin].net == net) seen[thing->level]++;
    const bool was = pins[net].high;
    bool high = was; // nobody drives it: it stays as it is
    if (seen[CT_MODEL_LOW] && seen[CT_MODEL_HIGH])
        ct_model_report("the wire of P%c%u is driven high and low at once", 'A' + net / 16, net % 16);
    if (seen[CT_MODEL_LOW]) {
        high = false;
    } else if (seen[CT_MODEL_HIGH]) {
        high = true;
    } else if (seen[CT_MODEL_PULLS_UP] != seen[CT_MODEL_PULLS_DOWN]) {
        high = seen[CT_MODEL_PULLS_UP] > seen[CT_MODEL_PULLS_DOWN];
    }
    pins[net].high = high;
    if (high == was) return;
    for (unsigned pin = net; pin < CT_MODEL_PINS; pin++)
        if (pins[pin].net == net)
            for (unsigned i = 0; i < CT_COUNT(ct_model_pin_changed); i++)
                if (ct_model_pin_changed[i]) ct_model_pin_changed[i](pin, high);
    for (struct ct_model_watch *watch = watches; watch; watch = watch->next)
        if (pins[watch->pin].net == net) watch->changed(watch, high);
}

static void settle_port(struct port *port) {
    const unsigned first = (unsigned)(port - ports) * 16;
    for (unsigned pin = first; pin < first + 16; pin++) settle(pins[pin].net);
}

static void reset(struct ct_model_part *part) {
    struct port *port = (struct port *)part;
    port->locked = 0;
    port->lock_step = 0;
    settle_port(port);
}

static uint32_t read(struct ct_model_part *part, uint32_t offset, uint32_t value) {
    struct port *port = (struct port *)part;
    const unsigned first = (unsigned)(port - ports) * 16;
    if (offset == offsetof(struct GPIO_regs, IDR)) {
        value = 0;
        for (unsigned i = 0; i < 16; i++) // an analog pin reads 0
            if (FIELD(first + i, MODER, 2) != 3) value |= (uint32_t)ct_model_pin_level(first + i) << i;
    } else if (offset == offsetof(struct GPIO_regs, LCKR) && port->lock_step == 3) {
        port->lock_step = 0; // 1, 0, 1, read: RM0090, 8.4.8
        port->locked = (uint16_t)value;
        value |= LOCK_KEY;
        ct_model_put(part, offset, value);
    }
    return value;
}

/// What the lock leaves of a write to a register with `bits` for each pin.
static void keep_locked(struct port *port, const struct ct_model_write *w, unsigned bits, unsigned from) {
    uint32_t kept = 0;
    for (unsigned pin = from; pin < 16 && (pin - from) * bits < 32; pin++)
        if (port->locked >> pin & 1) kept |= ((1u << bits) - 1) << ((pin - from) * bits);
    ct_model_put(&port->part, w->offset, (w->now & ~kept) | (w->before & kept));
}

static void lock_step(struct port *port, const struct ct_model_write *w) {
    if (port->locked) {
        ct_model_put(&port->part, w->offset, w->before); // until the next reset
        return;
    }
    const bool key = w->value & LOCK_KEY;
    const bool same = port->lock_step == 0 || (w->value & 0xFFFF) == (w->before & 0xFFFF);
    port->lock_step = key ? (same && port->lock_step == 2 ? 3 : 1) : (same && port->lock_step == 1 ? 2 : 0);
    ct_model_put(&port->part, w->offset, w->value & 0xFFFF);
}

static void wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    struct port *port = (struct port *)part;
    switch (w->offset) {
    case offsetof(struct GPIO_regs, BSRR): { // set wins: 8.4.7
        const uint32_t odr = ct_model_get(part, offsetof(struct GPIO_regs, ODR));
        ct_model_put(part, offsetof(struct GPIO_regs, ODR),
                     (odr & ~(w->value >> 16)) | (w->value & 0xFFFF));
        ct_model_put(part, w->offset, 0);
        break;
    }
    case offsetof(struct GPIO_regs, LCKR): lock_step(port, w); return;
    case offsetof(struct GPIO_regs, OTYPER): keep_locked(port, w, 1, 0); break;
    case offsetof(struct GPIO_regs, MODER):
    case offsetof(struct GPIO_regs, OSPEEDR):
    case offsetof(struct GPIO_regs, PUPDR): keep_locked(port, w, 2, 0); break;
    case offsetof(struct GPIO_regs, AFR): keep_locked(port, w, 4, 0); break;
    case offsetof(struct GPIO_regs, AFR) + 4: keep_locked(port, w, 4, 8); break;
    }
    settle_port(port);
}

void ct_model_add_gpio(void) {
    static const char *const names[PORTS] = {"GPIOA", "GPIOB", "GPIOC", "GPIOD", "GPIOE",
                                             "GPIOF", "GPIOG", "GPIOH", "GPIOI"};
    memset(ct_model_pin_changed, 0, sizeof ct_model_pin_changed);
    memset(pins, 0, sizeof pins);
    things = NULL;
    watches = NULL;
    for (unsigned pin = 0; pin < CT_MODEL_PINS; pin++) {
        pins[pin].net = pin;
        pins[pin].millivolts = -1;
        memset(pins[pin].function, CT_MODEL_FLOATS, FUNCTIONS);
    }
    for (unsigned i = 0; i < PORTS; i++) {
        ports[i] = (struct port){.part = {.name = names[i], .reset = reset, .read = read, .wrote = wrote}};
        ct_model_add(&ports[i].part);
    }
}

void ct_model_on_pin_change(void (*changed)(unsigned pin, bool high)) {
    for (unsigned i = 0; i < CT_COUNT(ct_model_pin_changed); i++)
        if (!ct_model_pin_changed[i]) {
            ct_model_pin_changed[i] = changed;
            return;
        }
    ct_model_report("more parts watch all pins than ct_model_pin_changed has places");
}

/* ---- from outside */

void ct_model_attach(struct ct_model_drive *thing, unsigned pin) {
    *thing = (struct ct_model_drive){things, pin, CT_MODEL_FLOATS};
    things = thing;
}
void ct_model_drive(struct ct_model_drive *thing, enum ct_model_level level) {
    thing->level = level;
    settle(pins[thing->pin].net);
}

void ct_model_wire(unsigned pin, unsigned other) {
    const unsigned a = pins[pin].net, b = pins[other].net;
    const unsigned net = a < b ? a : b;
    for (unsigned i = 0; i < CT_MODEL_PINS; i++)
        if (pins[i].net == a || pins[i].net == b) pins[i].net = net;
    settle(net);
}

bool ct_model_pin_level(unsigned pin) { return pins[pins[pin].net].high; }

void ct_model_pin_watch(struct ct_model_watch *watch, unsigned pin,
                        void (*changed)(struct ct_model_watch *watch, bool high)) {
    *watch = (struct ct_model_watch){watches, pin, changed};
    watches = watch;
}

void ct_model_pin_put(unsigned pin, unsigned function, enum ct_model_level level) {
    pins[pin].function[function] = (uint8_t)level;
    settle(pins[pin].net);
}

void ct_model_pin_set_millivolts(unsigned pin, int millivolts) {
    pins[pin].ask = NULL;
    pins[pin].millivolts = millivolts;
}
void ct_model_pin_ask_millivolts(unsigned pin, int (*ask)(void *context), void *context) {
    pins[pin].ask = ask;
    pins[pin].context = context;
}
int ct_model_pin_millivolts(unsigned pin) {
    if (pins[pin].ask) return pins[pin].ask(pins[pin].context);
    if (pins[pin].millivolts >= 0) return pins[pin].millivolts;
    return ct_model_pin_level(pin) ? 3300 : 0;
}
