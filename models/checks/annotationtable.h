// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace meshdraft::checks {

/// What the value of an annotation must be.
enum class AnnotationValue : std::uint8_t {
    Anything,
    Number, ///< 0 to 2^32 - 1
    Port, ///< 0 to 65535
    Ports, ///< numbers with commas
    PortsOrAll, ///< the same, or "*"
    Ranges, ///< CIDR ranges with commas
    RangesOrAll, ///< the same, or "*"
    Interception, ///< REDIRECT, TPROXY or NONE
    Bool,
};

/// One of Istio's annotations (istio/api annotation/annotations.yaml).
struct Annotation {
    std::string_view name;
    std::string_view kinds; ///< that it belongs on, with commas; "Any"
    bool isDeprecated = false;
    AnnotationValue value = AnnotationValue::Anything;
};

/// All rows, sorted by name.
std::span<const Annotation> allAnnotations();

/// The row of an annotation; null where Istio has none with this name.
const Annotation* findAnnotation(std::string_view name);

/// True if the value is one that the injector can read.
bool isValid(AnnotationValue kind, std::string_view value);

} // namespace meshdraft::checks
