// SPDX-FileCopyrightText: 2026 The Corten authors
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// The elements of CMSIS-SVD 1.3.11 that mean something to us; all others are passed over with what is
// in them. `corten` reads no names but these.
#ifndef CORTEN_TOOLS_SVD_TAGS_H
#define CORTEN_TOOLS_SVD_TAGS_H

#define SVD_TAGS(X)                                                                                \
    X(access) X(addressBlock) X(addressOffset) X(addressUnitBits) X(alternateCluster)              \
    X(alternateGroup) X(alternatePeripheral) X(alternateRegister) X(appendToName) X(baseAddress)   \
    X(bitOffset) X(bitRange) X(bitWidth) X(cluster) X(cpu) X(dataType) X(derivedFrom)              \
    X(description) X(device) X(dim) X(dimArrayIndex) X(dimIncrement) X(dimIndex) X(dimName)        \
    X(disableCondition) X(displayName) X(endian) X(enumeratedValue) X(enumeratedValues) X(field)   \
    X(fields) X(fpuPresent) X(groupName) X(headerDefinitionsPrefix) X(headerEnumName)              \
    X(headerStructName) X(interrupt) X(isDefault) X(lsb) X(maximum) X(minimum)                     \
    X(modifiedWriteValues) X(mpuPresent) X(msb) X(name) X(nvicPrioBits) X(offset) X(peripheral)    \
    X(peripherals) X(prependToName) X(protection) X(range) X(readAction) X(register) X(registers)  \
    X(resetMask) X(resetValue) X(series) X(size) X(usage) X(useEnumeratedValues) X(value)          \
    X(vendor) X(version) X(vtorPresent) X(width) X(writeAsRead) X(writeConstraint)                 \
    /* not in the standard; an overlay may give a register companions that act atomically */      \
    X(atomicSet) X(atomicClear) X(atomicToggle)

enum svd_tag {
    TAG_OTHER,
#define X(name) TAG_##name,
    SVD_TAGS(X)
#undef X
        TAG_COUNT
};

#endif
