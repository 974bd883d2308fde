// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/codewords.h"

#include "models/workspace/wordtable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

/// Where the page of each code is; the code in small letters is its anchor.
constexpr auto pages = "https://meshdraft.dev/docs/checks.md#";

constexpr auto table = std::to_array<Words>({
    {"IST0002", QT_TRANSLATE_NOOP("meshdraft", "A field, kind or provider that Istio has given up")},
    {"IST0101", QT_TRANSLATE_NOOP("meshdraft", "Something that is named here does not exist")},
    {"IST0102", QT_TRANSLATE_NOOP("meshdraft", "A namespace that is not in the mesh and does not say so")},
    {"IST0103", QT_TRANSLATE_NOOP("meshdraft", "A Pod without a proxy in a namespace that injects them")},
    {"IST0106", QT_TRANSLATE_NOOP("meshdraft", "Istio or the API server refuses this, or ignores a part of it")},
    {"IST0107", QT_TRANSLATE_NOOP("meshdraft", "An annotation on the wrong kind")},
    {"IST0108", QT_TRANSLATE_NOOP("meshdraft", "An annotation that Istio does not know")},
    {"IST0109", QT_TRANSLATE_NOOP("meshdraft", "Two VirtualServices for one host in the mesh")},
    {"IST0110", QT_TRANSLATE_NOOP("meshdraft", "Two Sidecars for the same pods")},
    {"IST0111", QT_TRANSLATE_NOOP("meshdraft", "Two Sidecars for a whole namespace")},
    {"IST0112", QT_TRANSLATE_NOOP("meshdraft", "A route names no port of a host with several")},
    {"IST0116", QT_TRANSLATE_NOOP("meshdraft", "Services of the same pods with one port and two protocols")},
    {"IST0118", QT_TRANSLATE_NOOP("meshdraft", "A port whose name does not say what it speaks")},
    {"IST0123", QT_TRANSLATE_NOOP("meshdraft", "A namespace that asks for the mesh in several ways")},
    {"IST0125", QT_TRANSLATE_NOOP("meshdraft", "An annotation with a value that cannot be read")},
    {"IST0126", QT_TRANSLATE_NOOP("meshdraft", "A network takes endpoints from an unknown cluster")},
    {"IST0127",
     QT_TRANSLATE_NOOP("meshdraft", "An AuthorizationPolicy for pods that are not there, or not in the mesh")},
    {"IST0128", QT_TRANSLATE_NOOP("meshdraft", "TLS that does not check the server")},
    {"IST0129", QT_TRANSLATE_NOOP("meshdraft", "TLS that does not check the server, for one port")},
    {"IST0130",
     QT_TRANSLATE_NOOP("meshdraft", "A route that no request reaches, because one before it takes them all")},
    {"IST0131",
     QT_TRANSLATE_NOOP("meshdraft", "A match that no request reaches, because one before it takes them all")},
    {"IST0132", QT_TRANSLATE_NOOP("meshdraft", "No host of a VirtualService is served by its gateway")},
    {"IST0133",
     QT_TRANSLATE_NOOP("meshdraft", "This is taken, but has no effect, is deprecated or does more than it seems")},
    {"IST0134", QT_TRANSLATE_NOOP("meshdraft", "A ServiceEntry with a TCP port and no address")},
    {"IST0135", QT_TRANSLATE_NOOP("meshdraft", "A deprecated annotation")},
    {"IST0137", QT_TRANSLATE_NOOP("meshdraft", "Services of the same pods with one target port and two ports")},
    {"IST0138", QT_TRANSLATE_NOOP("meshdraft", "Two Gateways of the same pods with one certificate")},
    {"IST0139", QT_TRANSLATE_NOOP("meshdraft", "Injection webhooks that meet in one pod, or lead nowhere")},
    {"IST0140", QT_TRANSLATE_NOOP("meshdraft", "A gateway's route misses the subsets of another VirtualService")},
    {"IST0144", QT_TRANSLATE_NOOP("meshdraft", "Pods that run as the proxy's user")},
    {"IST0145", QT_TRANSLATE_NOOP("meshdraft", "Two Gateways of the same pods with one host and port")},
    {"IST0146", QT_TRANSLATE_NOOP("meshdraft", "Image auto where nothing injects")},
    {"IST0147", QT_TRANSLATE_NOOP("meshdraft", "Image auto in a Pod")},
    {"IST0148", QT_TRANSLATE_NOOP("meshdraft", "A namespace that is injected by default")},
    {"IST0149", QT_TRANSLATE_NOOP("meshdraft", "A route by a claim where no token is read")},
    {"IST0150", QT_TRANSLATE_NOOP("meshdraft", "A port of an ExternalName Service that is taken for TCP")},
    {"IST0151", QT_TRANSLATE_NOOP("meshdraft", "A relative patch without priority")},
    {"IST0152", QT_TRANSLATE_NOOP("meshdraft", "A REPLACE patch that does nothing")},
    {"IST0153", QT_TRANSLATE_NOOP("meshdraft", "An ADD patch that does nothing")},
    {"IST0154", QT_TRANSLATE_NOOP("meshdraft", "A REMOVE patch that does nothing")},
    {"IST0155", QT_TRANSLATE_NOOP("meshdraft", "A relative patch after one for some versions")},
    {"IST0157", QT_TRANSLATE_NOOP("meshdraft", "Access logging without a provider")},
    {"IST0158", QT_TRANSLATE_NOOP("meshdraft", "Pods whose proxy is not of the injector's image")},
    {"IST0159", QT_TRANSLATE_NOOP("meshdraft", "Two Telemetries for the same pods")},
    {"IST0160", QT_TRANSLATE_NOOP("meshdraft", "Two Telemetries for a whole namespace")},
    {"IST0161",
     QT_TRANSLATE_NOOP("meshdraft", "A certificate that is missing from its Secret, broken, expired or not yet good")},
    {"IST0162", QT_TRANSLATE_NOOP("meshdraft", "A Gateway listens at a port that its Service does not have")},
    {"IST0163", QT_TRANSLATE_NOOP("meshdraft", "A webhook reaches the control plane by no address, or a bad one")},
    {"IST0164", QT_TRANSLATE_NOOP("meshdraft", "A webhook reaches the control plane by an IP address")},
    {"IST0165", QT_TRANSLATE_NOOP("meshdraft", "A VirtualService names a Gateway that Istio generates")},
    {"IST0166", QT_TRANSLATE_NOOP("meshdraft", "A selector that finds pods of a Gateway of the Gateway API")},
    {"IST0167", QT_TRANSLATE_NOOP("meshdraft", "A Sidecar in ambient mode")},
    {"IST0170", QT_TRANSLATE_NOOP("meshdraft", "One Service that differs between clusters")},
    {"IST0171", QT_TRANSLATE_NOOP("meshdraft", "A bad condition in a status in the files")},
    {"IST0173", QT_TRANSLATE_NOOP("meshdraft", "A subset whose labels no pod has")},
    {"IST0174", QT_TRANSLATE_NOOP("meshdraft", "A DestinationRule for a host that is not there")},
    {"IST0175", QT_TRANSLATE_NOOP("meshdraft", "istiod may be led to addresses inside of the cluster")},
    {"IST0176", QT_TRANSLATE_NOOP("meshdraft", "A CRD of the Gateway API that is too old")},
    {"IST0177", QT_TRANSLATE_NOOP("meshdraft", "ServiceEntries with one host and port and two protocols")},
    {"MD001", QT_TRANSLATE_NOOP("meshdraft", "Not YAML, or a key given twice")},
    {"MD002", QT_TRANSLATE_NOOP("meshdraft", "A file that was not read")},
    {"MD003", QT_TRANSLATE_NOOP("meshdraft", "One object defined twice")},
});

} // namespace

QString codeText(std::string_view code)
{
    const auto found = std::ranges::find(table, code, &Words::id);
    return found == table.end() ? QString() : QCoreApplication::translate("meshdraft", found->text);
}

QString codeUrl(std::string_view code)
{
    return QString::fromLatin1(pages) + QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())).toLower();
}

} // namespace meshdraft::workspace
