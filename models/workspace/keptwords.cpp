// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/keptwords.h"

#include <QCoreApplication>

namespace meshdraft::workspace {

QString editCountText(const KeptEdits& kept)
{
    const auto count = kept.count();
    return count == 1 ? QCoreApplication::translate("meshdraft", "1 edit")
                      : QCoreApplication::translate("meshdraft", "%L1 edits").arg(count);
}

QString fileCountText(std::size_t count)
{
    return count == 1 ? QCoreApplication::translate("meshdraft", "1 file")
                      : QCoreApplication::translate("meshdraft", "%L1 files").arg(count);
}

} // namespace meshdraft::workspace
