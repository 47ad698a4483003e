# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# A native process on the developer's machine.
set(CORTEN_BOARD_CORES host)
set(CORTEN_BOARD_DEVICE host)
