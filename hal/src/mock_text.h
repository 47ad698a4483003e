// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The sentences of the mock.
#ifndef CORTEN_HAL_MOCK_TEXT_H
#define CORTEN_HAL_MOCK_TEXT_H

#include <corten/hal/mock.h>

/// Text of bounded length; what does not fit is left out.
struct ct_mock_text_ {
    char text[2048];
    size_t length;
};
__attribute__((format(printf, 2, 3))) void ct_mock_say_(struct ct_mock_text_ *to, const char *format, ...);

/// What a driver did: a step with its own arguments, segments without content where it reads.
void ct_mock_say_step_(struct ct_mock_text_ *to, const struct ct_mock_step *step);

#endif
