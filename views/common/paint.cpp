// SPDX-License-Identifier: Apache-2.0
#include "views/common/paint.h"

#include "views/theme/theme.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

Look lookOf(topology::State state)
{
    switch (state) {
    case topology::State::Same:
        break;
    case topology::State::Added:
        return {u"add"_s, "add", "addbg"};
    case topology::State::Removed:
        return {u"rem"_s, "rem", "rembg"};
    case topology::State::Changed:
        return {u"chg"_s, "chg", "chgbg"};
    }
    return {};
}

Look lookOf(changes::Operation operation)
{
    switch (operation) {
    case changes::Operation::Added:
        return {u"add"_s, "add", "addbg"};
    case changes::Operation::Removed:
        return {u"rem"_s, "rem", "rembg"};
    case changes::Operation::Modified:
        return {u"chg"_s, "chg", "chgbg"};
    case changes::Operation::Moved:
    case changes::Operation::Renamed:
        return {u"mov"_s, "mov", "movbg"};
    }
    return {};
}

Look lookOf(changes::Tier tier)
{
    switch (tier) {
    case changes::Tier::None:
        return {u"tier0"_s, "unk", "unkbg"};
    case changes::Tier::Low:
        return {u"tier1"_s, "low", "lowbg"};
    case changes::Tier::Medium:
        return {u"tier2"_s, "med", "medbg"};
    case changes::Tier::High:
        return {u"tier3"_s, "high", "highbg"};
    }
    return {};
}

Look lookOf(checks::Severity severity)
{
    switch (severity) {
    case checks::Severity::Error:
        return {u"error"_s, "err", "errbg"};
    case checks::Severity::Warning:
        return {u"warning"_s, "warn", "warnbg"};
    case checks::Severity::Info:
        return {u"info"_s, "info", "infobg"};
    case checks::Severity::Unknown:
        return {u"unknown"_s, "unk", "unkbg"};
    }
    return {};
}

Look lookOf(mesh::MtlsMode mode)
{
    switch (mode) {
    case mesh::MtlsMode::Unset:
        break;
    case mesh::MtlsMode::Disable:
        return {u"lockopen"_s, "disab"};
    case mesh::MtlsMode::Permissive:
        return {u"lockhalf"_s, "perm"};
    case mesh::MtlsMode::Strict:
        return {u"lock"_s, "strict"};
    }
    return {};
}

QString iconOfKind(std::string_view kind)
{
    static constexpr std::array<std::pair<std::string_view, const char16_t*>, 22> icons{{
        {"Gateway", u"gateway"},
        {"VirtualService", u"vs"},
        {"HTTPRoute", u"vs"},
        {"GRPCRoute", u"vs"},
        {"TCPRoute", u"vs"},
        {"TLSRoute", u"vs"},
        {"DestinationRule", u"dr"},
        {"ServiceEntry", u"external"},
        {"Service", u"service"},
        {"Deployment", u"workload"},
        {"StatefulSet", u"workload"},
        {"DaemonSet", u"workload"},
        {"ReplicaSet", u"workload"},
        {"Job", u"workload"},
        {"CronJob", u"workload"},
        {"Pod", u"workload"},
        {"AuthorizationPolicy", u"authz"},
        {"PeerAuthentication", u"lock"},
        {"Sidecar", u"sidecar"},
        {"Telemetry", u"telemetry"},
        {"EnvoyFilter", u"envoyfilter"},
        {"Namespace", u"namespace"},
    }};
    for (const auto& [name, icon] : icons) {
        if (name == kind) {
            return QString::fromUtf16(icon);
        }
    }
    return u"doc"_s;
}

void drawBox(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& line, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = line.isValid() ? width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void drawFocus(QPainter& painter, const QRectF& rect, qreal radius, const Theme& theme)
{
    drawBox(painter, rect.adjusted(-4, -4, 4, 4), radius + 3, {}, theme.color("focus"), 2);
}

const char* seriesToken(std::size_t position)
{
    static constexpr std::array<const char*, 4> tokens{"s1", "s2", "s3", "s4"};
    return position < 4 ? tokens.at(position) : tokens.at(2 + position % 2);
}

const char* seriesTextToken(std::size_t position)
{
    static constexpr std::array<const char*, 3> tokens{"s1t", "s2t", "s3t"};
    return tokens.at(std::min<std::size_t>(position, 2));
}

} // namespace meshdraft::views
