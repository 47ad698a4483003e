// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// Typed registers: the verbs. The registers come from a header that `corten svd` wrote.
//
//     #include <corten/registers.h>
//     void uart_on(void) {
//         reg_modify(GPIOA->MODER, GPIO_MODER_MODER2_Alternate, GPIO_MODER_MODER3_Alternate);
//         reg_write(USART2->BRR, USART_BRR_DIV_Mantissa(22), USART_BRR_DIV_Fraction(13));
//         reg_set(USART2->CR1, USART_CR1_UE, USART_CR1_TE);
//         while (!reg_get(USART2->SR, USART_SR_TXE)) {}
//     }
//
// r  is a register: GPIOA->MODER, or one through a pointer: port->MODER.
// U  is an update, a field with its value: USART_BRR_DIV_Mantissa(22), or a named value:
//    GPIO_MODER_MODER2_Alternate. Of a field that is an array, the element may be a variable:
//    GPIO_MODER_MODER(pin, 2), GPIO_MODER_MODER_Alternate(pin).
// F  is a field by its name: USART_CR1_UE, or GPIO_ODR_ODR(pin) of an array. Up to 32 U or F a verb.
//
//   reg_write (r, U...)   the updates; fields not named become 0 (write-0-to-act flags: left alone)
//   reg_init  (r, U...)   the updates over the register's reset value
//   reg_modify(r, U...)   one read, one write; write-1/0-to-act flags not named are left alone
//   reg_set   (r, F...)   the fields become all ones   } one read, one write, and no read where the
//   reg_clear (r, F...)   the fields become zero       } register holds nothing but flags. A flag is
//   reg_toggle(r, F...)   the fields are inverted      } written with what has this effect on it.
//   reg_get   (r, F)      the value of a field, shifted down
//   reg_is    (r, U...)   1 if all the fields have these values (one read), else 0
//   reg_any   (r, F...)   1 if any bit of the fields is one (one read), else 0
//   reg_raw   (r)         the register as an integer;   reg_write_raw(r, v)  writes it as one
//   reg_value (U)         the value of an update, a constant for `case`;   reg_mask(F)  a field's mask
//   reg_at    (a, n)      register n of an array a; an n that is a constant is checked
//   reg_snapshot(s, r)    declares s, a copy of r; every verb works on s;   reg_store(r, s)  puts it back
//   reg_atomic_set, _clear, _toggle (r, F...)  through the chip's set/clear/toggle registers: one write
//   reg_bit_write(r, U), reg_bit_get(r, F)     through the bit-band alias of Cortex-M3 and M4
//
// A field of another register, a value that does not fit, a read of what is write-only, a write of
// what is read-only, a field named twice: each is an error at compile time that says so, with GCC and
// Clang, at -O0 as well. A value that is known only at run time is masked. Each verb is whole-register
// volatile accesses of the register's width and nothing else: no function, no object. A read-modify-
// write is not atomic. All verbs may be used in any context.
//
// In a native build (CT_REG_MODEL is 1: by default where there is an operating system) the accesses are
// calls of ct_reg_read() and ct_reg_write() instead, see <corten/reg_model.h>.
#ifndef CORTEN_REG_H
#define CORTEN_REG_H
#if defined __GNUC__ && !defined CT_REG_VERBOSE_ERRORS
#pragma GCC system_header // an error is one line at the place of the mistake, not thirty of expansions
#endif
#include <stdint.h>

#ifndef CT_REG_MODEL
#if defined __unix__ || defined __APPLE__ || defined _WIN32
#define CT_REG_MODEL 1
#else
#define CT_REG_MODEL 0
#endif
#endif

// ---- What a generated header consists of -------------------------------------------------------

// A register: a union of one word under several names, of which it has those that its access allows,
// and a type of its own, `of`, that says which register it is. STRIDE: the distance to the next one in
// an array, in bytes, where that is more than the width.
#define CT_REG_RW(N, W, ...)                                                                       \
    CT_REG_TYPE_(N, CT_REG_STRIDE_(__VA_ARGS__),                                                   \
                 volatile uint##W##_t readable, writable, modifiable, storable)
#define CT_REG_RF(N, W, ...) /* some fields are flags: what was read must not be written back */   \
    CT_REG_TYPE_(N, CT_REG_STRIDE_(__VA_ARGS__), volatile uint##W##_t readable, writable, modifiable)
#define CT_REG_RX(N, W, ...) /* a read or a write of the register has a side effect of its own */  \
    CT_REG_TYPE_(N, CT_REG_STRIDE_(__VA_ARGS__), volatile uint##W##_t readable, writable)
#define CT_REG_RO(N, W, ...)                                                                       \
    CT_REG_TYPE_(N, CT_REG_STRIDE_(__VA_ARGS__), const volatile uint##W##_t readable)
#define CT_REG_WO(N, W, ...)                                                                       \
    CT_REG_TYPE_(N, CT_REG_STRIDE_(__VA_ARGS__), volatile uint##W##_t writable)
#define CT_REG_STRIDE_(...) __VA_OPT__(char stride[__VA_ARGS__];)
#define CT_REG_TYPE_(N, STRIDE, ...)                                                               \
    union N {                                                                                      \
        __VA_ARGS__;                                                                               \
        struct N##_ {                                                                              \
            char c;                                                                                \
        } of[0];                                                                                   \
        STRIDE                                                                                     \
    };

// What the verbs must know of a register, for all its instances:
//   #define N_info_ KEEP, ONES, RESET, KNOWN, SET, CLEAR, TOGGLE
// KEEP    the bits that a modify writes back as they were read (not those of flags)
// ONES    the bits that must be written as 1 to be left alone (flags that act on 0)
// RESET   the value to begin from in reg_init; KNOWN: 1, or 0 if the instances differ in it
// SET, CLEAR, TOGGLE  the distance in bytes to the register that does so atomically, or 0

// A peripheral at its address. Its name is a constant and no macro: so it may be pasted to other names
// (USART2_is_already_claimed), be an interrupt's name too, and a member's of another peripheral.
#define CT_REG_INSTANCE(N, T, ADDRESS)                                                             \
    static struct T *const N __attribute__((unused)) = CT_REG_AT(T, ADDRESS);
#define CT_REG_AT(T, ADDRESS) ((struct T *)(uintptr_t)(ADDRESS))

// A field with a value V (or with none, where only the field is meant), as a tuple of preprocessor
// tokens, which the verbs take apart; it never becomes an object:
//   (register, "name", position, largest value, access, value, bits that count in reg_is, index is valid)
#define CT_FIELD(T, F, POS, MAX, A, ...) (T, #T "_" #F, POS, MAX, CT_REG_ACCESS_##A, __VA_ARGS__, MAX, 1)
// A field that must not be written with less than MIN or more than TOP.
#define CT_FIELD_IN(T, F, POS, MAX, A, MIN, TOP, ...)                                              \
    (T, #T "_" #F, POS, MAX, CT_REG_ACCESS_##A, __VA_ARGS__, MAX, CT_REG_IN_(MIN, TOP, __VA_ARGS__))
#define CT_REG_IN_(MIN, TOP, ...)                                                                  \
    (1 __VA_OPT__(&&(!__builtin_constant_p(__VA_ARGS__) ||                                         \
                     ((MIN) <= CT_REG_KNOWN_(__VA_ARGS__) && CT_REG_KNOWN_(__VA_ARGS__) <= (TOP)))))
// A value in which only the bits CARE count.
#define CT_FIELD_LIKE(T, F, POS, MAX, A, V, CARE)                                                  \
    (T, #T "_" #F, POS, MAX, CT_REG_ACCESS_##A, V, CARE, 1)
// Element N of an array of COUNT fields, STEP bits apart.
#define CT_FIELD_AT(T, F, POS, MAX, A, STEP, COUNT, N, ...)                                        \
    (T, #T "_" #F, CT_REG_POS_AT_(POS, STEP, COUNT, N), MAX, CT_REG_ACCESS_##A, __VA_ARGS__, MAX,  \
     CT_REG_KNOWN_(N) < (COUNT))

#define CT_REG_POS_AT_(POS, STEP, COUNT, N) /* of an N out of range: element 0, besides the error */ \
    ((POS) + (STEP) * __builtin_choose_expr(CT_REG_KNOWN_(N) < (COUNT), (N), 0))

// Access: 1 readable, 2 writable, and from bit 2 on the effect that a write has.
#define CT_REG_ACCESS_RO     1
#define CT_REG_ACCESS_WO     2
#define CT_REG_ACCESS_RW     3
#define CT_REG_ACCESS_RW1C   (3 | CT_REG_EFFECT_1C << 2)
#define CT_REG_ACCESS_RW0C   (3 | CT_REG_EFFECT_0C << 2)
#define CT_REG_ACCESS_RW1S   (3 | CT_REG_EFFECT_1S << 2)
#define CT_REG_ACCESS_RW0S   (3 | CT_REG_EFFECT_0S << 2)
#define CT_REG_ACCESS_RW1T   (3 | CT_REG_EFFECT_1T << 2)
#define CT_REG_ACCESS_RW0T   (3 | CT_REG_EFFECT_0T << 2)
#define CT_REG_ACCESS_RWC    (3 | CT_REG_EFFECT_C << 2)
#define CT_REG_ACCESS_RWS    (3 | CT_REG_EFFECT_S << 2)
#define CT_REG_ACCESS_RWM    (3 | CT_REG_EFFECT_M << 2)
#define CT_REG_ACCESS_W1C    (2 | CT_REG_EFFECT_1C << 2)
#define CT_REG_ACCESS_W0C    (2 | CT_REG_EFFECT_0C << 2)
#define CT_REG_ACCESS_W1S    (2 | CT_REG_EFFECT_1S << 2)
#define CT_REG_ACCESS_W0S    (2 | CT_REG_EFFECT_0S << 2)
#define CT_REG_ACCESS_W1T    (2 | CT_REG_EFFECT_1T << 2)
#define CT_REG_ACCESS_W0T    (2 | CT_REG_EFFECT_0T << 2)
#define CT_REG_ACCESS_WC     (2 | CT_REG_EFFECT_C << 2)
#define CT_REG_ACCESS_WS     (2 | CT_REG_EFFECT_S << 2)
#define CT_REG_ACCESS_WM     (2 | CT_REG_EFFECT_M << 2)
#define CT_REG_EFFECT_1C     1 // write 1 to clear
#define CT_REG_EFFECT_0C     2 // write 0 to clear
#define CT_REG_EFFECT_1S     3 // write 1 to set
#define CT_REG_EFFECT_0S     4 // write 0 to set
#define CT_REG_EFFECT_1T     5 // write 1 to toggle
#define CT_REG_EFFECT_0T     6 // write 0 to toggle
#define CT_REG_EFFECT_C      7 // any write clears
#define CT_REG_EFFECT_S      8 // any write sets
#define CT_REG_EFFECT_M      9 // a write does something else

// ---- Taking tuples apart -----------------------------------------------------------------------

#define CT_REG_TAG_(t, name, pos, max, a, v, care, ok)    t
#define CT_REG_NAME_(t, name, pos, max, a, v, care, ok)   name
#define CT_REG_POS_(t, name, pos, max, a, v, care, ok)    (pos)
#define CT_REG_MAX_(t, name, pos, max, a, v, care, ok)    (max)
#define CT_REG_ACC_(t, name, pos, max, a, v, care, ok)    (a)
#define CT_REG_OK_(t, name, pos, max, a, v, care, ok)     (ok)
#define CT_REG_GIVEN_(t, name, pos, max, a, v, care, ok)  CT_REG_SOME_(v)
#define CT_REG_NUM_(t, name, pos, max, a, v, care, ok)    CT_REG_VALUE_(max, v)
#define CT_REG_LIT_(t, name, pos, max, a, v, care, ok)    CT_REG_LITERAL_(v)
#define CT_REG_MASK1_(t, name, pos, max, a, v, care, ok)  ((max) << (pos))
#define CT_REG_CARE1_(t, name, pos, max, a, v, care, ok)  ((care) << (pos))
#define CT_REG_BITS1_(t, name, pos, max, a, v, care, ok)  ((CT_REG_VALUE_(max, v) & (max)) << (pos))
#define CT_REG_SOME_(...)                                 (0 __VA_OPT__(+1))
#define CT_REG_VALUE_(max, ...)                           ((__typeof__(max))(__VA_OPT__((__VA_ARGS__) +) 0))
#define CT_REG_LITERAL_(...)                              CT_REG_KNOWN_((__VA_OPT__((__VA_ARGS__) +) 0))
#define CT_REG_EFFECT_(u)                                 (CT_REG_ACC_ u >> 2)
// x as the compiler knows it, 0 if it is known at run time only.
#define CT_REG_KNOWN_(x) ((unsigned long long)__builtin_choose_expr(__builtin_constant_p(x), (x), 0))

// 1 if u is a tuple of eight, else 0.
#define CT_REG_IS_(u)                                 CT_REG_SECOND_(CT_REG_PROBE_ u, 0, 0)
#define CT_REG_PROBE_(...)                            ~, CT_REG_NINTH_(__VA_ARGS__, 1, 0, 0, 0, 0, 0, 0, 0, 0)
#define CT_REG_SECOND_(...)                           CT_REG_SECOND1_(__VA_ARGS__)
#define CT_REG_SECOND1_(x, y, ...)                    y
#define CT_REG_NINTH_(a, b, c, d, e, f, g, h, n, ...) n
#define CT_REG_JOIN_(a, b)                            CT_REG_JOIN1_(a, b)
#define CT_REG_JOIN1_(a, b)                           a##b
#define CT_REG_CALL_(f, ...)                          f(__VA_ARGS__)
#define CT_REG_CALL_WITH_(f, ...)                     f(__VA_ARGS__) // the same, inside CT_REG_CALL_

// m(x, u) for each u.
#define CT_REG_EACH_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH1_(m, x, __VA_ARGS__))
#define CT_REG_EACH1_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH2_(m, x, __VA_ARGS__))
#define CT_REG_EACH2_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH3_(m, x, __VA_ARGS__))
#define CT_REG_EACH3_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH4_(m, x, __VA_ARGS__))
#define CT_REG_EACH4_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH5_(m, x, __VA_ARGS__))
#define CT_REG_EACH5_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH6_(m, x, __VA_ARGS__))
#define CT_REG_EACH6_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH7_(m, x, __VA_ARGS__))
#define CT_REG_EACH7_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH8_(m, x, __VA_ARGS__))
#define CT_REG_EACH8_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH9_(m, x, __VA_ARGS__))
#define CT_REG_EACH9_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH10_(m, x, __VA_ARGS__))
#define CT_REG_EACH10_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH11_(m, x, __VA_ARGS__))
#define CT_REG_EACH11_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH12_(m, x, __VA_ARGS__))
#define CT_REG_EACH12_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH13_(m, x, __VA_ARGS__))
#define CT_REG_EACH13_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH14_(m, x, __VA_ARGS__))
#define CT_REG_EACH14_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH15_(m, x, __VA_ARGS__))
#define CT_REG_EACH15_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH16_(m, x, __VA_ARGS__))
#define CT_REG_EACH16_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH17_(m, x, __VA_ARGS__))
#define CT_REG_EACH17_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH18_(m, x, __VA_ARGS__))
#define CT_REG_EACH18_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH19_(m, x, __VA_ARGS__))
#define CT_REG_EACH19_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH20_(m, x, __VA_ARGS__))
#define CT_REG_EACH20_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH21_(m, x, __VA_ARGS__))
#define CT_REG_EACH21_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH22_(m, x, __VA_ARGS__))
#define CT_REG_EACH22_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH23_(m, x, __VA_ARGS__))
#define CT_REG_EACH23_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH24_(m, x, __VA_ARGS__))
#define CT_REG_EACH24_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH25_(m, x, __VA_ARGS__))
#define CT_REG_EACH25_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH26_(m, x, __VA_ARGS__))
#define CT_REG_EACH26_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH27_(m, x, __VA_ARGS__))
#define CT_REG_EACH27_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH28_(m, x, __VA_ARGS__))
#define CT_REG_EACH28_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH29_(m, x, __VA_ARGS__))
#define CT_REG_EACH29_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH30_(m, x, __VA_ARGS__))
#define CT_REG_EACH30_(m, x, u, ...) m(x, u) __VA_OPT__(CT_REG_EACH31_(m, x, __VA_ARGS__))
#define CT_REG_EACH31_(m, x, u, ...) m(x, u) __VA_OPT__(CT_TOO_MANY_FIELDS_(m, x, __VA_ARGS__))

// Masks, bits and so on of a list: (0 | … | …). What is no tuple counts as 0: CT_REG_CHECK_ has its error.
#define CT_REG_OR_(what, ...)    (0u CT_REG_EACH_(CT_REG_OR1_, what, __VA_ARGS__))
#define CT_REG_OR1_(what, u)     | CT_REG_JOIN_(CT_REG_OR_IF_, CT_REG_IS_(u))(what, u)
#define CT_REG_OR_IF_0(what, u)  0u
#define CT_REG_OR_IF_1(what, u)  what u
#define CT_REG_MASKS_(...)       CT_REG_OR_(CT_REG_MASK1_, __VA_ARGS__)
#define CT_REG_BITS_(...)        CT_REG_OR_(CT_REG_BITS1_, __VA_ARGS__)
#define CT_REG_CARES_(...)       CT_REG_OR_(CT_REG_CARE1_, __VA_ARGS__)
// The masks of those fields whose effect is e, and of those whose effect is another.
#define CT_REG_WITH_(e, ...)     (0u CT_REG_EACH_(CT_REG_WITH1_, e, __VA_ARGS__))
#define CT_REG_WITH1_(e, u)      | CT_REG_JOIN_(CT_REG_WITH_IF_, CT_REG_IS_(u))(e, u)
#define CT_REG_WITH_IF_0(e, u)   0u
#define CT_REG_WITH_IF_1(e, u)   (CT_REG_EFFECT_(u) == e ? CT_REG_MASK1_ u : 0u)
#define CT_REG_WITHOUT_(e, ...)  (0u CT_REG_EACH_(CT_REG_WITHOUT1_, e, __VA_ARGS__))
#define CT_REG_WITHOUT1_(e, u)   | CT_REG_JOIN_(CT_REG_WITHOUT_IF_, CT_REG_IS_(u))(e, u)
#define CT_REG_WITHOUT_IF_0(e, u) 0u
#define CT_REG_WITHOUT_IF_1(e, u) (CT_REG_EFFECT_(u) == e ? 0u : CT_REG_MASK1_ u)

// A fact of the register that the first tuple belongs to: CT_REG_INFO_(KEEP, u, …).
#define CT_REG_INFO_(what, u, ...)            CT_REG_JOIN_(CT_REG_INFO_IF_, CT_REG_IS_(u))(what, u)
#define CT_REG_INFO_IF_0(what, u)             0u
#define CT_REG_INFO_IF_1(what, u)             CT_REG_INFO1_(what, CT_REG_TAG_ u)
#define CT_REG_INFO1_(what, t)                CT_REG_CALL_WITH_(CT_REG_INFO_##what, CT_REG_JOIN_(t, _info_))
#define CT_REG_INFO_KEEP(k, o, r, n, s, c, t) k
#define CT_REG_INFO_ONES(k, o, r, n, s, c, t) o
#define CT_REG_INFO_RESET(k, o, r, n, s, c, t) r
#define CT_REG_INFO_KNOWN(k, o, r, n, s, c, t) n
#define CT_REG_INFO_SET(k, o, r, n, s, c, t)  s
#define CT_REG_INFO_CLEAR(k, o, r, n, s, c, t) c
#define CT_REG_INFO_TOGGLE(k, o, r, n, s, c, t) t

// Field references: a name becomes F(), a tuple stays; `f(r, …)` is called with the result.
#define CT_REG_REFS_(f, r, ...) CT_REG_CALL_(f, r CT_REG_EACH_(CT_REG_REF_, , __VA_ARGS__))
#define CT_REG_REF_(x, u)       , CT_REG_JOIN_(CT_REG_REF_IF_, CT_REG_IS_(u))(u)
#define CT_REG_REF_IF_0(u)      u()
#define CT_REG_REF_IF_1(u)      u

// ---- The checks --------------------------------------------------------------------------------

// rule: what the verb asks of every field: CT_REG_RULE_<rule>.
#define CT_REG_CHECK_(r, rule, ...)                                                                \
    CT_REG_EACH_(CT_REG_CHECK1_, (r, rule), __VA_ARGS__)                                           \
    CT_REG_CHECK_TWICE_(__VA_ARGS__)
#define CT_REG_CHECK1_(x, u) CT_REG_JOIN_(CT_REG_CHECK_IF_, CT_REG_IS_(u))(CT_REG_X_R_ x, CT_REG_X_RULE_ x, u)
#define CT_REG_X_R_(r, rule) r
#define CT_REG_X_RULE_(r, rule) rule
#define CT_REG_CHECK_IF_0(r, rule, u)                                                              \
    _Static_assert(0, "not a field of a register, or its value is missing: " #u);
#define CT_REG_CHECK_IF_1(r, rule, u) CT_REG_CHECK2_(r, CT_REG_JOIN_(CT_REG_RULE_, rule), u, CT_REG_NAME_ u)
#define CT_REG_CHECK2_(r, rule, u, name)                                                           \
    _Static_assert(__builtin_types_compatible_p(struct CT_REG_JOIN_(CT_REG_TAG_ u, _),             \
                                                __typeof__((r).of[0])),                            \
                   "field of another register: " name);                                            \
    _Static_assert(CT_REG_OK_ u, "index or value out of range: " name);                            \
    rule(u, name)
#define CT_REG_CHECK_TWICE_(u, ...)                                                                \
    __VA_OPT__(_Static_assert((0u CT_REG_EACH_(CT_REG_ORED_, , u, __VA_ARGS__)) ==                 \
                                  (0u CT_REG_EACH_(CT_REG_ADDED_, , u, __VA_ARGS__)),              \
                              "a field is given twice");)
#define CT_REG_ORED_(x, u)     | CT_REG_KNOWN_(CT_REG_JOIN_(CT_REG_OR_IF_, CT_REG_IS_(u))(CT_REG_MASK1_, u))
#define CT_REG_ADDED_(x, u)    +CT_REG_KNOWN_(CT_REG_JOIN_(CT_REG_OR_IF_, CT_REG_IS_(u))(CT_REG_MASK1_, u))
#define CT_REG_RULE_WRITE(u, name)                                                                 \
    _Static_assert(CT_REG_ACC_ u & 2, "read-only field written: " name);                           \
    CT_REG_RULE_VALUE(u, name)
#define CT_REG_RULE_READ(u, name) _Static_assert(CT_REG_ACC_ u & 1, "write-only field read: " name);
#define CT_REG_RULE_COMPARE(u, name)                                                               \
    CT_REG_RULE_READ(u, name)                                                                      \
    CT_REG_RULE_VALUE(u, name)
#define CT_REG_RULE_VALUE(u, name)                                                                 \
    _Static_assert(CT_REG_GIVEN_ u, "a value is missing for field " name);                         \
    _Static_assert((CT_REG_LIT_ u & ~(0ull + CT_REG_MAX_ u)) == 0,                                 \
                   "value does not fit in field " name);
#define CT_REG_RULE_REFERENCE(u, name)                                                             \
    _Static_assert(!CT_REG_GIVEN_ u, "only the field is wanted here, not a value: " name);
#define CT_REG_RULE_SEE(u, name)                                                                   \
    CT_REG_RULE_READ(u, name)                                                                      \
    CT_REG_RULE_REFERENCE(u, name)
#define CT_REG_RULE_TURN(u, name)                                                                  \
    _Static_assert(CT_REG_ACC_ u & 2, "read-only field written: " name);                           \
    CT_REG_RULE_REFERENCE(u, name)
#define CT_REG_RULE_SET(u, name)                                                                   \
    CT_REG_RULE_TURN(u, name)                                                                      \
    _Static_assert(CT_REG_EFFECT_(u) != CT_REG_EFFECT_1C && CT_REG_EFFECT_(u) != CT_REG_EFFECT_0C && \
                       CT_REG_EFFECT_(u) != CT_REG_EFFECT_C,                                       \
                   "a write can clear this flag, not set it: " name);                              \
    CT_REG_RULE_NO_TOGGLE(u, name)
#define CT_REG_RULE_CLEAR(u, name)                                                                 \
    CT_REG_RULE_TURN(u, name)                                                                      \
    _Static_assert(CT_REG_EFFECT_(u) != CT_REG_EFFECT_1S && CT_REG_EFFECT_(u) != CT_REG_EFFECT_0S && \
                       CT_REG_EFFECT_(u) != CT_REG_EFFECT_S,                                       \
                   "a write can set this flag, not clear it: " name);                              \
    CT_REG_RULE_NO_TOGGLE(u, name)
#define CT_REG_RULE_NO_TOGGLE(u, name)                                                             \
    _Static_assert(CT_REG_EFFECT_(u) != CT_REG_EFFECT_1T && CT_REG_EFFECT_(u) != CT_REG_EFFECT_0T, \
                   "a write inverts this field: use reg_toggle: " name);
#define CT_REG_RULE_TOGGLE(u, name)                                                                \
    CT_REG_RULE_TURN(u, name)                                                                      \
    _Static_assert(CT_REG_EFFECT_(u) == 0 || CT_REG_EFFECT_(u) == CT_REG_EFFECT_1T ||              \
                       CT_REG_EFFECT_(u) == CT_REG_EFFECT_0T,                                      \
                   "a write cannot invert this flag: " name);
#define CT_REG_RULE_PLAIN(u, name)                                                                 \
    CT_REG_RULE_TURN(u, name)                                                                      \
    _Static_assert(CT_REG_EFFECT_(u) == 0, "a flag, which has no atomic access: " name);
// The checks inside an expression: 0.
#define CT_REG_CHECKED_(r, rule, ...)                                                              \
    (0u * (unsigned)sizeof(struct { CT_REG_CHECK_(r, rule, __VA_ARGS__) char c; }))

// ---- The accesses ------------------------------------------------------------------------------

#if CT_REG_MODEL
// Read or write `size` (1, 2, 4 or 8) bytes of the device at an address of the chip.
uint64_t ct_reg_read(uintptr_t address, unsigned size);
void ct_reg_write(uintptr_t address, unsigned size, uint64_t value);
#define CT_REG_IS_COPY_(q, m) /* a snapshot is not volatile */                                     \
    __builtin_types_compatible_p(__typeof__(&(q).m), __typeof__((__typeof__(0u + (q).m) *)0))
#define CT_REG_READ_(q, m)                                                                         \
    __builtin_choose_expr(CT_REG_IS_COPY_(q, m), (q).m,                                            \
                          (__typeof__(0u + (q).m))ct_reg_read((uintptr_t) & (q), sizeof(q).m))
#define CT_REG_WRITE_(q, m, x)                                                                     \
    __builtin_choose_expr(CT_REG_IS_COPY_(q, m), CT_REG_STORE_(q, m, x),                           \
                          ct_reg_write((uintptr_t) & (q), sizeof(q).m, (x)))
#define CT_REG_STORE_(q, m, x)                                                                     \
    ((void)(*(__typeof__(__builtin_choose_expr(CT_REG_IS_COPY_(q, m), &(q).m, (uint64_t *)0)))&(q) = (__typeof__((q).m))(x)))
#else
#define CT_REG_READ_(q, m)     ((q).m)
#define CT_REG_WRITE_(q, m, x) ((void)((q).m = (__typeof__((q).m))(x)))
#endif

// The register is evaluated once; where its address is a constant it is used as it stands, which lets
// GCC address neighbours from one base register as in code written by hand.
#define CT_REG_ON_(r, f, ...)                                                                      \
    if (__builtin_constant_p((uintptr_t) & (r))) {                                                 \
        f((r), __VA_ARGS__);                                                                       \
    } else {                                                                                       \
        __typeof__(r) *const ct_r_ = &(r);                                                         \
        f((*ct_r_), __VA_ARGS__);                                                                  \
    }
// The value to modify: what was read, without flags; not read at all where nothing is kept.
#define CT_REG_OLD_(q, ...)                                                                        \
    ((__builtin_choose_expr(CT_REG_INFO_(KEEP, __VA_ARGS__) == 0, 0u, CT_REG_READ_(q, modifiable)) & \
      CT_REG_INFO_(KEEP, __VA_ARGS__)) |                                                           \
     CT_REG_INFO_(ONES, __VA_ARGS__))
#define CT_REG_NEW_(q, x)         CT_REG_WRITE_(q, writable, x)
#define CT_REG_DO_WRITE_(q, ...)                                                                   \
    CT_REG_NEW_(q, (CT_REG_INFO_(ONES, __VA_ARGS__) & ~CT_REG_MASKS_(__VA_ARGS__)) | CT_REG_BITS_(__VA_ARGS__))
#define CT_REG_DO_INIT_(q, ...)                                                                    \
    CT_REG_NEW_(q, (CT_REG_INFO_(RESET, __VA_ARGS__) & ~CT_REG_MASKS_(__VA_ARGS__)) | CT_REG_BITS_(__VA_ARGS__))
#define CT_REG_DO_MODIFY_(q, ...)                                                                  \
    CT_REG_NEW_(q, (CT_REG_OLD_(q, __VA_ARGS__) & ~CT_REG_MASKS_(__VA_ARGS__)) | CT_REG_BITS_(__VA_ARGS__))
#define CT_REG_DO_SET_(q, ...)                                                                     \
    CT_REG_NEW_(q, (CT_REG_OLD_(q, __VA_ARGS__) | CT_REG_WITHOUT_(CT_REG_EFFECT_0S, __VA_ARGS__)) & \
                   ~CT_REG_WITH_(CT_REG_EFFECT_0S, __VA_ARGS__))
#define CT_REG_DO_CLEAR_(q, ...)                                                                   \
    CT_REG_NEW_(q, (CT_REG_OLD_(q, __VA_ARGS__) & ~CT_REG_WITHOUT_(CT_REG_EFFECT_1C, __VA_ARGS__)) | \
                   CT_REG_WITH_(CT_REG_EFFECT_1C, __VA_ARGS__))
#define CT_REG_DO_TOGGLE_(q, ...) CT_REG_NEW_(q, CT_REG_OLD_(q, __VA_ARGS__) ^ CT_REG_MASKS_(__VA_ARGS__))

// ---- The verbs ---------------------------------------------------------------------------------

#define reg_write(r, ...)                                                                          \
    do {                                                                                           \
        CT_REG_CHECK_(r, WRITE, __VA_ARGS__) CT_REG_DO_WRITE_((r), __VA_ARGS__);                   \
    } while (0)
#define reg_init(r, ...)                                                                           \
    do {                                                                                           \
        CT_REG_CHECK_(r, WRITE, __VA_ARGS__)                                                       \
        _Static_assert(CT_REG_INFO_(KNOWN, __VA_ARGS__) != 0,                                      \
                       "the reset value differs between the instances of this register: "          \
                       "use reg_write or reg_modify");                                             \
        CT_REG_DO_INIT_((r), __VA_ARGS__);                                                         \
    } while (0)
#define reg_modify(r, ...)                                                                         \
    do {                                                                                           \
        CT_REG_CHECK_(r, WRITE, __VA_ARGS__) CT_REG_ON_(r, CT_REG_DO_MODIFY_, __VA_ARGS__)         \
    } while (0)
#define reg_set(r, ...)    CT_REG_REFS_(CT_REG_SET_, r, __VA_ARGS__)
#define reg_clear(r, ...)  CT_REG_REFS_(CT_REG_CLEAR_, r, __VA_ARGS__)
#define reg_toggle(r, ...) CT_REG_REFS_(CT_REG_TOGGLE_, r, __VA_ARGS__)
#define CT_REG_SET_(r, ...)                                                                        \
    do {                                                                                           \
        CT_REG_CHECK_(r, SET, __VA_ARGS__) CT_REG_ON_(r, CT_REG_DO_SET_, __VA_ARGS__)              \
    } while (0)
#define CT_REG_CLEAR_(r, ...)                                                                      \
    do {                                                                                           \
        CT_REG_CHECK_(r, CLEAR, __VA_ARGS__) CT_REG_ON_(r, CT_REG_DO_CLEAR_, __VA_ARGS__)          \
    } while (0)
#define CT_REG_TOGGLE_(r, ...)                                                                     \
    do {                                                                                           \
        CT_REG_CHECK_(r, TOGGLE, __VA_ARGS__) CT_REG_ON_(r, CT_REG_DO_TOGGLE_, __VA_ARGS__)        \
    } while (0)

#define reg_get(r, f) CT_REG_REFS_(CT_REG_GET_, r, f)
#define CT_REG_GET_(r, u) CT_REG_JOIN_(CT_REG_GET_IF_, CT_REG_IS_(u))(r, u)
#define CT_REG_GET_IF_0(r, u) CT_REG_CHECKED_(r, SEE, u)
#define CT_REG_GET_IF_1(r, u)                                                                      \
    ((__typeof__(0u + (r).readable))((CT_REG_READ_(r, readable) >> CT_REG_POS_ u) &                \
                                     (CT_REG_MAX_ u + CT_REG_CHECKED_(r, SEE, u))))
#define reg_is(r, ...)                                                                             \
    ((CT_REG_READ_(r, readable) & (CT_REG_CARES_(__VA_ARGS__) + CT_REG_CHECKED_(r, COMPARE, __VA_ARGS__))) == \
     (CT_REG_BITS_(__VA_ARGS__) & CT_REG_CARES_(__VA_ARGS__)))
#define reg_any(r, ...) CT_REG_REFS_(CT_REG_ANY_, r, __VA_ARGS__)
#define CT_REG_ANY_(r, ...)                                                                        \
    ((CT_REG_READ_(r, readable) & (CT_REG_MASKS_(__VA_ARGS__) + CT_REG_CHECKED_(r, SEE, __VA_ARGS__))) != 0)
#define reg_raw(r)          ((__typeof__(0u + (r).readable))CT_REG_READ_(r, readable))
#define reg_write_raw(r, v) CT_REG_WRITE_(r, writable, v)
#define reg_value(u)        (CT_REG_NUM_ u & CT_REG_MAX_ u)
#define reg_mask(f)         CT_REG_REFS_(CT_REG_MASK_OF_, , f)
#define CT_REG_MASK_OF_(x, u)   (CT_REG_MASK1_ u)
#define reg_at(a, n)                                                                               \
    ((a)[(n) + 0 * (int)sizeof(struct {                                                            \
                _Static_assert(CT_REG_KNOWN_(n) < sizeof(a) / sizeof *(a),                         \
                               "index out of range of this array of registers");                   \
                char c;                                                                            \
            })])

// A copy of a register, on which the verbs work; nothing is read or written until reg_store.
#define reg_snapshot(name, r)                                                                      \
    struct {                                                                                       \
        union {                                                                                    \
            __typeof__(0u + (r).readable) readable, writable, modifiable, storable;                \
        };                                                                                         \
        __typeof__((r).of[0]) of[0];                                                               \
    } name = {.readable = (__typeof__((r).readable))CT_REG_READ_(r, readable)}
#define reg_store(r, name)                                                                         \
    do {                                                                                           \
        _Static_assert(__builtin_types_compatible_p(__typeof__((r).of[0]),                         \
                                                    __typeof__((name).of[0])),                     \
                       "snapshot of another register");                                            \
        CT_REG_WRITE_(r, storable, (name).readable);                                               \
    } while (0)

// Atomic access where the chip has registers for it: one write, no read, no lock.
#define reg_atomic_set(r, ...)      CT_REG_REFS_(CT_REG_ATOMIC_SET_, r, __VA_ARGS__)
#define reg_atomic_clear(r, ...)    CT_REG_REFS_(CT_REG_ATOMIC_CLEAR_, r, __VA_ARGS__)
#define reg_atomic_toggle(r, ...)   CT_REG_REFS_(CT_REG_ATOMIC_TOGGLE_, r, __VA_ARGS__)
#define CT_REG_ATOMIC_SET_(r, ...)      CT_REG_ATOMIC_(r, SET, "set", __VA_ARGS__)
#define CT_REG_ATOMIC_CLEAR_(r, ...)    CT_REG_ATOMIC_(r, CLEAR, "clear", __VA_ARGS__)
#define CT_REG_ATOMIC_TOGGLE_(r, ...)   CT_REG_ATOMIC_(r, TOGGLE, "toggle", __VA_ARGS__)
#define CT_REG_ATOMIC_(r, way, word, ...)                                                          \
    do {                                                                                           \
        CT_REG_CHECK_(r, PLAIN, __VA_ARGS__)                                                       \
        _Static_assert(CT_REG_INFO_(way, __VA_ARGS__) != 0,                                        \
                       "this register has no register for an atomic " word);                       \
        CT_REG_WRITE_(*(__typeof__(&(r)))((uintptr_t) & (r) + CT_REG_INFO_(way, __VA_ARGS__)), writable, \
                  CT_REG_MASKS_(__VA_ARGS__));                                                     \
    } while (0)

// Bit-band (ARMv7-M Architecture Reference Manual, B3.1 and the Cortex-M3/M4 manuals, 3.7): bit n of the
// byte at offset b of 0x20000000 or 0x40000000 is the word at alias + 32 b + 4 n. A write is a
// read-modify-write of the bus and thus not for registers with flags. The register must be in the
// first MiB of the peripherals: an address that is not traps.
#define reg_bit_write(r, u)                                                                        \
    do {                                                                                           \
        CT_REG_CHECK_(r, WRITE, u)                                                                 \
        CT_REG_BIT_OK_(r, u)                                                                       \
        (void)sizeof((r).storable);                                                                \
        CT_REG_BIT_WRITE_(r, CT_REG_POS_ u, CT_REG_NUM_ u & 1u);                                   \
    } while (0)
#define reg_bit_get(r, f)     CT_REG_REFS_(CT_REG_BIT_GET_, r, f)
#define CT_REG_BIT_GET_(r, u)                                                                      \
    (CT_REG_BIT_READ_(r, CT_REG_POS_ u) +                                                          \
     0u * (unsigned)sizeof(struct {                                                                \
             CT_REG_CHECK_(r, SEE, u) CT_REG_BIT_OK_(r, u) char c;                                 \
         }))
#define CT_REG_BIT_OK_(r, u)                                                                       \
    _Static_assert(CT_DEVICE_HAS_BITBAND, "this chip has no bit-band region");                     \
    _Static_assert(CT_REG_MAX_ u == 1, "not a field of one bit: " CT_REG_NAME_ u);
#if CT_REG_MODEL
#define CT_REG_BIT_READ_(r, pos)     ((unsigned)(CT_REG_READ_(r, readable) >> (pos)) & 1u)
#define CT_REG_BIT_WRITE_(r, pos, v)                                                               \
    CT_REG_WRITE_(r, writable, (CT_REG_READ_(r, readable) & ~(1u << (pos))) | (v) << (pos))
#else
#define CT_REG_BIT_READ_(r, pos)     (*CT_REG_BIT_ALIAS_(r, pos))
#define CT_REG_BIT_WRITE_(r, pos, v) (*CT_REG_BIT_ALIAS_(r, pos) = (v))
#define CT_REG_BIT_ALIAS_(r, pos) ct_reg_bit_alias_((uintptr_t) & (r), pos)
static inline __attribute__((always_inline, unused)) volatile uint32_t *
ct_reg_bit_alias_(uintptr_t address, unsigned bit) {
    uintptr_t region = address & 0xFFF00000u;
    if (region != 0x40000000u && region != 0x20000000u) { __builtin_trap(); }
    return (volatile uint32_t *)(region + 0x02000000u + (address - region) * 32u + bit * 4u);
}
#endif

#endif
