// SPDX-License-Identifier: Apache-2.0
// Sentences for pasted requests, routing tests and causes.
#include "models/workspace/wordtable.h"

#include <QtGlobal>

#include <array>

namespace meshdraft::workspace {

namespace {

constexpr auto table = std::to_array<Words>({
    // Pasted text: traffic/requesttext.h.
    {"paste.empty",
     QT_TRANSLATE_NOOP("meshdraft", "There is nothing to read. Paste a curl command or a line of an access log.")},
    {"paste.size", QT_TRANSLATE_NOOP("meshdraft", "The text is longer than %1 bytes and was not read.")},
    {"paste.quote", QT_TRANSLATE_NOOP("meshdraft", "The quote %1 is not closed.")},
    {"paste.notCurl", QT_TRANSLATE_NOOP("meshdraft", "This is not a curl command.")},
    {"paste.noUrl", QT_TRANSLATE_NOOP("meshdraft", "The curl command has no URL.")},
    {"paste.severalUrls",
     QT_TRANSLATE_NOOP("meshdraft", "The curl command has a second URL, %1. Paste one request at a time.")},
    {"paste.scheme", QT_TRANSLATE_NOOP("meshdraft", "%1 URLs are not followed, only http and https.")},
    {"paste.url", QT_TRANSLATE_NOOP("meshdraft", "%1 is not a URL.")},
    {"paste.port", QT_TRANSLATE_NOOP("meshdraft", "%1 is not a port; expected 1 to 65535.")},
    {"paste.option", QT_TRANSLATE_NOOP("meshdraft", "curl has no option %1.")},
    {"paste.optionValue", QT_TRANSLATE_NOOP("meshdraft", "The option %1 needs a value.")},
    {"paste.substitution", QT_TRANSLATE_NOOP("meshdraft", "The shell would replace %1 in the URL. Write its value.")},
    {"paste.log",
     QT_TRANSLATE_NOOP("meshdraft",
                       "This is neither a curl command nor a line of an access log as Istio or Envoy write it by "
                       "default, as text or JSON.")},
    {"paste.logFields",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The line has %1 fields; Istio's default format has 22, Envoy's 13. A format of your own can be "
                       "read as JSON.")},
    {"paste.json", QT_TRANSLATE_NOOP("meshdraft", "The line is not valid JSON: %1.")},
    {"paste.logHost",
     QT_TRANSLATE_NOOP("meshdraft",
                       "No field of the line names a host: authority, requested_server_name, upstream_cluster and "
                       "downstream_local_address are empty.")},

    // Routing tests: traffic/routingtests.h.
    {"requests.template", QT_TRANSLATE_NOOP("meshdraft", "%1 is a template; tests are read from plain YAML.")},
    {"requests.type", QT_TRANSLATE_NOOP("meshdraft", "%1 has the wrong type; expected a %2.")},
    {"requests.unknownField", QT_TRANSLATE_NOOP("meshdraft", "There is no field %1 here; known are %2.")},
    {"requests.missing", QT_TRANSLATE_NOOP("meshdraft", "%1 is missing.")},
    {"requests.value", QT_TRANSLATE_NOOP("meshdraft", "%1 cannot be “%2”; expected %3.")},
    {"requests.sameName",
     QT_TRANSLATE_NOOP("meshdraft", "There is a test “%1” already; every test needs a name of its own.")},
    {"requests.sum", QT_TRANSLATE_NOOP("meshdraft", "The percentages add up to %1, not to 100.")},
    {"requests.noSuchTest", QT_TRANSLATE_NOOP("meshdraft", "There is no test “%1”.")},

    // Totals of flows: traffic/flows.h.
    {"flows.weights",
     QT_TRANSLATE_NOOP("meshdraft", "The weights of this route sum to %1, not to 100; Istio takes them as parts.")},
    {"flows.lost", QT_TRANSLATE_NOOP("meshdraft", "%1 % of the requests reach nobody (%2).")},
    {"shares.noRequest", QT_TRANSLATE_NOOP("meshdraft", "No request was found that takes this route.")},
    {"flows.copies", QT_TRANSLATE_NOOP("meshdraft", "Copies of %1 % of the requests go to %2, on top of the total.")},

    // Causes that files do not show for certain: resources/traffic/flagcauses.json. %1 field, %2 its value.
    {"cause.notSynced",
     QT_TRANSLATE_NOOP("meshdraft",
                       "The proxy may have an older configuration than the files: look at `istioctl proxy-status`.")},
    {"cause.notReady",
     QT_TRANSLATE_NOOP("meshdraft", "The pods may not be ready or not listen on the port yet; files do not say.")},
    {"cause.ejected",
     QT_TRANSLATE_NOOP("meshdraft", "Outlier detection may have taken all pods out for a while (%1).")},
    {"cause.connectTimeout", QT_TRANSLATE_NOOP("meshdraft", "A connection has to be made within %2 (%1).")},
    {"cause.maxRequests", QT_TRANSLATE_NOOP("meshdraft", "Connections are closed after %2 requests (%1).")},
    {"cause.idleTimeout",
     QT_TRANSLATE_NOOP("meshdraft", "Idle connections are closed after %2 (%1); the server may close them sooner.")},
    {"cause.keepAlive",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Keep-alive of connections is set (%1); something between may forget them sooner.")},
    {"cause.serverCloses",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "The server may close idle connections before the proxy does: its keep-alive time should be the longer one.")},
    {"cause.serverDied", QT_TRANSLATE_NOOP("meshdraft", "The server may have ended or crashed while it answered.")},
    {"cause.poolLimit",
     QT_TRANSLATE_NOOP("meshdraft", "No more than %2 at a time: %1. What comes on top is refused at once.")},
    {"cause.load",
     QT_TRANSLATE_NOOP("meshdraft", "More requests or connections at a time than a limit of the proxy lets through.")},
    {"cause.timeout", QT_TRANSLATE_NOOP("meshdraft", "The whole request may take %2 (%1).")},
    {"cause.perTryTimeout", QT_TRANSLATE_NOOP("meshdraft", "Each attempt may take %2 (%1).")},
    {"cause.slowServer", QT_TRANSLATE_NOOP("meshdraft", "The server takes longer than the proxy waits.")},
    {"cause.retries", QT_TRANSLATE_NOOP("meshdraft", "The retries of the route are used up (%1).")},
    {"cause.serverFails", QT_TRANSLATE_NOOP("meshdraft", "Every attempt failed; the flag beside this one says how.")},
    {"cause.callerWaits", QT_TRANSLATE_NOOP("meshdraft", "The proxy waits %2 (%1); the caller may give up sooner.")},
    {"cause.callerLeft", QT_TRANSLATE_NOOP("meshdraft", "The caller closed the connection before the answer came.")},
    {"cause.callerProtocol", QT_TRANSLATE_NOOP("meshdraft", "The caller sends what the port's protocol is not.")},
    {"cause.serverProtocol",
     QT_TRANSLATE_NOOP("meshdraft", "The server answers in another protocol than its port says.")},
    {"cause.authorizer",
     QT_TRANSLATE_NOOP("meshdraft", "The external authorizer refused the request, or could not be reached.")},
    {"cause.tokenExpired",
     QT_TRANSLATE_NOOP("meshdraft", "The token may have expired or be signed with a key that is not known.")},
    {"cause.rateLimit", QT_TRANSLATE_NOOP("meshdraft", "A limit of requests in a time was reached.")},
});

} // namespace

std::span<const Words> pasteWords()
{
    return table;
}

} // namespace meshdraft::workspace
