// SPDX-License-Identifier: Apache-2.0
// What the delegates of lists of cards share.
#pragma once

#include <QFont>
#include <QString>

class QFontMetrics;
class QPainter;
class QStyleOptionViewItem;

namespace meshdraft::views {

class Theme;

/// The font of what stands below the name of a card.
QFont cardFont(const QFont& base);
/// The width for text beside `margins`; the same whether or not the list scrolls: rows are not laid out again when its
/// bar comes.
int cardRoom(const QStyleOptionViewItem& option, int margins);
/// The height of a text that is wrapped.
int wrappedHeight(const QString& text, const QFontMetrics& metrics, int room);
/// The ground of a card as its state has it, and the line below it.
void paintCardGround(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option);
/// The frame of the card that has the focus; none on others.
void paintCardFocus(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option);

} // namespace meshdraft::views
