# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# What `cmake --install` copies: the rooms that firmware is made of, as sources, because each
# firmware compiles them with its own options. find_package(corten) then adds them.
include(GNUInstallDirs)
set(share "${CMAKE_INSTALL_DATADIR}/corten")
install(FILES CMakeLists.txt LICENSE-APACHE LICENSE-MIT DESTINATION "${share}")
foreach(room cmake core arch containers app log hal devices drivers boards)
    if(IS_DIRECTORY "${CORTEN_ROOT}/${room}")
        install(DIRECTORY "${room}" DESTINATION "${share}" PATTERN tests EXCLUDE)
    endif()
endforeach()
foreach(folder corten svd) # register headers are written by a program that is built with them
    install(DIRECTORY "tools/${folder}" DESTINATION "${share}/tools")
endforeach()
include(CMakePackageConfigHelpers)
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/cortenConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/cortenConfigVersion.cmake" DESTINATION "${share}/cmake")
