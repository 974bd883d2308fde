// SPDX-License-Identifier: Apache-2.0
// What a request asks for, as options of explain and flows.
#pragma once

#include "models/traffic/request.h"

#include <QCommandLineParser>

#include <expected>

namespace meshdraft::cli {

/// Adds --method, --path, --header and --jwt-claim.
void addRequestContent(QCommandLineParser& parser);
/// Reads them into a request. The error is a sentence.
std::expected<void, QString> readRequestContent(const QCommandLineParser& parser, traffic::Request& request);
/// True where one of them is given.
bool hasRequestContent(const QCommandLineParser& parser);

/// What was typed, control characters escaped.
QString shownText(const QString& text);

} // namespace meshdraft::cli
