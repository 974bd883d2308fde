// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/meshview.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <memory>

namespace meshdraft::test {

/// The base of the sample mesh on one of its branches, read from the sources.
class SampleMesh {
public:
    SampleMesh()
    {
        QFile file(directory() + QStringLiteral("/history.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the sample cannot be read");
        for (const QJsonValue& commit : QJsonDocument::fromJson(file.readAll())[QLatin1String("commits")].toArray()) {
            const QString id = commit[QLatin1String("id")].toString();
            m_commits[id] = commit.toObject();
            m_tips[commit[QLatin1String("branch")].toString()] = id;
        }
    }

    QStringList branches() const { return m_tips.keys(); }

    /// Every file below base/ on a branch.
    std::map<std::string, std::string> files(const QString& branch) const
    {
        std::map<std::string, std::string> files;
        for (QString id = m_tips.value(branch); !id.isEmpty(); id = m_commits[id][QLatin1String("parent")].toString()) {
            for (const QJsonValue& path : m_commits[id][QLatin1String("files")].toArray()) {
                QFile file(directory() + QLatin1Char('/') + id + QLatin1Char('/') + path.toString());
                const bool isBase = path.toString().startsWith(QLatin1String("base/"))
                    && !path.toString().endsWith(QLatin1String("kustomization.yaml"));
                if (isBase && file.open(QIODevice::ReadOnly))
                    files.try_emplace(path.toString().toStdString(), file.readAll().toStdString());
            }
        }
        return files;
    }

    std::shared_ptr<const mesh::effective::MeshView> view(const QString& branch) const
    {
        std::vector<mesh::ResourcePtr> resources;
        for (const auto& [path, text] : files(branch)) {
            const auto read = mesh::readResources("base", path, source::parseText(text), "default");
            resources.insert(resources.end(), read.begin(), read.end());
        }
        return std::make_shared<const mesh::effective::MeshView>(mesh::MeshGraph::build("base", std::move(resources)));
    }

private:
    static QString directory() { return QStringLiteral(MESHDRAFT_SOURCE_DIR "/resources/sample"); }

    QHash<QString, QJsonObject> m_commits;
    QHash<QString, QString> m_tips;
};

} // namespace meshdraft::test
