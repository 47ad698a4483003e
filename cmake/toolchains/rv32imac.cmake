# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
# RISC-V, 32 bits, with GCC and picolibc. In version 2.2 of the ISA the CSRs belong to the base; the
# library of the later name for it, rv32imac_zicsr, is not packaged.
set(CORTEN_CORE rv32imac)
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR riscv32)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
find_program(CMAKE_C_COMPILER riscv64-unknown-elf-gcc REQUIRED)
set(CORTEN_CPU_FLAGS "-march=rv32imac -misa-spec=2.2 -mabi=ilp32 -mcmodel=medany")
# A compiler cache looks for the specs file by itself, so it is given the whole path.
set(CORTEN_SPECS picolibc.specs)
find_program(CORTEN_CCACHE ccache)
if(CORTEN_CCACHE)
    execute_process(COMMAND ${CMAKE_C_COMPILER} -print-file-name=picolibc.specs
        OUTPUT_VARIABLE CORTEN_SPECS OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
endif()
set(CMAKE_C_FLAGS_INIT "${CORTEN_CPU_FLAGS} -specs=${CORTEN_SPECS}")
set(CMAKE_C_FLAGS_MINSIZEREL "-Os -g" CACHE STRING "Flags for size")
set(CMAKE_C_FLAGS_RELEASE "-O2 -g" CACHE STRING "Flags for speed")
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE MinSizeRel CACHE STRING "MinSizeRel (-Os) or Release (-O2)")
endif()
find_program(CORTEN_OBJDUMP riscv64-unknown-elf-objdump)
find_program(CORTEN_SIZE riscv64-unknown-elf-size)
find_program(CORTEN_NM riscv64-unknown-elf-nm)
find_program(CORTEN_OBJCOPY riscv64-unknown-elf-objcopy)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
