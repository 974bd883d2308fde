// SPDX-License-Identifier: Apache-2.0
#include "corpus.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

namespace {

void addFiles(const QString& root, std::vector<CorpusText>& texts)
{
    QDirIterator files(root, {u"*.yaml"_s, u"*.yml"_s, u"*.golden"_s}, QDir::Files, QDirIterator::Subdirectories);
    QStringList paths;
    while (files.hasNext())
        paths += files.next();
    paths.sort();
    for (const QString& path : std::as_const(paths)) {
        if (!path.contains(u"/yaml-test-suite/"_s))
            texts.push_back({QDir(root).relativeFilePath(path), contentOf(path)});
    }
}

void addSimulation(const QString& root, std::vector<CorpusText>& texts)
{
    const QByteArray json = QByteArray::fromStdString(contentOf(root + u"/simulation/cases.json"_s));
    for (const QJsonValue& value : QJsonDocument::fromJson(json).array())
        texts.push_back({value[u"id"_s].toString(), value[u"config"_s].toString().toStdString()});
}

void addHistory(const QString& root, std::vector<CorpusText>& texts)
{
    const QByteArray lines = QByteArray::fromStdString(contentOf(root + u"/history/pairs.jsonl"_s));
    for (const QByteArray& line : lines.split('\n')) {
        const QJsonObject pair = QJsonDocument::fromJson(line).object();
        for (const QString& side : {u"before"_s, u"after"_s}) {
            if (pair.contains(side))
                texts.push_back({pair[u"path"_s].toString() + u' ' + side, pair[side].toString().toStdString()});
        }
    }
}

} // namespace

QString sharedDirectory()
{
    const QDir directory(QStringLiteral(MESHDRAFT_SOURCE_DIR "/../shared"));
    return directory.exists() ? directory.absolutePath() : QString();
}

std::string contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::vector<CorpusText> corpus()
{
    std::vector<CorpusText> texts;
    const QString root = sharedDirectory();
    if (root.isEmpty())
        return texts;
    addFiles(root, texts);
    addSimulation(root, texts);
    addHistory(root, texts);
    return texts;
}

} // namespace meshdraft::source
