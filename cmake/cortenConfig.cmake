# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# find_package(corten): adds the rooms, in their own build folder, nothing built unless used.
# Works from an installed copy and straight from a checkout (corten_DIR=<checkout>/cmake).
if(NOT TARGET corten::language)
    add_subdirectory("${CMAKE_CURRENT_LIST_DIR}/.." "${CMAKE_BINARY_DIR}/corten" EXCLUDE_FROM_ALL)
endif()
