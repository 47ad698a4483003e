// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// A driver that brings its handler.
#ifdef OK
void TIMER0B_Handler(void);
void TIMER0B_Handler(void) {}
#else
void TIMER0A_Handler(void);
void TIMER0A_Handler(void) {}
#endif
