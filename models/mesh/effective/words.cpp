// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::mesh::effective {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

} // namespace

QString peerModeText(PeerMode mode)
{
    switch (mode) {
    case PeerMode::Disable:
        return u"DISABLE"_s;
    case PeerMode::Permissive:
        return u"PERMISSIVE"_s;
    case PeerMode::Strict:
        return u"STRICT"_s;
    case PeerMode::Unknown:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("meshdraft", "unknown"));
}

QString peerReasonText(PeerReason reason)
{
    switch (reason) {
    case PeerReason::Mesh:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "PeerAuthentication of the mesh"));
    case PeerReason::Namespace:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "PeerAuthentication of the namespace"));
    case PeerReason::Workload:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "PeerAuthentication that selects the workload"));
    case PeerReason::Port:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "portLevelMtls of a PeerAuthentication"));
    case PeerReason::Default:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("meshdraft", "no PeerAuthentication: the default of Istio"));
}

QString peerNoteText(PeerNote note)
{
    switch (note) {
    case PeerNote::NoProxy:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "There is no proxy, so nothing of it is enforced."));
    case PeerNote::DataPlaneUnknown:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "Files do not tell whether there is a proxy to enforce it."));
    case PeerNote::AmbientIgnoresDisable:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "ztunnel knows no DISABLE; PERMISSIVE holds."));
    case PeerNote::None:
        break;
    }
    return {};
}

QString clientTlsText(ClientTls tls)
{
    switch (tls) {
    case ClientTls::Plaintext:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "plaintext"));
    case ClientTls::Simple:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "TLS"));
    case ClientTls::Mutual:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "mutual TLS with its own certificate"));
    case ClientTls::IstioMutual:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "mTLS"));
    case ClientTls::PerEndpoint:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "mTLS to pods with a proxy, plaintext to the others"));
    case ClientTls::Unknown:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("meshdraft", "what files cannot tell"));
}

QString clientTlsReasonText(ClientTlsReason reason)
{
    switch (reason) {
    case ClientTlsReason::Rule:
    case ClientTlsReason::RulePort:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "the DestinationRule says so"));
    case ClientTlsReason::Subset:
    case ClientTlsReason::SubsetPort:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "the subset of the DestinationRule says so"));
    case ClientTlsReason::BadMode:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "the DestinationRule has a mode that Istio does not know"));
    case ClientTlsReason::SubsetMissing:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "no DestinationRule has the subset"));
    case ClientTlsReason::Auto:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "auto mTLS: the servers take it"));
    case ClientTlsReason::AutoOff:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "the mesh config switches auto mTLS off"));
    case ClientTlsReason::OutsideMesh:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "the host is outside of the mesh"));
    case ClientTlsReason::ServerWithoutProxy:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "the servers have no proxy"));
    case ClientTlsReason::ServerDisables:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "a PeerAuthentication says DISABLE"));
    case ClientTlsReason::MixedServers:
    case ClientTlsReason::HeadlessMixed:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "not all servers take mTLS"));
    case ClientTlsReason::NoServers:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "the files have no workload behind the service"));
    case ClientTlsReason::ServerUnknown:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "files do not tell whether the servers have a proxy"));
    case ClientTlsReason::ClientWithoutProxy:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "the client has no proxy"));
    case ClientTlsReason::ClientUnknown:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "files do not tell whether the client has a proxy"));
    case ClientTlsReason::AmbientClient:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "ztunnel or a waypoint decides"));
    case ClientTlsReason::BackendTlsPolicy:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "a BackendTLSPolicy decides"));
    case ClientTlsReason::HostNotFound:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("meshdraft", "the files have no service of that name"));
}

QString dataPlaneText(const DataPlaneAnswer& answer)
{
    switch (answer.value) {
    case DataPlane::None:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "no proxy"));
    case DataPlane::Ambient:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "ambient (ztunnel)"));
    case DataPlane::Sidecar:
        if (answer.isGateway)
            return translated(QT_TRANSLATE_NOOP("meshdraft", "gateway proxy"));
        if (answer.revision.empty() || answer.revision == "default")
            return translated(QT_TRANSLATE_NOOP("meshdraft", "sidecar"));
        return translated(QT_TRANSLATE_NOOP("meshdraft", "sidecar of revision %1"))
            .arg(QString::fromStdString(answer.revision));
    case DataPlane::Unknown:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("meshdraft", "unknown"));
}

QString dataPlaneReasonText(DataPlaneReason reason)
{
    switch (reason) {
    case DataPlaneReason::InFile:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "it stands in the pod template"));
    case DataPlaneReason::HostNetwork:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "pods on the host's network get none"));
    case DataPlaneReason::SystemNamespace:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "system namespaces are left out"));
    case DataPlaneReason::PodLabel:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "label sidecar.istio.io/inject of the pods"));
    case DataPlaneReason::PodAnnotation:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "annotation sidecar.istio.io/inject of the pods"));
    case DataPlaneReason::PodRevision:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "label istio.io/rev of the pods"));
    case DataPlaneReason::NamespaceInjection:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "label istio-injection of the namespace"));
    case DataPlaneReason::NamespaceRevision:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "label istio.io/rev of the namespace"));
    case DataPlaneReason::Webhook:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "a webhook in the files selects the pods"));
    case DataPlaneReason::NotSelected:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "nothing asks for one"));
    case DataPlaneReason::NamespaceNotInFiles:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "the labels of the namespace are not in the files"));
    case DataPlaneReason::NoWebhookInFiles:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "none of the webhooks in the files answers"));
    case DataPlaneReason::SeveralRevisions:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "webhooks of several revisions answer"));
    case DataPlaneReason::Placeholder:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "a label is filled in later"));
    case DataPlaneReason::AmbientPod:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "label istio.io/dataplane-mode of the pods"));
    case DataPlaneReason::AmbientNamespace:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "label istio.io/dataplane-mode of the namespace"));
    case DataPlaneReason::NotAWorkload:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("meshdraft", "it has no pods"));
}

QString sidecarReasonText(SidecarReason reason)
{
    switch (reason) {
    case SidecarReason::Selector:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "its workloadSelector matches"));
    case SidecarReason::Namespace:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "the one of the namespace without a selector"));
    case SidecarReason::Root:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "the one of the root namespace"));
    case SidecarReason::Gateway:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "gateways ignore Sidecars"));
    case SidecarReason::None:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("meshdraft", "there is none: everything visible is imported"));
}

QString ruleScopeText(RuleScope scope)
{
    switch (scope) {
    case RuleScope::ClientNamespace:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "of the client's namespace"));
    case RuleScope::ServiceNamespace:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "of the service's namespace"));
    case RuleScope::RootNamespace:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "of the root namespace"));
    case RuleScope::None:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("meshdraft", "there is none"));
}

QString exportText(const Export& exported, const std::string& own)
{
    const QString all = translated(QT_TRANSLATE_NOOP("meshdraft", "everywhere"));
    const QString onlyOwn = translated(QT_TRANSLATE_NOOP("meshdraft", "%1 only")).arg(QString::fromStdString(own));
    if (exported.to.empty())
        return exported.toAll ? all : exported.toOwn ? onlyOwn : translated(QT_TRANSLATE_NOOP("meshdraft", "nowhere"));
    // "*" stands over everything, then "~"
    if (std::ranges::contains(exported.to, "*"))
        return all;
    if (std::ranges::contains(exported.to, "~"))
        return translated(QT_TRANSLATE_NOOP("meshdraft", "nowhere"));
    QStringList names;
    for (const std::string& name : exported.to)
        names << QString::fromStdString(name == "." ? own : name);
    names.removeDuplicates();
    return names == QStringList(QString::fromStdString(own)) ? onlyOwn : names.join(u", "_s);
}

QString exportSourceText(ExportSource source)
{
    switch (source) {
    case ExportSource::Written:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "exportTo"));
    case ExportSource::MeshConfig:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "default of the mesh config"));
    case ExportSource::Selector:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "a workloadSelector keeps it in its namespace"));
    case ExportSource::Default:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("meshdraft", "default of Istio"));
}

QString referenceKindText(ReferenceKind kind)
{
    switch (kind) {
    case ReferenceKind::Exposes:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "is served by"));
    case ReferenceKind::Routes:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "routes to"));
    case ReferenceKind::Mirrors:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "mirrors to"));
    case ReferenceKind::Delegates:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "delegates to"));
    case ReferenceKind::Selects:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "selects"));
    case ReferenceKind::AppliesTo:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "applies to"));
    case ReferenceKind::Secures:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "secures"));
    case ReferenceKind::ExportsTo:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "exports to"));
    case ReferenceKind::Imports:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("meshdraft", "imports"));
}

QString referenceReasonText(ReferenceReason reason)
{
    switch (reason) {
    case ReferenceReason::Object:
        return {};
    case ReferenceReason::Everything:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "all there is"));
    case ReferenceReason::NoObject:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "there is none of that name"));
    case ReferenceReason::NoWorkload:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "no pods have these labels"));
    case ReferenceReason::NotVisible:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "not exported to this namespace, or not imported"));
    case ReferenceReason::NotGranted:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "no ReferenceGrant allows it"));
    case ReferenceReason::NotAllowed:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "no listener allows routes of this namespace"));
    case ReferenceReason::OtherNamespace:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "it is in another namespace"));
    case ReferenceReason::WithoutEffect:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "a selector in the root namespace is without effect"));
    case ReferenceReason::NotInFiles:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "not in the files of this environment"));
    case ReferenceReason::Placeholder:
        return translated(QT_TRANSLATE_NOOP("meshdraft", "filled in later"));
    case ReferenceReason::OtherKind:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("meshdraft", "a kind that is not looked at"));
}

} // namespace meshdraft::mesh::effective
