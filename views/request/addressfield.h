// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/requestaim.h"

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace meshdraft::views {

class Theme;

/// The address of a request. The host is written bolder than the rest; hosts and paths of the mesh complete what is
/// typed, requests asked before are offered while nothing is.
class AddressField : public QLineEdit {
    Q_OBJECT
public:
    explicit AddressField(const Theme& theme, QWidget* parent = nullptr);

    void setVocabulary(const workspace::RequestVocabulary& words);
    /// Addresses of requests asked before, the newest first.
    void setRecent(const QStringList& addresses) { m_recent = addresses; }
    /// Addresses that go on from what is typed, best first.
    QStringList completions(const QString& typed) const;

Q_SIGNALS:
    /// Something was pasted or dropped that is more than an address.
    void requestPasted(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    bool takePasted(const QString& text);
    void offer(const QStringList& lines);
    void markHost();

    const Theme& m_theme;
    workspace::RequestVocabulary m_words;
    QStringList m_recent;
    QStringListModel* m_lines;
    QCompleter* m_completer;
};

} // namespace meshdraft::views
