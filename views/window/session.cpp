// SPDX-License-Identifier: Apache-2.0
#include "views/window/session.h"

#include "models/workspace/workspace.h"
#include "views/editor/editorpage.h"
#include "views/editor/filetabs.h"
#include "views/editor/yamledit.h"
#include "views/topology/topologypage.h"
#include "views/window/mainwindow.h"
#include "views/window/workbench.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QSettings>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

QStringList written(const mesh::ElementRef& element)
{
    if (element.isNull()) {
        return {};
    }
    const mesh::ResourceKey& key = element.key;
    return {text(key.environment),
            text(key.group),
            text(key.kind),
            text(key.ns),
            text(key.name),
            text(element.path),
            QString::number(element.document),
            QString::number(element.item),
            text(element.field.text())};
}

mesh::ElementRef elementOf(const QStringList& parts)
{
    mesh::ElementRef element;
    if (parts.size() != 9) {
        return element;
    }
    const auto at = [&](int part) { return parts[part].toStdString(); };
    element.key = {at(0), at(1), at(2), at(3), at(4)};
    element.path = at(5);
    element.document = parts[6].toUInt();
    element.item = parts[7].toUInt();
    element.field = mesh::FieldPath(at(8));
    return element;
}

} // namespace

Session::Session(MainWindow& window, workspace::Workspace& workspace, QSettings& settings)
    : m_window(window)
    , m_workspace(workspace)
    , m_settings(settings)
{
    connect(qApp, &QCoreApplication::aboutToQuit, this, &Session::save);
    // After the views have taken the snapshot.
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, &Session::arrive, Qt::QueuedConnection);
    connect(&workspace, &workspace::Workspace::openFailed, this, [this] { m_isResuming = false; });
}

void Session::save() const
{
    m_settings.remove(u"session"_s);
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    if (!snapshot || !snapshot->repository) {
        return;
    }
    Workbench& workbench = m_window.workbench();
    const EditorPage* editor = workbench.editor();
    QStringList files;
    for (int i = 0; i < editor->tabs()->count(); ++i) {
        files << text(editor->tabs()->pathOf(i));
    }
    const QString workTree = snapshot->repository->workTree();
    m_settings.beginGroup(u"session"_s);
    m_settings.setValue(u"repository"_s, workTree.isEmpty() ? snapshot->repository->gitDirectory() : workTree);
    m_settings.setValue(u"revision"_s, snapshot->revision);
    m_settings.setValue(u"environment"_s, text(snapshot->environment.name));
    m_settings.setValue(u"page"_s, workbench.view() == Workbench::EditorView ? u"editor"_s : u"topology"_s);
    m_settings.setValue(u"files"_s, files);
    if (const YamlEdit* edit = editor->current()) {
        m_settings.setValue(u"file"_s, text(edit->path()));
        m_settings.setValue(u"caret"_s, edit->caretOffset());
    }
    m_settings.setValue(u"selection"_s, written(m_workspace.selection().current()));
    m_settings.endGroup();
}

bool Session::resume()
{
    const QString repository = m_settings.value(u"session/repository"_s).toString();
    if (repository.isEmpty() || !QDir(repository).exists()) {
        return false;
    }
    m_isResuming = true;
    m_window.openRepository(repository, m_settings.value(u"session/revision"_s).toString(),
                            m_settings.value(u"session/environment"_s).toString());
    return true;
}

/// The repository is there: back to the place in it, as far as that still exists.
void Session::arrive()
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    if (!snapshot || !std::exchange(m_isResuming, false)) {
        return;
    }
    Workbench& workbench = m_window.workbench();
    EditorPage* editor = workbench.editor();
    const mesh::ElementRef selected = elementOf(m_settings.value(u"session/selection"_s).toStringList());
    if (!selected.isNull() && snapshot->graph->find(selected) != mesh::noResource) {
        m_workspace.selection().select(selected);
    }
    for (const QString& file : m_settings.value(u"session/files"_s).toStringList()) {
        editor->openFile(file.toStdString());
    }
    if (const QString current = m_settings.value(u"session/file"_s).toString(); !current.isEmpty()) {
        // the file may be shorter by now
        const mesh::SourceFile* file = snapshot->current.find(current.toStdString());
        const auto size = file != nullptr ? static_cast<quint32>(file->text->text->size()) : 0U;
        const quint32 caret = std::min(m_settings.value(u"session/caret"_s).toUInt(), size);
        editor->openFile(current.toStdString(), source::ByteRange{caret, caret});
    }
    if (m_settings.value(u"session/page"_s).toString() == u"editor"_s) {
        if (auto* action = m_window.findChild<QAction*>(u"editorPageAction"_s)) {
            action->trigger();
        }
    }
}

} // namespace meshdraft::views
