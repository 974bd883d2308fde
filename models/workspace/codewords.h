// SPDX-License-Identifier: Apache-2.0
// What each code of a finding means: the pages of docs/codes, which are part of the program.
#pragma once

#include <QString>
#include <QStringList>

#include <string_view>

namespace meshdraft::workspace {

/// Every code that has a page, sorted.
QStringList codesWithPages();
/// The page as Markdown; empty for an unknown code.
QString codePage(std::string_view code);
/// What findings with a code are about, in half a sentence: the title of the page; empty for an unknown code.
QString codeText(std::string_view code);
/// The page on the net.
QString codeUrl(std::string_view code);

} // namespace meshdraft::workspace
