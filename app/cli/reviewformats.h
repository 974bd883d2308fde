// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/review.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <vector>

namespace meshdraft::cli {

/// How a review is printed.
struct ReviewFormat {
    const char* name;
    QByteArray (*write)(const workspace::RangeReview& review);
};

/// text, json, markdown, html, sarif; null for anything else.
const ReviewFormat* reviewFormatNamed(const QString& name);

} // namespace meshdraft::cli
