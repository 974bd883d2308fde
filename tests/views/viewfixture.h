// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/layout.h"
#include "models/workspace/workspace.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <cstring>

namespace meshdraft::views {

/// A real repository in a temporary directory, opened by a real workspace. Every warning that Qt or the program logs
/// fails the test that caused it.
class ViewFixture {
public:
    ViewFixture();
    ~ViewFixture();

    /// Two VirtualServices, a DestinationRule with three subsets, a Service and its Deployments, committed on main.
    bool open();
    bool openFiles(const QMap<QString, QByteArray>& files);
    /// What git prints, trimmed; the test fails when it fails.
    QString git(const QStringList& arguments) const;
    void write(const QString& path, const QByteArray& content) const;
    QByteArray read(const QString& path) const;
    QString directory() const { return m_directory.filePath(QStringLiteral("mesh")); }

    /// The route that splits traffic, and its weights now.
    mesh::ElementRef splitRoute() const;
    std::vector<std::int64_t> weights() const;
    /// Warnings since the last call.
    static QStringList takeWarnings();

    Theme theme;
    workspace::Workspace workspace;
    QSettings& settings() { return m_settings; }

private:
    QTemporaryDir m_directory;
    QSettings m_settings;
};

/// The child of that name; where there is none the test fails.
template <typename T> T* childOf(const QObject& parent, const char* name)
{
    T* found = parent.findChild<T*>(QLatin1StringView(name));
    if (found == nullptr) {
        QTest::qFail(name, __FILE__, __LINE__);
    }
    return found;
}

/// The visible controls that Tab reaches and that have no accessible name; `seen` becomes the number of all.
QStringList controlsWithoutName(const QWidget& root, int& seen);

/// main() of a view test: it is its own layout worker, as the program is.
template <typename Test> int runViewTest(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--layout-worker") == 0) {
            return topology::runLayoutWorker();
        }
    }
    QApplication app(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

/// Sample files of the fixture.
QByteArray reviewsYaml();

} // namespace meshdraft::views
