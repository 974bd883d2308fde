// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace meshdraft::topology {

namespace {

using mesh::effective::ClientTls;
using mesh::effective::ClientTlsReason;
using mesh::effective::PeerMode;
using mesh::effective::PeerReason;

QString translated(const char* text)
{
    return QCoreApplication::translate("Topology", text);
}

QString clientText(ClientTls tls)
{
    switch (tls) {
    case ClientTls::Plaintext:
        return translated(QT_TRANSLATE_NOOP("Topology", "plaintext"));
    case ClientTls::Simple:
        return translated(QT_TRANSLATE_NOOP("Topology", "TLS"));
    case ClientTls::Mutual:
        return translated(QT_TRANSLATE_NOOP("Topology", "mutual TLS with its own certificate"));
    case ClientTls::IstioMutual:
        return translated(QT_TRANSLATE_NOOP("Topology", "mTLS"));
    case ClientTls::PerEndpoint:
        return translated(QT_TRANSLATE_NOOP("Topology", "mTLS to pods with a proxy, plaintext to the others"));
    case ClientTls::Unknown:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("Topology", "what files cannot tell"));
}

QString clientReason(ClientTlsReason reason)
{
    switch (reason) {
    case ClientTlsReason::Rule:
    case ClientTlsReason::RulePort:
        return translated(QT_TRANSLATE_NOOP("Topology", "the DestinationRule says so"));
    case ClientTlsReason::Subset:
    case ClientTlsReason::SubsetPort:
        return translated(QT_TRANSLATE_NOOP("Topology", "the subset of the DestinationRule says so"));
    case ClientTlsReason::BadMode:
        return translated(QT_TRANSLATE_NOOP("Topology", "the DestinationRule has a mode that Istio does not know"));
    case ClientTlsReason::SubsetMissing:
        return translated(QT_TRANSLATE_NOOP("Topology", "no DestinationRule has the subset"));
    case ClientTlsReason::Auto:
        return translated(QT_TRANSLATE_NOOP("Topology", "auto mTLS: the servers take it"));
    case ClientTlsReason::AutoOff:
        return translated(QT_TRANSLATE_NOOP("Topology", "the mesh config switches auto mTLS off"));
    case ClientTlsReason::OutsideMesh:
        return translated(QT_TRANSLATE_NOOP("Topology", "the host is outside of the mesh"));
    case ClientTlsReason::ServerWithoutProxy:
        return translated(QT_TRANSLATE_NOOP("Topology", "the servers have no proxy"));
    case ClientTlsReason::ServerDisables:
        return translated(QT_TRANSLATE_NOOP("Topology", "a PeerAuthentication says DISABLE"));
    case ClientTlsReason::MixedServers:
    case ClientTlsReason::HeadlessMixed:
        return translated(QT_TRANSLATE_NOOP("Topology", "not all servers take mTLS"));
    case ClientTlsReason::NoServers:
        return translated(QT_TRANSLATE_NOOP("Topology", "the files have no workload behind the service"));
    case ClientTlsReason::ServerUnknown:
        return translated(QT_TRANSLATE_NOOP("Topology", "files do not tell whether the servers have a proxy"));
    case ClientTlsReason::ClientWithoutProxy:
        return translated(QT_TRANSLATE_NOOP("Topology", "the client has no proxy"));
    case ClientTlsReason::ClientUnknown:
        return translated(QT_TRANSLATE_NOOP("Topology", "files do not tell whether the client has a proxy"));
    case ClientTlsReason::AmbientClient:
        return translated(QT_TRANSLATE_NOOP("Topology", "ztunnel or a waypoint decides"));
    case ClientTlsReason::BackendTlsPolicy:
        return translated(QT_TRANSLATE_NOOP("Topology", "a BackendTLSPolicy decides"));
    case ClientTlsReason::HostNotFound:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("Topology", "the files have no service of that name"));
}

QString serverText(const EdgeFact& fact)
{
    switch (fact.server) {
    case PeerMode::Disable:
        return u"DISABLE"_s;
    case PeerMode::Permissive:
        return u"PERMISSIVE"_s;
    case PeerMode::Strict:
        return u"STRICT"_s;
    case PeerMode::Unknown:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("Topology", "an unknown mode"));
}

QString serverReason(PeerReason reason)
{
    switch (reason) {
    case PeerReason::Mesh:
        return translated(QT_TRANSLATE_NOOP("Topology", "PeerAuthentication of the mesh"));
    case PeerReason::Namespace:
        return translated(QT_TRANSLATE_NOOP("Topology", "PeerAuthentication of the namespace"));
    case PeerReason::Workload:
        return translated(QT_TRANSLATE_NOOP("Topology", "PeerAuthentication that selects the workload"));
    case PeerReason::Port:
        return translated(QT_TRANSLATE_NOOP("Topology", "portLevelMtls of a PeerAuthentication"));
    case PeerReason::Default:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("Topology", "no PeerAuthentication: the default of Istio"));
}

QString withPlace(const QString& text, const Location& where)
{
    if (where.path.empty())
        return text;
    return u"%1, %2:%3"_s.arg(text, paintable(where.path)).arg(where.line);
}

} // namespace

QString securityReason(const EdgeFact& fact)
{
    QStringList lines;
    lines += translated(QT_TRANSLATE_NOOP("Topology", "%1 sends %2: %3"))
                 .arg(paintable(fact.caller), clientText(fact.client),
                      withPlace(clientReason(fact.clientReason), fact.clientWhere));
    if (fact.serversDiffer) {
        lines += translated(QT_TRANSLATE_NOOP("Topology", "the servers differ in the mode they take"));
    } else if (fact.hasServer) {
        lines += translated(QT_TRANSLATE_NOOP("Topology", "the server takes %1: %2"))
                     .arg(serverText(fact), withPlace(serverReason(fact.serverReason), fact.serverWhere));
    }
    return lines.join(u'\n');
}

} // namespace meshdraft::topology
