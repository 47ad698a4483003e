// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// both: sensors_out_serves_I2C1_TX
// target: m4f
// flags: {device stm32f401}
#include <corten/i2c_dma.h>

CT_PIN_ALTERNATE(scl, B, 8, I2C1_SCL, OPEN_DRAIN, FLOATING, FAST);
CT_PIN_ALTERNATE(sda, B, 9, I2C1_SDA, OPEN_DRAIN, FLOATING, FAST);
CT_I2C_PORT(sensors, I2C1, scl, sda);
CT_DMA_STREAM(sensors_in, DMA1, 0, I2C1_RX);
#ifdef OK
CT_DMA_STREAM(sensors_out, DMA1, 6, I2C1_TX);
#else
CT_DMA_STREAM(sensors_out, DMA1, 7, I2C2_TX);
#endif
CT_I2C_DMA(bus, sensors, I2C1, sensors_in, sensors_out);
