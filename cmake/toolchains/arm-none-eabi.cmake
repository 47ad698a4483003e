# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# Arm Cortex-M with GCC or Clang, the C library is picolibc. Included by the files beside it,
# which set CORTEN_CORE and CORTEN_CPU_FLAGS.
#
#   -DCORTEN_COMPILER=gcc     arm-none-eabi-gcc (default)
#   -DCORTEN_COMPILER=clang   clang with lld, and picolibc and libgcc of arm-none-eabi-gcc
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR arm)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES CORTEN_COMPILER)
set(CORTEN_COMPILER gcc CACHE STRING "gcc or clang")
set_property(CACHE CORTEN_COMPILER PROPERTY STRINGS gcc clang)

find_program(CORTEN_ARM_GCC arm-none-eabi-gcc REQUIRED)
# A compiler cache looks for the specs file by itself, so it is given the whole path.
set(CORTEN_SPECS picolibc.specs)
find_program(CORTEN_CCACHE ccache)
if(CORTEN_CCACHE)
    execute_process(COMMAND ${CORTEN_ARM_GCC} -print-file-name=picolibc.specs
        OUTPUT_VARIABLE CORTEN_SPECS OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
endif()
separate_arguments(corten_cpu_ UNIX_COMMAND "${CORTEN_CPU_FLAGS}")

if(CORTEN_COMPILER STREQUAL "clang")
    find_program(CORTEN_CLANG clang REQUIRED)
    # Where the cross compiler keeps picolibc and libgcc for this core.
    execute_process(COMMAND ${CORTEN_ARM_GCC} -specs=picolibc.specs -xc -E -v /dev/null
        ERROR_VARIABLE corten_search_ OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
    if(NOT corten_search_ MATCHES "\n ([^\n]*picolibc[^\n]*)/include\n")
        message(FATAL_ERROR "Corten: picolibc for arm-none-eabi is not installed; run ./dev setup.")
    endif()
    set(corten_picolibc_ "${CMAKE_MATCH_1}")
    execute_process(COMMAND ${CORTEN_ARM_GCC} ${corten_cpu_} -print-multi-directory
        OUTPUT_VARIABLE corten_multi_ OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${CORTEN_ARM_GCC} ${corten_cpu_} -print-libgcc-file-name
        OUTPUT_VARIABLE corten_libgcc_ OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    set(CMAKE_C_COMPILER ${CORTEN_CLANG})
    set(CMAKE_C_COMPILER_TARGET thumbv7m-none-eabi) # -mcpu below refines it
    if(CORTEN_CORE STREQUAL "thumbv6m")
        set(CMAKE_C_COMPILER_TARGET thumbv6m-none-eabi)
    elseif(CORTEN_CORE STREQUAL "thumbv8m.main")
        set(CMAKE_C_COMPILER_TARGET thumbv8m.main-none-eabi)
    elseif(CORTEN_CORE STREQUAL "thumbv7em")
        set(CMAKE_C_COMPILER_TARGET thumbv7em-none-eabi)
    elseif(CORTEN_CORE STREQUAL "thumbv7em-hf")
        set(CMAKE_C_COMPILER_TARGET thumbv7em-none-eabihf)
    endif()
    set(CMAKE_C_FLAGS_INIT "${CORTEN_CPU_FLAGS} -isystem ${corten_picolibc_}/include")
    set(CMAKE_EXE_LINKER_FLAGS_INIT "-fuse-ld=lld -nostdlib -Wno-unused-command-line-argument -L${corten_picolibc_}/lib/${corten_multi_}")
    set(CMAKE_C_STANDARD_LIBRARIES "-lc ${corten_libgcc_}")
    find_program(CMAKE_AR NAMES arm-none-eabi-ar REQUIRED)
    find_program(CMAKE_RANLIB NAMES arm-none-eabi-ranlib REQUIRED)
else()
    set(CMAKE_C_COMPILER ${CORTEN_ARM_GCC})
    set(CMAKE_C_FLAGS_INIT "${CORTEN_CPU_FLAGS} -specs=${CORTEN_SPECS}")
endif()
set(CMAKE_C_FLAGS_MINSIZEREL_INIT "-Os -g")
set(CMAKE_C_FLAGS_RELEASE_INIT "-O2 -g")
set(CMAKE_C_FLAGS_MINSIZEREL "-Os -g" CACHE STRING "Flags for size")
set(CMAKE_C_FLAGS_RELEASE "-O2 -g" CACHE STRING "Flags for speed")
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE MinSizeRel CACHE STRING "MinSizeRel (-Os) or Release (-O2)")
endif()
find_program(CORTEN_OBJDUMP arm-none-eabi-objdump)
find_program(CORTEN_SIZE arm-none-eabi-size)
find_program(CORTEN_NM arm-none-eabi-nm)
find_program(CORTEN_OBJCOPY arm-none-eabi-objcopy)

set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
