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

Effort effortOf(const Course& course, const RouteRule& rule)
{
    Effort effort;
    effort.timeout = rule.timeout;
    // "0s" switches the timeout off
    if (mesh::secondsOf(effort.timeout).value_or(0.0) <= 0)
        effort.timeout.clear();
    effort.timeoutElement = course.element(rule.timeoutPlace);
    const mesh::effective::MeshSettings& settings = course.view().settings();
    effort.retries = rule.attempts.value_or(settings.config.retryAttempts.value);
    effort.perTryTimeout = rule.perTryTimeout;
    effort.retryOn = rule.retryOn.empty() ? std::string(defaultRetryOn) : rule.retryOn;
    effort.retryElement = rule.attempts ? course.element(rule.retriesPlace) : settings.element;
    effort.worstSeconds = worstOf(effort);
    return effort;
}

} // namespace meshdraft::traffic
