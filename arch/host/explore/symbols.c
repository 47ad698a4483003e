// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// Names, from nm and addr2line of the toolchain that has built the program.
#define _POSIX_C_SOURCE 200809L
#include "explore.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern const char __executable_start[];

static struct explore_symbol *symbols;
static size_t symbol_count;
static uintptr_t shift; // from addresses in the file to those in the process
static char program[4096];

static FILE *ask(const char *format, const void *address) {
    static char command[5000];
    if (!program[0] && readlink("/proc/self/exe", program, sizeof program - 1) < 0) return NULL;
    snprintf(command, sizeof command, format, program, (uintptr_t)address - shift);
    return popen(command, "r");
}

const struct explore_symbol *explore_symbols(size_t *count) {
    *count = symbol_count;
    if (symbols) return symbols;
    char line[1024], name[900];
    unsigned long address, size;
    symbols = calloc(1, sizeof *symbols);
    FILE *listing = ask("nm \"%s\"", NULL);
    while (listing && fgets(line, sizeof line, listing))
        if (sscanf(line, "%lx %*c %899s", &address, name) == 2 &&
            strcmp(name, "__executable_start") == 0)
            shift = (uintptr_t)__executable_start - address;
    if (listing) pclose(listing);
    listing = ask("nm -S -n \"%s\"", NULL);
    while (listing && fgets(line, sizeof line, listing)) {
        char kind;
        if (sscanf(line, "%lx %lx %c %899s", &address, &size, &kind, name) != 4 ||
            !strchr("bBdD", kind))
            continue;
        const uintptr_t at = address + shift;
        if (at < (uintptr_t)explore_memory || at >= (uintptr_t)explore_memory + explore_memory_size)
            continue;
        symbols = realloc(symbols, (symbol_count + 1) * sizeof *symbols);
        symbols[symbol_count++] =
            (struct explore_symbol){strdup(name), at - (uintptr_t)explore_memory, size};
    }
    if (listing) pclose(listing);
    *count = symbol_count;
    return symbols;
}

const char *explore_name_of(size_t offset) {
    for (size_t i = 0; i < symbol_count; i++)
        if (offset >= symbols[i].offset && offset < symbols[i].offset + symbols[i].size)
            return symbols[i].name;
    return "static memory";
}

const char *explore_place_of(const void *address) {
    static char place[2048];
    char function[1024] = "", line[1000] = "";
    snprintf(place, sizeof place, "%p", address);
    // the call's own line, not that of what follows it
    FILE *answer = ask("addr2line -s -f -e \"%s\" 0x%lx", (const char *)address - 1);
    if (!answer) return place;
    if (fgets(function, sizeof function, answer) && fgets(line, sizeof line, answer)) {
        function[strcspn(function, "\n")] = line[strcspn(line, "\n (")] = 0;
        snprintf(place, sizeof place, "%s at %s", function, line);
    }
    pclose(answer);
    return place;
}
