// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <QByteArray>
#include <QString>

namespace meshdraft::git {

/// Reads a file that the user names, wherever it is (also a pipe). Errors: "file.unreadable" (args: path, reason),
/// "file.tooLarge" (args: path, size): as files of a repository.
Expected<QByteArray> readNamedFile(const QString& path);
/// The same of standard input; "-" is its path.
Expected<QByteArray> readStandardInput();

} // namespace meshdraft::git
