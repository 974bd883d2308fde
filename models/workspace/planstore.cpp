// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/planstore.h"

#include "models/changes/statements.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

constexpr auto schema = "meshdraft.canary-plans/1"_L1;
constexpr qint64 largestFile = 4'000'000;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QJsonObject jsonOf(const changes::CanaryPlan& plan)
{
    QJsonArray parts;
    for (const auto& part : plan.parts)
        parts.append(QString::fromStdString(part));
    QJsonArray steps;
    for (const auto& step : plan.steps) {
        QJsonArray weights;
        for (const auto weight : step.weights)
            weights.append(static_cast<qint64>(weight));
        steps.append(QJsonObject{{u"weights"_s, weights},
                                 {u"pauseMinutes"_s, static_cast<qint64>(step.pauseMinutes)},
                                 {u"note"_s, QString::fromStdString(step.note)}});
    }
    return {{u"parts"_s, parts}, {u"target"_s, static_cast<qint64>(plan.target)}, {u"steps"_s, steps}};
}

/// A plan that somebody may have edited by hand: what does not fit together is no plan.
changes::CanaryPlan planFrom(const QJsonObject& json)
{
    changes::CanaryPlan plan;
    for (const auto& part : json[u"parts"_s].toArray())
        plan.parts.push_back(part.toString().toStdString());
    plan.target = static_cast<std::size_t>(std::max<qint64>(json[u"target"_s].toInteger(-1), 0));
    if (json[u"target"_s].toInteger(-1) < 0 || plan.target >= plan.parts.size())
        return {};
    for (const auto& value : json[u"steps"_s].toArray()) {
        const auto object = value.toObject();
        changes::PlanStep step;
        for (const auto& weight : object[u"weights"_s].toArray())
            step.weights.push_back(std::clamp<std::int64_t>(weight.toInteger(), 0, 1'000'000));
        step.pauseMinutes = std::max<std::int64_t>(object[u"pauseMinutes"_s].toInteger(), 0);
        step.note = object[u"note"_s].toString().toStdString();
        if (step.weights.size() != plan.parts.size())
            return {};
        plan.steps.push_back(std::move(step));
    }
    return plan;
}

} // namespace

PlanStore::PlanStore(QString directory)
    : m_directory(std::move(directory))
{
}

void PlanStore::open(const QString& workTree)
{
    m_plans = {};
    m_file.clear();
    if (m_directory.isEmpty())
        return;
    const auto hash = QCryptographicHash::hash(workTree.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    m_file = m_directory + u'/' + QString::fromLatin1(hash) + u".json"_s;
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return;
    const auto object = QJsonDocument::fromJson(file.readAll()).object();
    if (object[u"schema"_s].toString() == schema)
        m_plans = object[u"plans"_s].toObject();
}

QString PlanStore::keyOf(const mesh::Resource& resource, const mesh::Route& route)
{
    const auto& table = std::get<mesh::RouteTable>(resource.body);
    return QString::fromStdString(resource.key.kind + '/' + resource.key.ns + '/' + resource.key.name + ' '
                                  + changes::routeLabel(table, route));
}

changes::CanaryPlan PlanStore::plan(const QString& key) const
{
    return planFrom(m_plans[key].toObject());
}

void PlanStore::put(const QString& key, const changes::CanaryPlan& plan)
{
    if (plan.isEmpty())
        m_plans.remove(key);
    else
        m_plans[key] = jsonOf(plan);
}

bool PlanStore::keep(const QString& key, const changes::CanaryPlan& plan)
{
    put(key, plan);
    return save();
}

bool PlanStore::save()
{
    if (m_file.isEmpty())
        return true;
    if (!QDir().mkpath(m_directory) || !QFile::setPermissions(m_directory, ownerOnly | QFileDevice::ExeOwner))
        return false;
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly))
        return false;
    file.write(QJsonDocument(QJsonObject{{u"schema"_s, schema}, {u"plans"_s, m_plans}}).toJson());
    return file.commit();
}

QString defaultPlanDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/canary-plans"_s;
}

} // namespace meshdraft::workspace
