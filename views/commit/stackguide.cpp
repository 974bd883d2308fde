// SPDX-License-Identifier: Apache-2.0
#include "views/commit/stackguide.h"

#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/commit/stackdialog.h"
#include "views/common/messagebar.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPushButton>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

class StackGuide {
    Q_DECLARE_TR_FUNCTIONS(meshdraft::views::StackGuide)
public:
    static void open(StackDialog* dialog, workspace::Workspace& workspace, MessageBar& bar);

    static void showError(MessageBar& bar, const Error& error);
    static void undo(workspace::Workspace& workspace, MessageBar& bar, const std::vector<git::StackCommit>& made);

private:
    static void showMade(workspace::Workspace& workspace, MessageBar& bar, const std::vector<git::StackCommit>& made,
                         const QStringList& texts);
    static void addClose(MessageBar& bar)
    {
        bar.addAction(tr("Close"), [&bar] { bar.hide(); });
    }
};

void StackGuide::open(StackDialog* dialog, workspace::Workspace& workspace, MessageBar& bar)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, &bar,
                     [dialog, &workspace, &bar] { showMade(workspace, bar, dialog->made(), dialog->pullRequests()); });
    dialog->open();
}

void StackGuide::showMade(workspace::Workspace& workspace, MessageBar& bar, const std::vector<git::StackCommit>& made,
                          const QStringList& texts)
{
    QStringList names;
    for (const git::StackCommit& commit : made) {
        names << commit.branch;
    }
    const auto shown = [](const QString& name) { return workspace::printable(name.toStdString()); };
    bar.showMessage(MessageBar::Kind::Success,
                    names.size() == 1
                        ? tr("Made %1. Push it and ask for a review.").arg(shown(names.front()))
                        : tr("Made %1 branches, %2 to %3. Push them; merge them one by one.")
                              .arg(QString::number(names.size()), shown(names.front()), shown(names.back())));
    addPushAndUndo(workspace, bar, made, u"stack"_s);
    bar.addAction(tr("Copy names"), [names] { QGuiApplication::clipboard()->setText(names.join(u'\n')); })
        ->setObjectName(u"stackCopy"_s);
    bar.addAction(tr("Copy pull-request texts"),
                  [names, texts] {
                      QStringList all;
                      for (qsizetype i = 0; i < names.size(); ++i) {
                          all << u"# "_s + workspace::codeSpan(names[i].toStdString()) + u"\n\n"_s + texts[i];
                      }
                      QGuiApplication::clipboard()->setText(all.join(u'\n'));
                  })
        ->setObjectName(u"stackCopyTexts"_s);
    addClose(bar);
}

void StackGuide::showError(MessageBar& bar, const Error& error)
{
    bar.showMessage(MessageBar::Kind::Error, workspace::errorText(error));
    addClose(bar);
}

void StackGuide::undo(workspace::Workspace& workspace, MessageBar& bar, const std::vector<git::StackCommit>& made)
{
    if (const Expected<void> done = workspace.undoStack(made); !done) {
        showError(bar, done.error());
        return;
    }
    bar.showMessage(MessageBar::Kind::Success,
                    made.size() == 1 ? tr("The branch is gone; nothing else has changed.")
                                     : tr("The %1 branches are gone; nothing else has changed.").arg(made.size()));
    addClose(bar);
}

} // namespace

void addPushAndUndo(workspace::Workspace& workspace, MessageBar& bar, const std::vector<git::StackCommit>& made,
                    const QString& name)
{
    QStringList names;
    for (const git::StackCommit& commit : made) {
        names << commit.branch;
    }
    bar.addAction(names.size() == 1 ? StackGuide::tr("Push") : StackGuide::tr("Push all"),
                  [&workspace, &bar, names] {
                      if (const Expected<void> started = workspace.pushAll(names); !started) {
                          StackGuide::showError(bar, started.error());
                      }
                  })
        ->setObjectName(name + u"Push"_s);
    bar.addAction(StackGuide::tr("Undo"), [&workspace, &bar, made] { StackGuide::undo(workspace, bar, made); })
        ->setObjectName(name + u"Undo"_s);
}

void openStack(const Theme& theme, workspace::Workspace& workspace, MessageBar& bar)
{
    workspace.flushTyping();
    StackGuide::open(new StackDialog(theme, workspace.snapshot(), bar.window()), workspace, bar);
}

void openStack(const Theme& theme, workspace::Workspace& workspace, const QWidget& from, const mesh::ElementRef& route,
               const changes::CanaryPlan& plan)
{
    // The inspector is too narrow for all that can be done with a stack; it may stand in a window of its own.
    for (const QWidget* widget = &from; widget != nullptr; widget = widget->parentWidget()) {
        if (auto* bar = widget->window()->findChild<MessageBar*>(u"windowMessage"_s)) {
            workspace.flushTyping();
            StackGuide::open(new StackDialog(theme, workspace.snapshot(), route, plan, widget->window()), workspace,
                             *bar);
            return;
        }
    }
}

} // namespace meshdraft::views
