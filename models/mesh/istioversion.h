// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meshdraft::mesh {

/// A minor version of Istio, which is what rules are bound to: 1.27.
struct IstioVersion {
    std::uint32_t major = 0;
    std::uint32_t minor = 0;

    friend auto operator<=>(const IstioVersion&, const IstioVersion&) = default;
    /// "1.27".
    std::string text() const { return std::to_string(major) + "." + std::to_string(minor); }
};

/// The newest version that the tables of resources/schema know: they are made of Istio's CRDs as of 22 August 2026
/// (istio/istio 86c9f01f), which became 1.31.0 on 31 August 2026 (istio.io, Release Announcements).
inline constexpr IstioVersion newestIstioVersion{.major = 1, .minor = 31};

/// A version or an image tag: "1.27", "v1.27.1", "1.27.1-distroless", "1.27-alpha.0".
std::optional<IstioVersion> versionOfTag(std::string_view tag);

/// A revision of a control plane that is named after its version: "1-27-1", "canary-1-27", "v1-27".
std::optional<IstioVersion> versionOfRevision(std::string_view revision);

/// A version of a Helm chart, or a range that stays within one minor version: "1.27.1", "~1.27", "1.27.x", "=1.27.1".
std::optional<IstioVersion> versionOfChart(std::string_view version);

} // namespace meshdraft::mesh
