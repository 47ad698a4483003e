// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The subcommands of `corten`: argv[0] is the subcommand's name, the result the exit code.
#ifndef CORTEN_TOOLS_CORTEN_H
#define CORTEN_TOOLS_CORTEN_H

int corten_svd(int argc, char **argv);

#endif
