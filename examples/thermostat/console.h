// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
/// The words of the thermostat's console: bytes to lines, lines to commands. No hardware.
#ifndef THERMOSTAT_CONSOLE_H
#define THERMOSTAT_CONSOLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CONSOLE_LINE_MOST = 31 };

/// A line as it comes in. What is too long is cut here and refused later, whatever its length.
struct console_line {
    char text[CONSOLE_LINE_MOST + 1]; // terminated
    uint8_t length;
    bool too_long;
};

/// Adds a received byte; true when it ended the line. Backspace takes the last one away, other
/// control characters become '?'.
bool console_line_add(struct console_line *line, int byte);

/// Ready for the next line.
void console_line_clear(struct console_line *line);

enum console_verb {
    CONSOLE_NOTHING, // an empty line
    CONSOLE_SET,
    CONSOLE_STATUS,
    CONSOLE_SUMMARY,
    CONSOLE_HELP,
    CONSOLE_BAD, // `problem` and `culprit` say what was not understood
};

struct console_command {
    enum console_verb verb;
    int32_t temperature; // of set, in hundredths of a degree
    const char *problem;
    const char *culprit; // a part of the line
};

/// Temperatures that `set` takes, in hundredths of a degree.
enum { CONSOLE_TARGET_LEAST = 500, CONSOLE_TARGET_MOST = 4000 };

/// Understands a complete line; `culprit` points into it.
struct console_command console_parse(const struct console_line *line);

/// "21.5", "-3", "+7.25" to hundredths; false for anything else, more than two decimals included.
bool console_parse_temperature(const char *text, int32_t *hundredths);

#endif
