// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// corten: the host command. Each subcommand is a file here, its work in a folder of tools/.
#include "corten.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *about;
} commands[] = {
    {"svd", corten_svd, "turn a chip's description (CMSIS-SVD) into a header of typed registers"},
};

static void help(FILE *to) {
    fputs("usage: corten COMMAND [arguments]\n\n", to);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        fprintf(to, "  %-8s  %s\n", commands[i].name, commands[i].about);
    }
    fputs("\n`corten COMMAND --help` explains each.\n", to);
}

int main(int argc, char **argv) {
    if (argc < 2) {
        help(stderr);
        return 2;
    }
    if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help")) {
        help(stdout);
        return 0;
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (!strcmp(argv[1], commands[i].name)) { return commands[i].run(argc - 1, argv + 1); }
    }
    fprintf(stderr, "corten: there is no command \"%s\"; there are:", argv[1]);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        fprintf(stderr, " %s", commands[i].name);
    }
    fputs("\n", stderr);
    return 2;
}
