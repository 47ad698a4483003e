// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Typical uses of the verbs, and what one writes by hand for them: the same instructions.
// target: m3
// flags: -I{svd}
#include <chip.h>

#define WORD(address) (*(volatile uint32_t *)(address))
#define BYTE(address) (*(volatile uint8_t *)(address))

struct hand_gpio {
    volatile uint32_t MODER, OTYPER, OSPEEDR, PUPDR, IDR, ODR, BSRR, LCKR, AFR[2];
};
struct hand_usart {
    volatile uint32_t SR, DR, BRR, CR1, CR2, CR3, GTPR;
};
#define HAND_GPIOA  ((struct hand_gpio *)0x40020000u)
#define HAND_USART2 ((struct hand_usart *)0x40004400u)

// 1: one field of two bits
void ours_modify(void) { reg_modify(GPIOA->MODER, GPIO_MODER_MODER5_Output); }
void hand_modify(void) { HAND_GPIOA->MODER = (HAND_GPIOA->MODER & ~(3u << 10)) | 1u << 10; }

// 2: two fields, one read and one write
void ours_modify_two(void) {
    reg_modify(GPIOA->MODER, GPIO_MODER_MODER5_Output, GPIO_MODER_MODER3_Alternate);
}
void hand_modify_two(void) {
    HAND_GPIOA->MODER = (HAND_GPIOA->MODER & ~(3u << 10 | 3u << 6)) | 1u << 10 | 2u << 6;
}

// 3: a field whose number is known at run time
void ours_modify_nth(unsigned pin) { reg_modify(GPIOA->MODER, GPIO_MODER_MODER_Output(pin)); }
void hand_modify_nth(unsigned pin) {
    HAND_GPIOA->MODER = (HAND_GPIOA->MODER & ~(3u << 2 * pin)) | 1u << 2 * pin;
}

// 4: a value known at run time
void ours_modify_value(unsigned mode) { reg_modify(GPIOA->MODER, GPIO_MODER_MODER5(mode)); }
void hand_modify_value(unsigned mode) {
    HAND_GPIOA->MODER = (HAND_GPIOA->MODER & ~(3u << 10)) | (mode & 3u) << 10;
}

// 5: a bit set, 6: and cleared
void ours_set(void) { reg_set(GPIOA->ODR, GPIO_ODR_OD5); }
void hand_set(void) { HAND_GPIOA->ODR |= 1u << 5; }
void ours_clear(void) { reg_clear(GPIOA->ODR, GPIO_ODR_OD5, GPIO_ODR_OD6); }
void hand_clear(void) { HAND_GPIOA->ODR &= ~(1u << 5 | 1u << 6); }

// 7: a register written as a whole, 8: through a pointer
void ours_write(void) { reg_write(USART2->BRR, USART_BRR_DIV_Mantissa(22), USART_BRR_DIV_Fraction(13)); }
void hand_write(void) { HAND_USART2->BRR = 22u << 4 | 13u; }
void ours_write_at(struct GPIO_regs *port, unsigned pin) { reg_write(port->BSRR, GPIO_BSRR_BS(pin, 1)); }
void hand_write_at(struct hand_gpio *port, unsigned pin) { port->BSRR = 1u << pin; }

// 9: a field read, 10: of a number known at run time
unsigned ours_get(void) { return reg_get(USART2->BRR, USART_BRR_DIV_Mantissa); }
unsigned hand_get(void) { return HAND_USART2->BRR >> 4 & 0xFFFu; }
unsigned ours_get_nth(struct GPIO_regs *port, unsigned pin) { return reg_get(port->IDR, GPIO_IDR_ID(pin)); }
unsigned hand_get_nth(struct hand_gpio *port, unsigned pin) { return port->IDR >> pin & 1u; }

// 11: waiting for a flag, then sending
void ours_send(uint8_t c) {
    while (!reg_get(USART2->SR, USART_SR_TXE)) {}
    reg_write(USART2->DR, USART_DR_DR(c));
}
void hand_send(uint8_t c) {
    while (!(HAND_USART2->SR & 1u << 7)) {}
    HAND_USART2->DR = c;
}

// 12: several fields compared in one read, 13: any of several flags
int ours_is(void) { return reg_is(ODD->CR, ODD_CR_EN(1), ODD_CR_MODE_Slow); }
int hand_is(void) { return (WORD(0x40001000u) & (1u | 7u << 4)) == (1u | 1u << 4); }
int ours_any(void) { return reg_any(USART2->SR, USART_SR_PE, USART_SR_FE, USART_SR_ORE); }
int hand_any(void) { return (HAND_USART2->SR & 0xBu) != 0; }

// 14: a flag that a 0 clears, the others left alone: no read
void ours_flag(void) { reg_clear(USART2->SR, USART_SR_TC); }
void hand_flag(void) { HAND_USART2->SR = 0x320u; }

// 15: a snapshot: one read, several changes, one write
void ours_snapshot(void) {
    reg_snapshot(copy, ODD->BYTE);
    if (reg_get(copy, ODD_BYTE_LOW) == 3) { reg_modify(copy, ODD_BYTE_HIGH(5)); }
    reg_set(copy, ODD_BYTE_LOW);
    reg_store(ODD->BYTE, copy);
}
void hand_snapshot(void) {
    uint8_t copy = BYTE(0x40001008u);
    if ((copy & 0xFu) == 3) { copy = (uint8_t)((copy & ~0xF0u) | 5u << 4); }
    copy = (uint8_t)(copy | 0xFu);
    BYTE(0x40001008u) = copy;
}

// 16: a row of writes to one peripheral shares its base register
void ours_setup(void) {
    reg_write(USART2->BRR, USART_BRR_DIV_Mantissa(22));
    reg_write(USART2->CR2, USART_CR2_STOP_Two);
    reg_set(USART2->CR3, USART_CR3_DMAR, USART_CR3_DMAT);
    reg_write(USART2->CR1, USART_CR1_UE(1), USART_CR1_TE(1), USART_CR1_RE(1));
}
void hand_setup(void) {
    HAND_USART2->BRR = 22u << 4;
    HAND_USART2->CR2 = 2u << 12;
    HAND_USART2->CR3 |= 1u << 6 | 1u << 7;
    HAND_USART2->CR1 = 1u << 13 | 1u << 3 | 1u << 2;
}

// 17: over the reset value, 18: toggled, 19: 64 bits, 20: an element of an array, 21: set atomically
void ours_init(void) { reg_init(ODD->CR, ODD_CR_MODE(3)); }
void hand_init(void) { WORD(0x40001000u) = 0x80u | 3u << 4; }
void ours_toggle(void) { reg_toggle(GPIOA->ODR, GPIO_ODR_OD5); }
void hand_toggle(void) { HAND_GPIOA->ODR ^= 1u << 5; }
void ours_long(uint32_t v) { reg_write(ODD->LONG, ODD_LONG_HIGH(v)); }
void hand_long(uint32_t v) { *(volatile uint64_t *)0x40001010u = (uint64_t)v << 32; }
void ours_element(unsigned n) { reg_set(reg_at(ODD->CH, n), ODD_CH_ON); }
void hand_element(unsigned n) { *(volatile uint32_t *)((uint8_t *)0x40001020u + 8 * n) |= 1u; }
void ours_atomic(void) { reg_atomic_set(GPIOA->ODR, GPIO_ODR_OD5); }
void hand_atomic(void) { HAND_GPIOA->BSRR = 1u << 5; }

// 22: a bit through its bit-band alias
void ours_bit(unsigned v) { reg_bit_write(GPIOA->ODR, GPIO_ODR_OD5(v)); }
void hand_bit(unsigned v) { WORD(0x42000000u + 0x20014u * 32 + 5 * 4) = v & 1u; }
