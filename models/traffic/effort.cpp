// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/effort.h"

#include "models/mesh/schema.h"

#include <algorithm>

namespace meshdraft::traffic {

namespace {

/// Istio's default of retries.retryOn (istio/pilot/pkg/networking/core/route/retry).
constexpr std::string_view defaultRetryOn =
    "connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes";

double worstOf(const Effort& effort)
{
    const double timeout = mesh::secondsOf(effort.timeout).value_or(0.0);
    const double each = mesh::secondsOf(effort.perTryTimeout).value_or(timeout);
    const double tries = each * static_cast<double>(effort.retries + 1);
    if (timeout <= 0)
        return effort.perTryTimeout.empty() ? 0.0 : tries;
    return std::min(timeout, tries);
}

} // namespace

Effort effortOf(const Course& course, const RouteRule* rule)
{
    static const RouteRule nothing;
    const RouteRule& own = rule == nullptr ? nothing : *rule;
    Effort effort;
    effort.timeout = own.timeout;
    // "0s" switches the timeout off
    if (mesh::secondsOf(effort.timeout).value_or(0.0) <= 0)
        effort.timeout.clear();
    effort.timeoutElement = course.element(own.timeoutPlace);
    const mesh::effective::MeshSettings& settings = course.view().settings();
    effort.retries = std::max<std::int64_t>(own.attempts.value_or(settings.config.retryAttempts.value), 0);
    effort.retryElement = own.attempts ? course.element(own.retriesPlace) : settings.element;
    if (effort.retries > 0) { // without attempts the rest of the policy counts for nothing
        effort.perTryTimeout = own.perTryTimeout;
        effort.retryOn = own.retryOn.empty() ? std::string(defaultRetryOn) : own.retryOn;
    }
    effort.worstSeconds = worstOf(effort);
    return effort;
}

} // namespace meshdraft::traffic
