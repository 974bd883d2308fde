// SPDX-License-Identifier: Apache-2.0
#include "views/start/toolprobe.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int patience = 10000; ///< ms
}

ToolProbe::ToolProbe(QString program, QStringList arguments, QObject* parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_arguments(std::move(arguments))
    , m_process(new QProcess(this))
{
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    connect(m_process, &QProcess::finished, this, [this] { report(); });
    connect(m_process, &QProcess::errorOccurred, this, [this] { report(); });
}

ToolProbe::~ToolProbe()
{
    m_process->disconnect(this);
    if (m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished(1000);
    }
}

void ToolProbe::start()
{
    const QString path = QStandardPaths::findExecutable(m_program);
    if (path.isEmpty()) {
        QTimer::singleShot(0, this, [this] { Q_EMIT found({}); });
        return;
    }
    m_process->start(path, m_arguments, QIODevice::ReadOnly);
    QTimer::singleShot(patience, this, [this] {
        if (m_process->state() != QProcess::NotRunning) {
            m_process->kill();
        }
    });
}

void ToolProbe::report()
{
    if (m_reported) {
        return;
    }
    m_reported = true;
    static const QRegularExpression number(u"(\\d+\\.\\d+)(\\.\\d+)?"_s);
    const QRegularExpressionMatch match = number.match(QString::fromUtf8(m_process->readAllStandardOutput()));
    Q_EMIT found(match.hasMatch() ? match.captured(1) : QString());
}

} // namespace meshdraft::views
