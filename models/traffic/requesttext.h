// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"
#include "models/traffic/request.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// What an access log says became of a request.
struct Logged {
    int status = 0; ///< 0: none was sent
    std::vector<std::string> flags; ///< response flags ("NC"); empty: none
    std::string details; ///< response_code_details
    std::string cluster; ///< upstream_cluster as logged
    bool isInbound = false; ///< by the server's own proxy
    std::string host; ///< of the cluster
    std::uint32_t port = 0;
    std::string subset;
    std::string route; ///< route_name
    std::string upstream; ///< address of the server
    std::string downstreamLocal; ///< address that the caller connected to
    std::string downstreamRemote; ///< address of the caller
    std::string transportFailure; ///< upstream_transport_failure_reason

    friend bool operator==(const Logged&, const Logged&) = default;
};

/// A request that somebody pasted. Tokens, cookies and credentials are replaced already.
struct PastedRequest {
    enum class Source : std::uint8_t { Curl, Log };
    Source source = Source::Curl;
    Request request; ///< of unknown origin: Outside, unless the text names a workload
    Logged logged; ///< empty for a curl command
    std::vector<std::string> replaced; ///< headers and parameters whose values were replaced, sorted
    std::vector<std::string> ignored; ///< curl's options that say nothing about the request's way

    friend bool operator==(const PastedRequest&, const PastedRequest&) = default;
};

/// Reads a curl command as a POSIX shell would; "kubectl exec deploy/web -n shop -- curl …" names the caller, too.
/// Errors, located in the text: "paste.quote" (args: the quote that is not closed), "paste.notCurl",
/// "paste.noUrl", "paste.severalUrls" (args: the second), "paste.scheme" (args: scheme), "paste.url" (args: text),
/// "paste.port" (args: text), "paste.option" (args: an option that curl does not have), "paste.optionValue" (args: the
/// option), "paste.substitution" (args: text; a command or variable that the shell would replace in the URL).
Expected<PastedRequest> parseCurl(std::string_view text);

/// Reads one line of an access log: Istio's default text or JSON, Envoy's default text, or JSON with Envoy's names.
/// What stands before it (a pod's name, a time) is skipped.
/// Errors: "paste.log" (args: empty), "paste.logFields" (args: number of fields found), "paste.json" (args: reason),
/// "paste.logHost" (no field names a host).
Expected<PastedRequest> parseLogLine(std::string_view text);

/// Either of them. Errors: of both, "paste.empty", "paste.size" (args: the limit in bytes).
Expected<PastedRequest> parsePasted(std::string_view text);

} // namespace meshdraft::traffic
