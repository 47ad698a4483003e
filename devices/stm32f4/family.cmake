# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
#
# The descriptions that every chip of the family is made of.
set(CORTEN_STM32F4_SVD)
foreach(part gpio exti usart spi i2c dma adc tim rtc system)
    list(APPEND CORTEN_STM32F4_SVD "${CMAKE_CURRENT_LIST_DIR}/${part}.svd")
endforeach()
foreach(part cortex-m fpu)
    list(APPEND CORTEN_STM32F4_SVD "${CORTEN_ROOT}/devices/cortex-m/${part}.svd")
endforeach()
