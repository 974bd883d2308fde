// SPDX-License-Identifier: Apache-2.0
// What the panes of the page of requests are made of.
#pragma once

#include <QString>

class QFrame;
class QLabel;
class QListView;
class QWidget;

namespace meshdraft::views {

class Theme;

/// A line of one pixel.
QFrame* lineBetween(const Theme& theme, QWidget* parent);
/// The name of a pane.
QLabel* titleLabel(const QString& text, QWidget* parent);
/// A list of rows that are read, not edited.
void prepareList(QListView& list, const QString& name, const QString& accessible);

} // namespace meshdraft::views
