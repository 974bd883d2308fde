// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QDateTime;

namespace meshdraft::views {

/// How long ago something was, in a word or two: "5 min ago", "Tuesday", a date.
QString ago(const QDateTime& when);

} // namespace meshdraft::views
