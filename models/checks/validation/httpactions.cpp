// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/common.h"
#include "models/checks/validation/httproute.h"
#include "models/checks/validation/primitives.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace meshdraft::checks::validation {

namespace {

void checkCors(Rules& rules, NodeRef cors)
{
    static constexpr auto methods = std::to_array<std::string_view>(
        {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "*"});
    for (const NodeRef origin : rules.items(cors, "allowOrigins")) {
        if (rules.entries(origin).empty())
            rules.error(origin, "originMissing");
        for (const std::string_view key : {"exact", "prefix"}) {
            const NodeRef text = rules.at(origin, key);
            if (text.isValid() && !Rules::isFilled(text))
                rules.error(text, "empty");
        }
        checkRegex(rules, rules.at(origin, "regex"));
    }
    for (const NodeRef method : rules.items(cors, "allowMethods")) {
        if (!std::ranges::contains(methods, rules.text(method)))
            rules.error(method, "httpMethod");
    }
    for (const std::string_view key : {"allowHeaders", "exposeHeaders"}) {
        for (const NodeRef header : rules.items(cors, key)) {
            if (!isHttpToken(rules.text(header)))
                rules.error(header, "headerName", {rules.text(header)});
        }
    }
    const NodeRef maxAge = rules.at(cors, "maxAge");
    if (const auto seconds = mesh::secondsOf(rules.text(maxAge)); seconds && *seconds != std::floor(*seconds))
        rules.error(maxAge, "wholeSeconds");
}

bool isGrpcStatus(std::string_view name)
{
    static constexpr auto names = std::to_array<std::string_view>(
        {"OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
         "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
         "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED"});
    return std::ranges::contains(names, name);
}

void checkFault(Rules& rules, NodeRef fault)
{
    const NodeRef abort = rules.at(fault, "abort");
    const NodeRef delay = rules.at(fault, "delay");
    if (!abort.isValid() && !delay.isValid())
        rules.error(fault, "faultMissing");
    checkFraction(rules, rules.at(abort, "percentage"));
    const NodeRef status = rules.at(abort, "grpcStatus");
    if (status.isValid() && !isGrpcStatus(rules.text(status)))
        rules.error(status, "grpcStatus");
    if (const NodeRef error = rules.at(abort, "http2Error"); error.isValid())
        rules.error(error, "unsupported");
    checkFraction(rules, rules.at(delay, "percentage"));
    checkDurations(rules, delay, {"fixedDelay"});
    if (const NodeRef exponential = rules.at(delay, "exponentialDelay"); exponential.isValid())
        rules.error(exponential, "unsupported");
}

void checkMirrors(Rules& rules, NodeRef route)
{
    for (const std::string_view old : {"mirrorPercent", "mirror_percent"}) {
        if (const NodeRef percent = rules.at(route, old); percent.isValid())
            rules.warning(percent, "deprecated", {"mirrorPercentage"});
    }
    checkDestination(rules, rules.at(route, "mirror"));
    for (const NodeRef mirror : rules.items(route, "mirrors"))
        checkDestination(rules, rules.at(mirror, "destination"));
}

/// As Istio, only the first thing wrong.
void checkRedirect(Rules& rules, NodeRef route, NodeRef redirect)
{
    const NodeRef prefix = rules.at(redirect, "prefixRewrite");
    const NodeRef scheme = rules.at(redirect, "scheme");
    if (Rules::isFilled(prefix)) {
        if (Rules::isFilled(rules.at(redirect, "uri")))
            return forbidTogether(rules, prefix, "uri");
        for (const NodeRef match : rules.items(route, "match")) {
            const NodeRef uri = rules.at(match, "uri");
            if (uri.isValid() && !rules.at(uri, "prefix").isValid())
                return rules.error(prefix, "prefixRewrite");
        }
    }
    const auto has = [&](std::string_view key) { return Rules::isFilled(rules.at(redirect, key)); };
    if (!has("uri") && !has("prefixRewrite") && !has("authority") && !has("port") && !has("derivePort")
        && !has("scheme") && !has("redirectCode"))
        return rules.error(redirect, "redirectEmpty");
    if (Rules::isFilled(scheme) && rules.text(scheme) != "http" && rules.text(scheme) != "https")
        rules.error(scheme, "httpScheme");
}

void checkDirectResponse(Rules& rules, NodeRef response)
{
    constexpr std::size_t large = 100 * 1024;
    constexpr std::size_t tooLarge = 1024 * 1024;
    const NodeRef status = rules.at(response, "status");
    if (const auto code = rules.number(status); code && (*code < 200 || *code > 600))
        rules.error(status, "responseStatus");
    for (const std::string_view form : {"string", "bytes"}) {
        const NodeRef body = rules.at(response, {"body", form});
        // Base64 takes four characters for three bytes.
        const std::size_t size = form == "string" ? body.value().size() : body.value().size() / 4 * 3;
        if (size > tooLarge) {
            rules.error(body, "bodyTooLarge");
        } else if (size > large) {
            rules.warning(body, "bodyLarge");
        }
    }
}

/// As Istio, only the first thing wrong.
void checkRewrite(Rules& rules, NodeRef rewrite)
{
    const NodeRef uri = rules.at(rewrite, "uri");
    const NodeRef regex = rules.at(rewrite, "uriRegexRewrite");
    if (Rules::isFilled(uri) && regex.isValid())
        return forbidTogether(rules, regex, "uri");
    if (!Rules::isFilled(uri) && !regex.isValid() && !Rules::isFilled(rules.at(rewrite, "authority")))
        return rules.error(rewrite, "rewriteEmpty");
    if (!regex.isValid())
        return;
    for (const std::string_view key : {"match", "rewrite"}) {
        if (!Rules::isFilled(rules.at(regex, key)))
            return requireFilled(rules, regex, key);
    }
    checkRegex(rules, rules.at(regex, "match"));
}

} // namespace

void checkHttpActions(Rules& rules, NodeRef route)
{
    checkMirrors(rules, route);
    for (const auto& [key, value] : rules.entries(route)) {
        const std::string_view name = key.value();
        if (!value.resolved().isMapping())
            continue;
        if (name == "corsPolicy") {
            checkCors(rules, value);
        } else if (name == "fault") {
            checkFault(rules, value);
        } else if (name == "redirect") {
            checkRedirect(rules, route, value);
        } else if (name == "directResponse") {
            checkDirectResponse(rules, value);
        } else if (name == "retries") {
            checkRetries(rules, value);
        } else if (name == "rewrite") {
            checkRewrite(rules, value);
        }
    }
}

} // namespace meshdraft::checks::validation
