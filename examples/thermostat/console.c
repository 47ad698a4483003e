// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
#include "console.h"

bool console_line_add(struct console_line *line, int byte) {
    if (byte == '\n' || byte == '\r') return true;
    if (byte == '\b' || byte == 0x7F) {
        if (line->length > 0) line->text[--line->length] = '\0';
    } else if (line->length == CONSOLE_LINE_MOST) {
        line->too_long = true;
    } else {
        line->text[line->length++] = byte >= ' ' && byte < 0x7F ? (char)byte : '?';
        line->text[line->length] = '\0';
    }
    return false;
}

void console_line_clear(struct console_line *line) { *line = (struct console_line){0}; }

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool console_parse_temperature(const char *text, int32_t *hundredths) {
    const bool negative = *text == '-';
    if (*text == '-' || *text == '+') text++;
    if (!is_digit(*text)) return false;
    int32_t value = 0;
    for (; is_digit(*text); text++) {
        value = value * 10 + (*text - '0');
        if (value > 1000) return false; // no temperature of a room
    }
    value *= 100;
    if (*text == '.') {
        int32_t weight = 10;
        if (!is_digit(*++text)) return false;
        for (; is_digit(*text); text++, weight /= 10) {
            if (weight == 0) return false;
            value += (*text - '0') * weight;
        }
    }
    if (*text) return false;
    *hundredths = negative ? -value : value;
    return true;
}

/// The argument behind `word` when the line begins with it, else NULL.
static const char *after(const char *line, const char *word) {
    while (*word)
        if (*line++ != *word++) return NULL;
    if (*line && *line != ' ') return NULL;
    while (*line == ' ') line++;
    return line;
}

static struct console_command bad(const char *problem, const char *culprit) {
    return (struct console_command){.verb = CONSOLE_BAD, .problem = problem, .culprit = culprit};
}

struct console_command console_parse(const struct console_line *line) {
    static const struct {
        const char *word;
        enum console_verb verb;
    } words[] = {
        {"status", CONSOLE_STATUS}, {"summary", CONSOLE_SUMMARY}, {"help", CONSOLE_HELP}};

    const char *text = line->text;
    if (line->too_long) return bad("this line is too long", text);
    while (*text == ' ') text++;
    if (!*text) return (struct console_command){.verb = CONSOLE_NOTHING};

    const char *argument = after(text, "set");
    if (argument) {
        struct console_command set = {.verb = CONSOLE_SET};
        if (!*argument) return bad("set needs a temperature", text);
        if (!console_parse_temperature(argument, &set.temperature))
            return bad("this is not a temperature", argument);
        if (set.temperature < CONSOLE_TARGET_LEAST || set.temperature > CONSOLE_TARGET_MOST)
            return bad("a target must be from 5 to 40", argument);
        return set;
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        argument = after(text, words[i].word);
        if (!argument) continue;
        if (*argument) return bad("nothing may follow this command", argument);
        return (struct console_command){.verb = words[i].verb};
    }
    return bad("unknown command", text);
}
