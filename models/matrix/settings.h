// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace meshdraft::matrix {

enum class SettingGroup : std::uint8_t { Host, Routes, Pool, Outliers, Balancer, Tls, Subsets, Workloads };

/// When a setting has a row.
enum class RowRule : std::uint8_t {
    Written, ///< some environment writes it
    Always,
    Differs, ///< the environments differ, or nothing else was asked for
};

/// A setting that every host can be asked for. The id never changes.
struct Setting {
    std::string_view id;
    SettingGroup group = SettingGroup::Host;
    RowRule rule = RowRule::Written;
    std::string_view path = {}; ///< of a trafficPolicy's field, below it
};

/// All settings, in the order in which they are shown.
std::span<const Setting> settings();

/// True if a pattern (`route.*`) has this id; no patterns: all have.
bool isAsked(std::string_view id, std::span<const std::string> patterns);
/// True if some setting has the pattern.
bool isSettingPattern(std::string_view pattern);

} // namespace meshdraft::matrix
