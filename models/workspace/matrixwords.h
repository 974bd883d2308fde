// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/matrix/matrix.h"
#include "models/matrix/settings.h"

#include <QString>

#include <functional>

namespace meshdraft::workspace {

/// "Timeout" for "route.timeout"; a field query as it is. Every setting has a text.
QString settingText(const std::string& setting);
QString settingGroupText(matrix::SettingGroup group);
/// What a row is about within its subject: "Timeout · default"; "Timeout" where there is no item.
QString rowText(const matrix::Row& row);
/// "5s", "1024 (default)", "not set", "no such host".
QString cellText(const matrix::Cell& cell);
/// The same with what comes from the files put through `decorate`.
QString cellText(const matrix::Cell& cell, const std::function<QString(const std::string&)>& decorate);
/// One sentence and the place for a tool tip.
QString cellHint(const matrix::Matrix& matrix, const matrix::Row& row, std::size_t environment);
/// How the names of a subject belong together; empty where they are equal.
QString matchText(matrix::Match match);
/// The same with the names of each environment.
QString subjectHint(const matrix::Matrix& matrix, const matrix::Subject& subject);

/// A word for scripts: "present", "absent", "noSuchHost", "unknown", "unreadable".
std::string_view stateName(matrix::CellState state);
/// "exact", "name", "routes".
std::string_view matchName(matrix::Match match);
/// The same for notes; "default", "meshConfig", ...; empty for none.
std::string_view noteName(matrix::Note note);

} // namespace meshdraft::workspace
