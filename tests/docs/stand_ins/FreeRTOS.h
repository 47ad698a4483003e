// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
// The declarations that docs/coming-from-freertos.md uses, so that its code is compiled.
#ifndef FREERTOS_STAND_IN_H
#define FREERTOS_STAND_IN_H

#include <stddef.h>
#include <stdint.h>

typedef long BaseType_t;
typedef unsigned long UBaseType_t;
typedef uint32_t TickType_t;
typedef void *QueueHandle_t, *SemaphoreHandle_t, *TaskHandle_t;
#define pdFALSE               0
#define portMAX_DELAY         0xFFFFFFFFu
#define pdMS_TO_TICKS(ms)     ((TickType_t)(ms))
#define portYIELD_FROM_ISR(x) ((void)(x))

QueueHandle_t xQueueCreate(UBaseType_t length, UBaseType_t size);
BaseType_t xQueueSendFromISR(QueueHandle_t queue, const void *item, BaseType_t *woken);
BaseType_t xQueueReceive(QueueHandle_t queue, void *item, TickType_t wait);
SemaphoreHandle_t xSemaphoreCreateMutex(void);
BaseType_t xSemaphoreTake(SemaphoreHandle_t semaphore, TickType_t wait);
BaseType_t xSemaphoreGive(SemaphoreHandle_t semaphore);
BaseType_t xTaskCreate(void (*code)(void *), const char *name, uint16_t depth, void *argument,
                       UBaseType_t priority, TaskHandle_t *handle);
TickType_t xTaskGetTickCount(void);
void vTaskDelayUntil(TickType_t *last, TickType_t period);
void vTaskStartScheduler(void);
int32_t read_sensor(void);
void print_number(int32_t number);

#endif
