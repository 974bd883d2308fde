// SPDX-License-Identifier: Apache-2.0
#include "models/checks/certificate.h"
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <QByteArray>
#include <QDateTime>

#include <algorithm>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

enum class Value : std::uint8_t { Absent, Text, Hidden };

/// What a Secret says of a key: `data` in base64, or `stringData`.
struct Read {
    Value value = Value::Absent;
    std::string text;
};

Read read(const mesh::Resource& secret, std::string_view key)
{
    const NodeRef root = secret.rootNode();
    if (const std::string_view plain = root["stringData"][key].value(); !plain.empty())
        return {plain.contains("${") || plain.starts_with("ENC[") ? Value::Hidden : Value::Text, std::string(plain)};
    const std::string_view written = root["data"][key].value();
    if (written.empty())
        return {};
    QByteArray lines(written.data(), static_cast<qsizetype>(written.size()));
    for (const char blank : {'\r', '\n', ' '})
        lines.replace(QByteArray(1, blank), QByteArray());
    const auto decoded = QByteArray::fromBase64Encoding(lines, QByteArray::AbortOnBase64DecodingErrors);
    // encrypted, or filled in later
    if (!decoded)
        return {Value::Hidden, {}};
    return {(*decoded).isEmpty() ? Value::Absent : Value::Text, (*decoded).toStdString()};
}

/// The id of what is wrong with a certificate's Secret; empty: nothing, or files cannot tell.
const char* wrongWith(const mesh::Resource& secret)
{
    const auto pick = [&](std::string_view first, std::string_view second) {
        Read found = read(secret, first);
        return found.value == Value::Absent ? read(secret, second) : found;
    };
    const Read certificate = pick("tls.crt", "cert");
    const Read key = pick("tls.key", "key");
    if (certificate.value == Value::Absent || key.value == Value::Absent)
        return message::credentialKeys;
    if (certificate.value == Value::Hidden)
        return nullptr;
    const auto validity = validityOfPem(certificate.text);
    if (!validity)
        return message::credentialBroken;
    const std::int64_t now = QDateTime::currentSecsSinceEpoch();
    if (now > validity->until)
        return message::credentialExpired;
    return now < validity->from ? message::credentialEarly : nullptr;
}

/// Whether something in the files makes a Secret with this name: it is sealed, or comes from elsewhere.
bool isMade(const mesh::MeshGraph& graph, const std::string& ns, const std::string& name, mesh::Lookups* asked)
{
    const auto any = [&](std::string_view kind, auto nameOf) {
        return std::ranges::any_of(graph.ofKindIn(kind, ns, asked), [&](mesh::ResourceIndex index) {
            const mesh::Resource& resource = graph.at(index);
            const std::string_view made = nameOf(resource.rootNode()["spec"]);
            return (made.empty() ? std::string_view(resource.key.name) : made) == name;
        });
    };
    return any("SealedSecret", [](NodeRef spec) { return spec["template"]["metadata"]["name"].value(); })
        || any("ExternalSecret", [](NodeRef spec) { return spec["target"]["name"].value(); })
        || any("Certificate", [](NodeRef spec) { return spec["secretName"].value(); });
}

/// Whether a namespace's Secrets are in the files: they hold some; or this very one, in the wrong place.
bool knowsSecrets(const mesh::MeshGraph& graph, const std::string& ns, const std::string& name, mesh::Lookups* asked)
{
    return !graph.ofKindIn("Secret", ns, asked).empty()
        || std::ranges::any_of(graph.ofKind("Secret", asked), [&](mesh::ResourceIndex index) {
               return graph.at(index).key.name == name && !graph.at(index).hasGuessedNamespace();
           });
}

/// The namespaces of a gateway's pods: those in the files, else that of Istio's own.
std::vector<std::string> namespacesOf(const mesh::MeshGraph& graph, const GatewayPods& pods)
{
    std::vector<std::string> names;
    for (const mesh::ResourceIndex each : pods.workloads) {
        if (!std::ranges::contains(names, graph.at(each).key.ns))
            names.push_back(graph.at(each).key.ns);
    }
    if (pods.hasDefault && !std::ranges::contains(names, mesh::rootNamespace))
        names.emplace_back(mesh::rootNamespace);
    return names;
}

void checkCredential(const mesh::MeshGraph& graph, const mesh::Resource& resource,
                     const mesh::Field<std::string>& credential, const std::vector<std::string>& pods, Report& report)
{
    const auto slash = credential.value.find('/');
    const std::string name = slash == std::string::npos ? credential.value : credential.value.substr(slash + 1);
    const std::vector<std::string> namespaces =
        slash == std::string::npos ? pods : std::vector<std::string>{credential.value.substr(0, slash)};
    bool isKnown = !namespaces.empty() && !mesh::hasPlaceholder(credential.value);
    for (const std::string& ns : namespaces) {
        const mesh::ResourceKey key{graph.environment(), {}, "Secret", ns, name};
        report.asked()->add(mesh::Question::Content, key);
        if (const auto found = graph.find(key, report.asked()); !found.empty()) {
            if (const char* wrong = wrongWith(graph.at(found.front())); wrong != nullptr) {
                report.add(findingAt(resource, credential.node, "IST0161", Severity::Error, wrong, {ns + "/" + name}));
            }
            return;
        }
        if (isMade(graph, ns, name, report.asked()))
            return;
        isKnown = isKnown && knowsSecrets(graph, ns, name, report.asked());
    }
    const std::string where = namespaces.empty() ? name : namespaces.front() + "/" + name;
    if (isKnown) {
        report.add(
            findingAt(resource, credential.node, "IST0101", Severity::Error, message::credentialMissing, {where}));
    } else {
        report.addUnknown(
            where,
            findingAt(resource, credential.node, "IST0101", Severity::Unknown, message::credentialUnknown, {where}));
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const mesh::Gateway* gateway = istioGateway(resource);
    if (gateway == nullptr)
        return;
    const GatewayPods pods = gatewayPodsOf(graph, gateway->selector, report.asked());
    if (pods.isEmpty())
        return; // said of the selector
    const auto namespaces = namespacesOf(graph, pods);
    for (const mesh::Gateway::Server& server : gateway->servers) {
        if (!server.credential.value.empty())
            checkCredential(graph, resource, server.credential, namespaces, report);
    }
}

} // namespace

/// The Secret with a Gateway's certificate is missing, or no certificate that holds (Istio's analyzer
/// gateway.SecretAnalyzer).
Check gatewayCredential()
{
    return {{"gateway-credential",
             kindsWith({"Certificate", "ExternalSecret", "Gateway", "SealedSecret", "Secret"}),
             {"IST0101", "IST0161"}},
            check};
}

} // namespace meshdraft::checks
