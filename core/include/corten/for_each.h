// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// A macro over a list, without unrolled copies.
///
///     #define MEMBER_(width, name) uint##width##_t name;
///     struct sizes { CT_FOR_EACH(MEMBER_, 16, x, y, z) };   // uint16_t x; uint16_t y; uint16_t z;
///
/// Lists of up to 340 arguments. Inside `macro` use CT_FOR_EACH_INNER: no macro expands itself.
#ifndef CORTEN_FOR_EACH_H
#define CORTEN_FOR_EACH_H

/// macro(context, a) macro(context, b) … for the arguments behind `context`; nothing for none.
#define CT_FOR_EACH(macro, context, ...)                                                           \
    __VA_OPT__(CT_EXPAND_(CT_FOR_EACH_(macro, context, __VA_ARGS__)))
#define CT_FOR_EACH_(macro, context, first, ...)                                                   \
    macro(context, first) __VA_OPT__(CT_FOR_EACH_AGAIN_ CT_PARENTHESES_ (macro, context, __VA_ARGS__))
#define CT_FOR_EACH_AGAIN_() CT_FOR_EACH_
#define CT_PARENTHESES_      ()

// Each rescan of the argument expands one more CT_FOR_EACH_; 4 + 16 + 64 + 256 of them happen.
#define CT_EXPAND_(...)  CT_EXPAND4_(CT_EXPAND4_(CT_EXPAND4_(CT_EXPAND4_(__VA_ARGS__))))
#define CT_EXPAND4_(...) CT_EXPAND3_(CT_EXPAND3_(CT_EXPAND3_(CT_EXPAND3_(__VA_ARGS__))))
#define CT_EXPAND3_(...) CT_EXPAND2_(CT_EXPAND2_(CT_EXPAND2_(CT_EXPAND2_(__VA_ARGS__))))
#define CT_EXPAND2_(...) CT_EXPAND1_(CT_EXPAND1_(CT_EXPAND1_(CT_EXPAND1_(__VA_ARGS__))))
#define CT_EXPAND1_(...) __VA_ARGS__

/// The same under another name, for the list inside a list; up to 84 arguments.
#define CT_FOR_EACH_INNER(macro, context, ...)                                                     \
    __VA_OPT__(CT_INNER4_(CT_FOR_EACH_INNER_(macro, context, __VA_ARGS__)))
#define CT_FOR_EACH_INNER_(macro, context, first, ...)                                             \
    macro(context, first)                                                                          \
        __VA_OPT__(CT_FOR_EACH_INNER_AGAIN_ CT_PARENTHESES_ (macro, context, __VA_ARGS__))
#define CT_FOR_EACH_INNER_AGAIN_() CT_FOR_EACH_INNER_
#define CT_INNER4_(...) CT_INNER3_(CT_INNER3_(CT_INNER3_(CT_INNER3_(__VA_ARGS__))))
#define CT_INNER3_(...) CT_INNER2_(CT_INNER2_(CT_INNER2_(CT_INNER2_(__VA_ARGS__))))
#define CT_INNER2_(...) CT_INNER1_(CT_INNER1_(CT_INNER1_(CT_INNER1_(__VA_ARGS__))))
#define CT_INNER1_(...) __VA_ARGS__

/// What is behind the comma when `option`, a macro, is 1, and nothing when it is 0 or not defined:
///
///     TASKS(blink CT_IF(CONFIG_RADIO, , radio))                    // a task that is not always there
#define CT_IF(option, ...)            CT_IF_OF_(option, __VA_ARGS__)
#define CT_IF_OF_(option, ...)        CT_IF_SECOND_(CT_IF_IS_##option, CT_IF_YES_, CT_IF_NO_)(__VA_ARGS__)
#define CT_IF_IS_1                    ~,
#define CT_IF_SECOND_(...)            CT_IF_SECOND_OF_(__VA_ARGS__, ~)
#define CT_IF_SECOND_OF_(a, b, c, ...) c
#define CT_IF_YES_(...)               __VA_ARGS__
#define CT_IF_NO_(...)

/// The list between parentheses, without them.
#define CT_UNPACK(...) __VA_ARGS__

#endif
