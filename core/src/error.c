// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include <corten/error.h>

const char *ct_error_name(enum ct_error error) {
    switch (error) {
#define NAME(name, value, meaning) case name: return #name;
        CT_ERRORS(NAME)
#undef NAME
    }
    return "unknown error";
}

const char *ct_error_meaning(enum ct_error error) {
    switch (error) {
#define MEANING(name, value, meaning) case name: return meaning;
        CT_ERRORS(MEANING)
#undef MEANING
    }
    return "unknown error";
}
