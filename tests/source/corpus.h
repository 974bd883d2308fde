// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace meshdraft::source {

/// A YAML text of the shared test material.
struct CorpusText {
    QString name;
    std::string text;
};

/// The directory with the shared test material; empty if there is none.
QString sharedDirectory();

/// The whole content of a file.
std::string contentOf(const QString& path);

/// Every YAML file under the shared directory but yaml-test-suite's, and the YAML in its JSON files.
std::vector<CorpusText> corpus();

} // namespace meshdraft::source
