// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/matrix/matrix.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace meshdraft::workspace {

/// RFC 4180, UTF-8: `host,setting,item,differs` and a column for each environment. A text that a spreadsheet would take
/// for a formula (it begins with = + - @, full-width ones and spaces before them included) gets an apostrophe in front;
/// control characters are shown as escapes.
QByteArray matrixCsv(const matrix::Matrix& matrix);

/// A table a host, differing cells marked with `~`. Text from the repository stands in code spans that it cannot leave.
QString matrixMarkdown(const matrix::Matrix& matrix);

/// A line of a CSV file, its fields made safe as above.
QString csvLine(const QStringList& fields);
/// Repository text as a code span within a table of Markdown, where a bar would end the cell even in code.
QString tableCode(const std::string& text);

} // namespace meshdraft::workspace
