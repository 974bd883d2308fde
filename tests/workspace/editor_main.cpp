// SPDX-License-Identifier: Apache-2.0
// Opens a repository and edits it until it is killed: editor REPOSITORY JOURNALS SEED. Each operation is acknowledged
// with a line on the standard output.
#include "tests/workspace/editscript.h"

#include <QCoreApplication>

#include <cstdlib>

#include <unistd.h>

using namespace meshdraft::workspace;

namespace {

void acknowledge()
{
    if (::write(STDOUT_FILENO, "+", 1) != 1)
        std::_Exit(3);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    Workspace workspace;
    workspace.keepEditsIn(arguments.value(2));
    QObject::connect(&workspace, &Workspace::openFailed, &app, [] { std::_Exit(4); });
    QObject::connect(&workspace, &Workspace::journalFailed, &app, [] { std::_Exit(5); });
    bool isOpen = false;
    QObject::connect(&workspace, &Workspace::snapshotChanged, &app, [&isOpen] { isOpen = true; });
    workspace.open(arguments.value(1));
    while (!isOpen)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    EditScript script(arguments.value(3).toUInt());
    for (int i = 0; i < 100000; ++i) {
        if (!script.next(&workspace))
            return 6;
        acknowledge();
        if (i % 8 == 0)
            QCoreApplication::processEvents();
    }
    return 0;
}
