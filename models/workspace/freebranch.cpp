// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/freebranch.h"

#include <algorithm>

namespace meshdraft::workspace {

QString freeBranch(const git::Repository& repository, const QString& proposed)
{
    const auto branches = repository.branches();
    QString name = proposed;
    for (int i = 2; branches && std::ranges::contains(*branches, name); ++i)
        name = proposed + u'-' + QString::number(i);
    return name;
}

} // namespace meshdraft::workspace
