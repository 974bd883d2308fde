// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

class QMimeData;
class QWidget;

namespace meshdraft::views {

/// The directory that is dragged; empty for anything else than one local directory.
QString droppedDirectory(const QMimeData* mime);

/// Lets a directory be dropped anywhere on a widget, unless something in it takes the drop itself.
class FolderDrop : public QObject {
    Q_OBJECT
public:
    explicit FolderDrop(QWidget& target);
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void dropped(const QString& directory);
};

} // namespace meshdraft::views
