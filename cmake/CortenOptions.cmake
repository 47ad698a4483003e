# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# What the code is compiled with.
#
#   corten::language  everything that includes <corten/…>: the dialect, and the two mismatches
#                     that Corten's checks rest upon as errors. Users' firmware gets it.
#   corten::warnings  Corten's own code only: the warnings of CONTRIBUTING.md, as errors when
#                     CORTEN_WERROR is on. Link it PRIVATE; it is never forced on users' code.
#
# CORTEN_CORE names the core that this build tree is for: "host", or what the toolchain file
# set (thumbv6m, thumbv7m, thumbv7em, thumbv7em-hf, thumbv8m.main, rv32imac).
# CORTEN_ARCH is the folder of arch/ that goes with it: host, cortex-m, riscv.

if(NOT CORTEN_CORE)
    if(CMAKE_CROSSCOMPILING)
        message(FATAL_ERROR "Corten: this toolchain file does not set CORTEN_CORE; "
            "use one of ${CORTEN_ROOT}/cmake/toolchains/.")
    endif()
    set(CORTEN_CORE host)
endif()
if(CORTEN_CORE MATCHES "^thumb")
    set(CORTEN_ARCH cortex-m)
elseif(CORTEN_CORE MATCHES "^rv")
    set(CORTEN_ARCH riscv)
else()
    set(CORTEN_ARCH host)
endif()

add_library(corten_language INTERFACE)
add_library(corten::language ALIAS corten_language)
target_compile_options(corten_language INTERFACE
    -std=gnu2x -ffunction-sections -fdata-sections
    -Werror=incompatible-pointer-types -Werror=int-conversion
    -Werror=implicit-function-declaration)

add_library(corten_warnings INTERFACE)
add_library(corten::warnings ALIAS corten_warnings)
target_compile_options(corten_warnings INTERFACE
    -Wall -Wextra -Wconversion $<$<BOOL:${CORTEN_WERROR}>:-Werror>)

# ASan and UBSan, where the first finding ends the program: the preset host-clang-sanitized.
option(CORTEN_SANITIZE "Build with AddressSanitizer and UndefinedBehaviourSanitizer" OFF)
if(CORTEN_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
        -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

# Host tools land in build/bin for every preset's tree that lies in build/.
if(CORTEN_ARCH STREQUAL "host" AND NOT CORTEN_SANITIZE AND PROJECT_IS_TOP_LEVEL)
    set(CORTEN_BIN_DIR "${CORTEN_ROOT}/build/bin")
else()
    set(CORTEN_BIN_DIR "${CMAKE_CURRENT_BINARY_DIR}/bin")
endif()
