// SPDX-License-Identifier: Apache-2.0
#include "views/start/ago.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace meshdraft::views {

namespace {

/// Context of the texts of this file for translators.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Texts)
};

} // namespace

QString ago(const QDateTime& when)
{
    const qint64 seconds = when.secsTo(QDateTime::currentDateTime());
    if (!when.isValid()) {
        return {};
    }
    if (seconds < 3600) {
        return Texts::tr("%1 min ago").arg(std::max<qint64>(1, seconds / 60));
    }
    if (seconds < 86400) {
        return Texts::tr("%1 h ago").arg(seconds / 3600);
    }
    if (seconds < qint64{7} * 86400) {
        return QLocale().dayName(when.date().dayOfWeek());
    }
    return QLocale().toString(when.date(), QLocale::ShortFormat);
}

} // namespace meshdraft::views
