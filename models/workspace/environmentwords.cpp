// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/environmentwords.h"

#include "models/workspace/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

namespace {

constexpr std::size_t mostPlaces = 8;

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

QString placeText(const Location& where)
{
    const QString path = printable(where.path);
    return where.line == 0 ? path : path + u':' + QString::number(where.line);
}

QString knowledgeText(mesh::Knowledge knowledge)
{
    switch (knowledge) {
    case mesh::Knowledge::Found:
        return {};
    case mesh::Knowledge::Stated:
        return QCoreApplication::translate("meshdraft", "stated");
    case mesh::Knowledge::FoundElsewhere:
        return QCoreApplication::translate("meshdraft", "found outside");
    case mesh::Knowledge::Assumed:
        return QCoreApplication::translate("meshdraft", "assumed");
    }
    return {};
}

QString withKnowledge(const QString& text, mesh::Knowledge knowledge)
{
    const QString how = knowledgeText(knowledge);
    return how.isEmpty() ? text : u"%1 (%2)"_s.arg(text, how);
}

QString modeText(mesh::DataPlaneMode mode)
{
    switch (mode) {
    case mesh::DataPlaneMode::None:
        //: Data-plane mode: no workload takes part in the mesh.
        return QCoreApplication::translate("meshdraft", "no mesh");
    case mesh::DataPlaneMode::Sidecar:
        return QCoreApplication::translate("meshdraft", "sidecar");
    case mesh::DataPlaneMode::Ambient:
        return QCoreApplication::translate("meshdraft", "ambient");
    case mesh::DataPlaneMode::Mixed:
        return QCoreApplication::translate("meshdraft", "sidecar and ambient");
    }
    return {};
}

/// %1 the version as written, %2 of what, %3 the place.
const char* sentenceOf(mesh::VersionEvidence kind)
{
    switch (kind) {
    case mesh::VersionEvidence::Image:
        return QT_TRANSLATE_NOOP("meshdraft", "Version %1: image %2 in %3.");
    case mesh::VersionEvidence::Operator:
        return QT_TRANSLATE_NOOP("meshdraft", "Version %1: %2 in %3.");
    case mesh::VersionEvidence::Chart:
        return QT_TRANSLATE_NOOP("meshdraft", "Version %1: Helm chart %2 in %3.");
    case mesh::VersionEvidence::RevisionLabel:
        return QT_TRANSLATE_NOOP("meshdraft", "Revision %1: label of %2 in %3.");
    case mesh::VersionEvidence::VersionLabel:
        return QT_TRANSLATE_NOOP("meshdraft", "Version %1: label of %2 in %3.");
    }
    return "";
}

/// %1 namespace or resource, %2 the mode, %3 the place.
const char* sentenceOf(mesh::DataPlaneEvidence kind)
{
    switch (kind) {
    case mesh::DataPlaneEvidence::NamespaceMode:
    case mesh::DataPlaneEvidence::NamespaceInjection:
    case mesh::DataPlaneEvidence::NamespaceRevision:
        return QT_TRANSLATE_NOOP("meshdraft", "Data plane %2: label of the namespace %1 in %3.");
    case mesh::DataPlaneEvidence::PodLabel:
        return QT_TRANSLATE_NOOP("meshdraft", "Data plane %2: label of the pods of %1 in %3.");
    case mesh::DataPlaneEvidence::InFile:
        return QT_TRANSLATE_NOOP("meshdraft", "Data plane %2: a proxy stands in %1 in %3.");
    case mesh::DataPlaneEvidence::Ztunnel:
    case mesh::DataPlaneEvidence::Waypoint:
        return QT_TRANSLATE_NOOP("meshdraft", "Data plane %2: %1 in %3.");
    case mesh::DataPlaneEvidence::Unlabelled:
        return QT_TRANSLATE_NOOP("meshdraft", "Data plane %2: the namespace %1 in %3 asks for nothing.");
    }
    return "";
}

QString sentenceFor(const mesh::VersionFinding& finding)
{
    return say(sentenceOf(finding.kind))
        .arg(printable(finding.written), printable(finding.what), placeText(finding.where));
}

QString sentenceFor(const mesh::DataPlaneFinding& finding)
{
    return say(sentenceOf(finding.kind)).arg(printable(finding.what), modeText(finding.mode), placeText(finding.where));
}

QStringList statement(const mesh::TargetVersion& version)
{
    if (!version.stated)
        return {};
    return {say(QT_TRANSLATE_NOOP("meshdraft", "Version %1: stated in %2."))
                .arg(QString::fromStdString(version.stated->text()), placeText(version.statedAt))};
}

QStringList statement(const mesh::TargetDataPlane& dataPlane)
{
    if (!dataPlane.stated)
        return {};
    return {say(QT_TRANSLATE_NOOP("meshdraft", "Data plane %1: stated in %2."))
                .arg(modeText(*dataPlane.stated), placeText(dataPlane.statedAt))};
}

QStringList contradiction(const mesh::TargetVersion& version)
{
    if (!version.isContradicted())
        return {};
    return {say(QT_TRANSLATE_NOOP("meshdraft", "These do not say the same; rules are those of %1."))
                .arg(QString::fromStdString(version.oldest().text()))};
}

template <typename Finding> QStringList sentencesFor(const std::vector<Finding>& findings)
{
    QStringList lines;
    for (const Finding& finding : findings) {
        if (std::cmp_equal(lines.size(), mostPlaces)) {
            lines << say(QT_TRANSLATE_NOOP("meshdraft", "And %1 more.")).arg(findings.size() - mostPlaces);
            break;
        }
        lines << sentenceFor(finding);
    }
    return lines;
}

} // namespace

QString deliveryText(const mesh::Delivery& delivery)
{
    const QString tool = delivery.tool == mesh::DeliveryTool::ArgoCd ? u"Argo CD"_s : u"Flux"_s;
    const QString title = printable(delivery.title());
    if (delivery.kind == "ApplicationSet") {
        //: %1 is "Argo CD", %2 a name.
        return say(QT_TRANSLATE_NOOP("meshdraft", "delivered by %1 Application %2 (of an ApplicationSet)"))
            .arg(tool, title);
    }
    //: "delivered by Argo CD Application argocd/shop"
    return say(QT_TRANSLATE_NOOP("meshdraft", "delivered by %1 %2 %3"))
        .arg(tool, QString::fromStdString(delivery.kind), title);
}

QStringList deliveryDetails(const mesh::Delivery& delivery)
{
    QStringList lines{say(QT_TRANSLATE_NOOP("meshdraft", "Named in %1.")).arg(placeText(delivery.where))};
    if (!delivery.targetNamespace.empty()) {
        lines << say(QT_TRANSLATE_NOOP("meshdraft", "Into the namespace %1.")).arg(printable(delivery.targetNamespace));
    }
    if (!delivery.revision.empty())
        lines << say(QT_TRANSLATE_NOOP("meshdraft", "At revision %1.")).arg(printable(delivery.revision));
    if (!delivery.dependsOn.empty()) {
        QStringList others;
        for (const std::string& other : delivery.dependsOn)
            others << printable(other);
        lines << say(QT_TRANSLATE_NOOP("meshdraft", "After %1.")).arg(others.join(u", "_s));
    }
    if (delivery.match == mesh::RepositoryMatch::Assumed) {
        lines << (delivery.repository.empty()
                      ? say(QT_TRANSLATE_NOOP("meshdraft", "Assumed to mean this repository: no URL is known."))
                      : say(QT_TRANSLATE_NOOP("meshdraft",
                                              "Assumed to mean this repository: no remote has the URL %1."))
                            .arg(printable(delivery.repository)));
    }
    for (const Error& note : delivery.notes)
        lines << sentence(note.code, note.args);
    return lines;
}

QString versionText(const mesh::TargetVersion& version)
{
    QStringList versions;
    for (const mesh::IstioVersion& one : version.versions)
        versions << QString::fromStdString(one.text());
    QString text = versions.takeLast();
    if (!versions.isEmpty())
        text = say(QT_TRANSLATE_NOOP("meshdraft", "%1 and %2")).arg(versions.join(u", "_s), text);
    return withKnowledge(u"Istio "_s + text, version.knowledge);
}

QString dataPlaneText(const mesh::TargetDataPlane& dataPlane)
{
    return withKnowledge(modeText(dataPlane.mode), dataPlane.knowledge);
}

QString targetText(const mesh::Target& target)
{
    // what is assumed of both is said once
    const bool saysItOnce = target.version.knowledge == target.dataPlane.knowledge;
    return versionText(target.version) + u" · "_s
        + (saysItOnce ? modeText(target.dataPlane.mode) : dataPlaneText(target.dataPlane));
}

QStringList targetSources(const mesh::Target& target)
{
    QStringList lines;
    for (const mesh::IstioVersion& version : target.version.versions) {
        const auto found = std::ranges::find(target.version.findings, version, &mesh::VersionFinding::version);
        if (found != target.version.findings.end())
            lines << sentenceFor(*found);
    }
    lines << statement(target.version) << contradiction(target.version);
    for (const mesh::DataPlaneMode mode :
         {mesh::DataPlaneMode::None, mesh::DataPlaneMode::Sidecar, mesh::DataPlaneMode::Ambient}) {
        const bool counts = mode == target.dataPlane.mode
            || (target.dataPlane.mode == mesh::DataPlaneMode::Mixed && mode != mesh::DataPlaneMode::None);
        const auto found = std::ranges::find(target.dataPlane.findings, mode, &mesh::DataPlaneFinding::mode);
        if (counts && found != target.dataPlane.findings.end())
            lines << sentenceFor(*found);
    }
    return lines << statement(target.dataPlane);
}

QStringList targetDetails(const mesh::Target& target)
{
    QStringList lines = sentencesFor(target.version.findings) + statement(target.version);
    if (target.version.knowledge == mesh::Knowledge::Assumed) {
        lines << say(QT_TRANSLATE_NOOP("meshdraft",
                                       "No file says which version of Istio this is for: the newest that is known is "
                                       "assumed. State it in .meshdraft.yaml."));
    }
    lines << contradiction(target.version) << sentencesFor(target.dataPlane.findings) << statement(target.dataPlane);
    if (target.dataPlane.knowledge == mesh::Knowledge::Assumed)
        lines << say(QT_TRANSLATE_NOOP("meshdraft", "No file says whether sidecars or ambient mode are used."));
    return lines;
}

} // namespace meshdraft::workspace
