# SPDX-FileCopyrightText: 2026 The Corten authors
# SPDX-License-Identifier: MIT OR Apache-2.0
corten_device_svd("${corten_device_dir_}/virt.svd")
