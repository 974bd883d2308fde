// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/render.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <map>
#include <string>

namespace meshdraft::kustomize {

/// A directory of shared test data; empty where it is not there.
QString sharedDirectory(const QString& name);

/// Files of a test: path to content.
using Files = std::map<std::string, std::string>;

/// Real files in a temporary directory.
class FixtureTree {
public:
    explicit FixtureTree(const Files& files);
    std::string path() const { return m_directory.path().toStdString(); }
    FileSourcePtr source() const { return directorySource(path()); }

private:
    QTemporaryDir m_directory;
};

/// One run of kubectl for each render.
RenderOptions withoutOrigins();

/// What `kubectl kustomize` prints when a user runs it; empty when it fails.
QByteArray kubectlKustomize(const std::string& directory);

/// Code and arguments of an error in one line, for messages of tests.
std::string textOf(const Error& error);

} // namespace meshdraft::kustomize
