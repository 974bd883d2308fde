// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

class QProcess;

namespace meshdraft::views {

/// Asks one program for its version without waiting for it: QProcess, no shell.
class ToolProbe : public QObject {
    Q_OBJECT
public:
    ToolProbe(QString program, QStringList arguments, QObject* parent = nullptr);
    ~ToolProbe() override;

    void start();

Q_SIGNALS:
    /// "2.47"; empty when the program was not found or said nothing that looks like a version.
    void found(const QString& version);

private:
    void report();

    QString m_program;
    QStringList m_arguments;
    QProcess* m_process;
    bool m_reported = false;
};

} // namespace meshdraft::views
