// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Must not link: calls a function that nobody defines.
void nobody_defines_this(void);
int main(void) { nobody_defines_this(); }
