// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/istioversion.h"

#include <re2/re2.h>

namespace meshdraft::mesh {

namespace {

/// The two numbers that an expression finds in the whole text.
std::optional<IstioVersion> read(std::string_view text, const re2::RE2& expression)
{
    IstioVersion version;
    if (!re2::RE2::FullMatch({text.data(), text.size()}, expression, &version.major, &version.minor))
        return std::nullopt;
    return version;
}

} // namespace

std::optional<IstioVersion> versionOfTag(std::string_view tag)
{
    static const re2::RE2 expression(R"(v?([1-9])\.(\d{1,3})(?:\.\d+)?(?:[-+_][0-9A-Za-z.+_-]*)?)");
    return read(tag, expression);
}

std::optional<IstioVersion> versionOfRevision(std::string_view revision)
{
    static const re2::RE2 expression(R"((?:[a-z][a-z0-9]*-)*?v?([1-9])-(\d{1,3})(?:-\d+)?(?:-[a-z][a-z0-9-]*)?)");
    return read(revision, expression);
}

std::optional<IstioVersion> versionOfChart(std::string_view version)
{
    static const re2::RE2 expression(R"([=~]?\s*v?([1-9])\.(\d{1,3})(?:\.(?:\d+|[xX*]))?(?:[-+][0-9A-Za-z.+-]*)?)");
    return read(version, expression);
}

} // namespace meshdraft::mesh
