// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0

// Which way is up, and how fast it turns.
#include "tray.h"

#include <corten/drivers/mpu6050.h>

CT_MPU6050_DEFINE(motion, .bus = TRAY_I2C, .delay = TRAY_DELAY)

void mpu6050_example(void);
void mpu6050_example(void) {
    struct ct_mpu6050_reading now = {0};
    enum ct_error e = motion_start();
    if (!e) e = motion_read(&now);
    tray_say("mpu6050 z", e ? (int)e : now.milli_g[2]);
    tray_say("mpu6050 turns", now.millidegree_s[2]);
}
