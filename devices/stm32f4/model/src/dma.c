// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Both DMA controllers: streams that move elements when their request is there. RM0090, 10.3, 10.5.
// Packing in the FIFO is taken as a stream of bytes; bursts take no other time than single accesses.
#include <corten/dma_map.h>
#include <corten/registers.h>
#include <corten/stm32f4_model.h>

#include <string.h>

enum { CYCLES = 6, STOP_NS = 200, TCIF = 1 << 5, HTIF = 1 << 4, TEIF = 1 << 3, DMEIF = 1 << 2, FEIF = 1 };

static const struct row {
    uint8_t controller, stream, channel;
    const char *request;
} map[] = {
#define ROW(controller, stream, channel, request, way) {controller, stream, channel, #request},
    CT_DMA_MAP(ROW)
};
static bool lines[CT_COUNT(map)], pulses[CT_COUNT(map)]; // of the row's request

static struct stream {
    struct ct_model_part part;
    struct ct_host_event step, stopping;
    uint8_t controller, number;
    uint32_t total;            // NDTR as written
    uint32_t done;             // elements of this round
    bool is_stopping;
    unsigned fails_after;      // elements until a bus error; 0: none
} streams[2][8];
static struct ct_model_part controllers[2];

static const int irqs[2][8] = {
    {DMA1_Stream0_IRQn, DMA1_Stream1_IRQn, DMA1_Stream2_IRQn, DMA1_Stream3_IRQn, DMA1_Stream4_IRQn,
     DMA1_Stream5_IRQn, DMA1_Stream6_IRQn, DMA1_Stream7_IRQn},
    {DMA2_Stream0_IRQn, DMA2_Stream1_IRQn, DMA2_Stream2_IRQn, DMA2_Stream3_IRQn, DMA2_Stream4_IRQn,
     DMA2_Stream5_IRQn, DMA2_Stream6_IRQn, DMA2_Stream7_IRQn}};

#define REGS(s) CT_MODEL_OF(&(s)->part, DMA_Stream_regs)
#define CR(s, field) CT_MODEL_GET(REGS(s)->CR, DMA_Stream_CR_##field)

static unsigned flags_at(const struct stream *s) { return (s->number & 1u) * 6 + (s->number & 2u) * 8; }
static uint64_t flags_register(const struct stream *s) {
    return controllers[s->controller].base + (s->number < 4 ? 0 : 4);
}
static uint32_t flags_of(const struct stream *s) {
    return ct_model_at(flags_register(s)) >> flags_at(s) & 0x3D;
}

static void interrupt(const struct stream *s) {
    const uint32_t cr = ct_model_peek(REGS(s)->CR), flags = flags_of(s);
    const bool fifo = (flags & FEIF) && CT_MODEL_GET(REGS(s)->FCR, DMA_Stream_FCR_FEIE);
    ct_model_line(irqs[s->controller][s->number], (flags & (cr & 0x1E) << 1) || fifo);
}
static void raise(const struct stream *s, uint32_t flags) {
    ct_model_set_at(flags_register(s), ct_model_at(flags_register(s)) | flags << flags_at(s));
    interrupt(s);
}

static bool is_requested(const struct stream *s) {
    if (CR(s, DIR) == 2) return true;
    for (size_t i = 0; i < CT_COUNT(map); i++)
        if (map[i].controller == s->controller + 1 && map[i].stream == s->number &&
            map[i].channel == CR(s, CHSEL) && (lines[i] || pulses[i]))
            return true;
    return false;
}
static void served(const struct stream *s) {
    for (size_t i = 0; i < CT_COUNT(map); i++)
        if (map[i].controller == s->controller + 1 && map[i].stream == s->number &&
            map[i].channel == CR(s, CHSEL))
            pulses[i] = false;
}

static void step(void *argument);
static void go_on(struct stream *s) {
    if (CR(s, EN) && !s->is_stopping && is_requested(s))
        ct_model_after(&s->step, ct_model_cycles_ns(CT_MODEL_AHB, CYCLES), step, s);
}

static void off(struct stream *s) {
    ct_host_cancel(&s->step);
    ct_host_cancel(&s->stopping);
    s->is_stopping = false;
    CT_MODEL_PUT(REGS(s)->CR, DMA_Stream_CR_EN, 0);
}
static void stopped(void *argument) {
    struct stream *s = argument;
    off(s);
    raise(s, TCIF); // 10.3.16
}

static bool is_memory(uint32_t address, unsigned size) {
    return ct_model_memory(address, size) != NULL;
}
static bool is_peripheral(uint32_t address) { return address >= 0x40000000u && address < 0x60000000u; }

/// Moves one element. False: a bus error.
static bool move(struct stream *s) {
    const uint32_t direction = CR(s, DIR);
    const unsigned size = 1u << CR(s, PSIZE);
    const bool in_first = !CR(s, DBM) || !CR(s, CT);
    uint32_t memory = in_first ? ct_model_peek(REGS(s)->M0AR) : ct_model_peek(REGS(s)->M1AR);
    uint32_t other = ct_model_peek(REGS(s)->PAR);
    if (CR(s, MINC)) memory += s->done * size;
    if (CR(s, PINC)) other += s->done * (CR(s, PINCOS) ? 4 : size);
    if (!is_memory(memory, size)) return false;
    if (direction == 2 ? !is_memory(other, size) : !is_peripheral(other)) return false;
    if (direction == 1) {
        ct_model_bus_write(other, ct_model_width_at(other), ct_model_bus_read(memory, size));
    } else if (direction == 2) {
        ct_model_bus_write(memory, size, ct_model_bus_read(other, size));
    } else {
        ct_model_bus_write(memory, size, ct_model_bus_read(other, ct_model_width_at(other)));
    }
    return true;
}

static void step(void *argument) {
    struct stream *s = argument;
    if (!CR(s, EN) || !is_requested(s)) return;
    served(s);
    if ((s->fails_after && --s->fails_after == 0) || !move(s)) {
        off(s); // 10.3.18
        raise(s, TEIF);
        return;
    }
    s->done++;
    const uint32_t left = ct_model_peek(REGS(s)->NDTR) - 1;
    ct_model_poke(REGS(s)->NDTR, left);
    uint32_t flags = 0;
    if (left == s->total / 2 && left) flags |= HTIF;
    if (left == 0) {
        flags |= TCIF;
        if (s->total == 1) flags |= HTIF;
        s->done = 0;
        if (CR(s, CIRC) || CR(s, DBM)) {
            ct_model_poke(REGS(s)->NDTR, s->total);
            if (CR(s, DBM)) CT_MODEL_PUT(REGS(s)->CR, DMA_Stream_CR_CT, !CR(s, CT));
        } else {
            off(s);
        }
    }
    if (flags) raise(s, flags);
    go_on(s);
}

static void turn_on(struct stream *s) {
    const char *name = s->part.name;
    if (flags_of(s)) {
        ct_model_report("%s is turned on while its flags (0x%x) are set", name, flags_of(s));
        CT_MODEL_PUT(REGS(s)->CR, DMA_Stream_CR_EN, 0);
        return;
    }
    s->total = ct_model_peek(REGS(s)->NDTR);
    s->done = 0;
    if (!s->total) ct_model_report("%s is turned on with nothing to move: NDTR is 0", name);
    if (CR(s, DIR) == 2 && s->controller == 0) ct_model_report("%s: only DMA2 copies from memory to memory", name);
    if (CR(s, DIR) == 2 && CR(s, CIRC)) ct_model_report("%s: copying cannot be circular", name);
    if (CR(s, DIR) == 2 && !CT_MODEL_GET(REGS(s)->FCR, DMA_Stream_FCR_DMDIS))
        ct_model_report("%s: copying needs the FIFO: FCR.DMDIS is 0", name);
    if (CR(s, DIR) == 3) ct_model_report("%s: DIR is 3", name);
    go_on(s);
}

static void wrote(struct ct_model_part *part, const struct ct_model_write *w) {
    struct stream *s = (struct stream *)part;
    const bool was_on = CT_MODEL_IN(offsetof(struct DMA_Stream_regs, CR) == w->offset ? w->before : ct_model_peek(REGS(s)->CR), DMA_Stream_CR_EN);
    if (w->offset == offsetof(struct DMA_Stream_regs, CR)) {
        if (was_on) {
            const uint32_t may = 0x1F; // the enables of interrupts, and EN
            if ((w->now ^ w->before) & ~may) {
                ct_model_report("%s.CR is changed while the stream is on (0x%x)", part->name, (w->now ^ w->before) & ~may);
                ct_model_poke(REGS(s)->CR, (w->before & ~may) | (w->now & may));
            }
            if (!CR(s, EN)) {
                CT_MODEL_PUT(REGS(s)->CR, DMA_Stream_CR_EN, 1); // until the element under way is moved
                s->is_stopping = true;
                ct_model_after(&s->stopping, STOP_NS, stopped, s);
            }
        } else if (CR(s, EN)) {
            turn_on(s);
        }
        interrupt(s);
        return;
    }
    const bool idle_of_two = CR(s, DBM) && (w->offset == offsetof(struct DMA_Stream_regs, M0AR) ? CR(s, CT) : !CR(s, CT)) &&
                             (w->offset == offsetof(struct DMA_Stream_regs, M0AR) || w->offset == offsetof(struct DMA_Stream_regs, M1AR));
    if (was_on && !idle_of_two) {
        ct_model_report("%s: the register at 0x%x is written while the stream is on", part->name, w->offset);
        ct_model_put(part, w->offset, w->before);
    }
}

static void reset(struct ct_model_part *part) {
    struct stream *s = (struct stream *)part;
    ct_host_cancel(&s->step);
    ct_host_cancel(&s->stopping);
    s->is_stopping = false;
}

static void wrote_controller(struct ct_model_part *part, const struct ct_model_write *w) {
    if (w->offset < offsetof(struct DMA_regs, LIFCR)) return;
    const uint64_t flags = part->base + w->offset - offsetof(struct DMA_regs, LIFCR);
    ct_model_set_at(flags, ct_model_at(flags) & ~w->value);
    for (int i = 0; i < 8; i++) interrupt(&streams[part - controllers][i]);
}

/* ---- from outside */

static void set(const char *request, bool *states, bool high) {
    for (size_t i = 0; i < CT_COUNT(map); i++)
        if (strcmp(map[i].request, request) == 0) {
            states[i] = high;
            struct stream *s = &streams[map[i].controller - 1][map[i].stream];
            if (high && s->part.base && CR(s, CHSEL) == map[i].channel) go_on(s);
        }
}
void ct_model_dma_line(const char *request, bool high) { set(request, lines, high); }
void ct_model_dma_pulse(const char *request) { set(request, pulses, true); }
uint32_t ct_model_dma_left(const char *request) {
    for (size_t i = 0; i < CT_COUNT(map); i++) {
        const struct stream *s = &streams[map[i].controller - 1][map[i].stream];
        if (strcmp(map[i].request, request) == 0 && s->part.base && CR(s, EN) && CR(s, CHSEL) == map[i].channel)
            return ct_model_peek(REGS(s)->NDTR);
    }
    return 0;
}
void ct_model_dma_fail(unsigned controller, unsigned stream, unsigned after) {
    streams[controller - 1][stream].fails_after = after;
}

void ct_model_add_dma(void) {
    static char names[2][8][16];
    memset(lines, 0, sizeof lines);
    memset(pulses, 0, sizeof pulses);
    for (unsigned c = 0; c < 2; c++) {
        controllers[c] = (struct ct_model_part){.name = c ? "DMA2" : "DMA1", .wrote = wrote_controller};
        ct_model_add(&controllers[c]);
        for (unsigned n = 0; n < 8; n++) {
            memcpy(names[c][n], c ? "DMA2_Stream0" : "DMA1_Stream0", 13);
            names[c][n][11] = (char)('0' + n);
            streams[c][n] = (struct stream){.part = {.name = names[c][n], .reset = reset, .wrote = wrote},
                                            .controller = (uint8_t)c, .number = (uint8_t)n};
            ct_model_add(&streams[c][n].part);
        }
    }
}
